"""
Take the pictures of docs/screenshots, on an archive of its own with the fixtures loaded.

    make screenshots                       those that the documents show
    .venv/bin/python docs/screenshots/take.py --all FOLDER
                                           every page, at 360 and 1280 pixels, light and dark
"""

import argparse
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import editing  # the file beside this one
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NARROW, WIDE = 360, 1280

MESSAGE = "/id/k7mwz3dq"
STORY = "/id/r4htn8vc"
KEPT = {
    "home": "/",
    "list": "/speeches/",
    "speech": STORY,
    "tag": "/tags/south-south-cooperation/",
    "series": "/series/united-nations-day-for-south-south-cooperation/",
    "admin-form": "/admin/speeches/speech/?q=Mohammed",
}
OTHERS = {
    "message": MESSAGE,
    "list-filtered": "/speeches/?tag=south-south-cooperation&year=2017",
    "list-empty": "/speeches/?q=nothing+that+anybody+said",
    "list-nonsense": "/speeches/?page=abc&year=9999999999&tag=unknown",
    "years": "/speeches/years/",
    "year": "/speeches/2017/",
    "tags": "/tags/",
    "speakers": "/speakers/",
    "speaker": "/speakers/amina-mohammed/",
    "events": "/events/",
    "places": "/places/",
    "documents": "/documents/",
    "document": "/documents/south-south-cooperation-key-to-overcoming-inequalities-2017/",
    "event": "/events/united-nations-day-for-south-south-cooperation-2017/",
    "office": "/offices/secretary-general/",
    "about": "/about/",
    "missing": "/speeches/nothing-here/",
    "admin-home": "/admin/",
    "admin-list": "/admin/speeches/speech/",
}


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextlib.contextmanager
def site() -> Iterator[str]:
    """A seeded archive in a temporary folder, served; yields its address."""
    with tempfile.TemporaryDirectory() as folder:
        settings = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
            "SSCOOP_MODE": "development",
        }
        manage = [sys.executable, str(ROOT / "manage.py")]
        for command in (["migrate", "-v0"], ["seed", "--demo"]):
            subprocess.run([*manage, *command], env=settings, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        address = f"127.0.0.1:{free_port()}"
        server = subprocess.Popen(  # noqa: S603
            [*manage, "runserver", "--noreload", "--skip-checks", address],
            env=settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            for _ in range(100):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"http://{address}/healthz")
                    break
                time.sleep(0.2)
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait()


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/admin/login/")
    page.fill("#id_username", "administrator")
    page.fill("#id_password", "sscoop-administrator")
    page.click("[type=submit]")


def take(
    browser: Browser, address: str, pages: dict[str, str], folder: Path, width: int, theme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    if any(path.startswith("/admin/") for path in pages.values()):
        sign_in(page, address)
    for name, path in pages.items():
        page.goto(address + path)
        if name == "admin-form":
            page.locator("#result_list tbody th a").first.click()
        page.evaluate("document.fonts.ready")
        page.screenshot(path=folder / f"{name}.png", full_page=folder != HERE)
    context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", metavar="FOLDER", type=Path, help="every page, every width, here")
    every = parser.parse_args().all
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        if every is None:
            take(browser, address, KEPT, HERE, WIDE, "light")
            editing.take(browser, address, HERE)
            return
        for width in (NARROW, WIDE):
            for theme in ("light", "dark"):
                folder = every / f"{width}-{theme}"
                folder.mkdir(parents=True, exist_ok=True)
                take(browser, address, KEPT | OTHERS, folder, width, theme)


if __name__ == "__main__":
    main()
