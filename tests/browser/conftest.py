"""
A real browser for the tests that need one.

Chromium is looked for under its usual names, or taken from the variable CHROMIUM. Where there is
none, these tests are left out and the run says so, once and loudly; in CI that is a failure.
"""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import sync_playwright

from speeches.models import Document, Event, Office, Speech, Tag

CHECKERS = Path(__file__).parent / "checkers" / "node_modules"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
)

# Playwright's loop runs in this thread; the ORM is used beside it, never inside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def chromium_path() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def missing() -> list[str]:
    """What the browser tests need and this machine lacks, in words."""
    wanted = {
        "Chromium (Debian: apt-get install chromium; or set CHROMIUM to its path)": chromium_path(),
        "axe and the Nu checker (install npm, then make test)": CHECKERS.is_dir() or None,
        "Java, for the Nu checker (Debian: apt-get install default-jre-headless)": shutil.which(
            "java"
        ),
    }
    return [words for words, found in wanted.items() if not found]


def pytest_collection_modifyitems(config, items):
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker("browser")
        item.add_marker(pytest.mark.django_db(transaction=True))
    if here and missing():
        if os.environ.get("CI"):
            raise pytest.UsageError("CI lacks what the browser tests need: " + "; ".join(missing()))
        items[:] = [item for item in items if item not in here]
        config.stash[left_out] = len(here)


left_out = pytest.StashKey[int]()


def pytest_terminal_summary(terminalreporter, config):
    count = config.stash.get(left_out, 0)
    if not count and missing() and not hasattr(config, "workerinput"):
        count = len(list(Path(__file__).parent.glob("test_*.py")))
    if count:
        terminalreporter.section("BROWSER TESTS WERE LEFT OUT", sep="!", red=True)
        for words in missing():
            terminalreporter.write_line(f"They need {words}.", red=True)


@pytest.fixture
def archive(transactional_db):
    """The fixtures loaded as `make run` does; parts of addresses that tests ask for."""
    call_command("seed", "--demo", stdout=io.StringIO())
    event = Event.objects.filter(speeches__isnull=False).first()
    return {
        "story": Speech.objects.get(
            attributions__speaker__slug="amina-mohammed"
        ).get_absolute_url(),
        "message": Speech.objects.get(attributions__speaker__slug="ban-ki-moon").get_absolute_url(),
        "office": Office.objects.filter(tenures__attributions__isnull=False).first().slug,
        "event": event.slug,
        "document": Document.objects.exclude(sha256="").first().slug,
        "unused_tag": Tag.objects.filter(tagged__isnull=True).first().slug,
    }


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, live_server):
    """A fresh window on the site; any error in the page's console fails the test."""
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(10_000)
    window = context.new_page()
    errors = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.on(
        "console",
        lambda message: errors.append(message.text) if message.type == "error" else None,
    )
    yield window
    context.close()
    assert not errors


@pytest.fixture(scope="session")
def axe_source():
    return (CHECKERS / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def accessibility_faults(axe_source):
    """Call with a page: what axe finds against WCAG 2.2 A and AA, as readable lines."""

    def faults(window) -> list[str]:
        window.evaluate(axe_source)
        found = window.evaluate(
            "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
            " 'wcag22aa', 'best-practice']}).then(r => r.violations)"
        )
        return [
            f"{v['id']}: {v['help']} — {', '.join(n['target'][0] for n in v['nodes'][:4])}"
            for v in found
        ]

    return faults


@pytest.fixture(scope="session")
def html_faults(tmp_path_factory):
    """Call with {name: html}: what the Nu checker finds, as lines."""
    jar = CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar"

    def faults(pages: dict[str, str]) -> list[str]:
        folder = tmp_path_factory.mktemp("pages")
        for name, html in pages.items():
            (folder / f"{name}.html").write_text(html, encoding="utf-8")
        result = subprocess.run(
            ["java", "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "gnu", str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        return [line.replace(f"file:{folder}/", "") for line in result.stderr.splitlines() if line]

    return faults
