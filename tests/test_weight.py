"""Pages stay light and ask nothing of the browser that the strict security policy forbids."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STATIC, TEMPLATES = ROOT / "static", ROOT / "templates"
BASE = (TEMPLATES / "base.html").read_text()
PUBLIC = [path for path in TEMPLATES.rglob("*.html") if "admin" not in path.parts]
PAGES = [path for path in PUBLIC if '{% extends "base.html" %}' in path.read_text()]

KILOBYTE = 1000
STATIC_FILE = re.compile(r"\{% static ['\"]([^'\"]+)['\"] %\}")


def weight(names: list[str]) -> int:
    return sum((STATIC / name).stat().st_size for name in set(names))


def files(text: str, ending: str) -> list[str]:
    return [name for name in STATIC_FILE.findall(text) if name.endswith(ending)]


def name_of(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_sheets_of_a_page_weigh_less_than_40_kilobytes(page):
    assert weight(files(BASE, ".css") + files(page.read_text(), ".css")) < 40 * KILOBYTE


def test_the_fonts_of_a_first_page_weigh_less_than_200_kilobytes():
    assert 0 < weight(files(BASE, ".woff2")) < 200 * KILOBYTE


def test_the_scripts_of_the_public_site_weigh_less_than_20_kilobytes():
    assert 0 < weight([f"js/{path.name}" for path in (STATIC / "js").glob("*.js")]) < 20 * KILOBYTE


@pytest.mark.parametrize("path", PUBLIC, ids=name_of)
def test_nothing_stands_inline_that_the_policy_forbids(path):
    text = path.read_text()
    assert not re.search(r"<style\b|\sstyle=|\son[a-z]+\s*=\s*[\"']|javascript:", text)
    for attributes in re.findall(r"<script\b([^>]*)>", text):
        assert "src=" in attributes or "application/ld+json" in attributes


@pytest.mark.parametrize("path", PUBLIC, ids=name_of)
def test_nothing_is_loaded_from_elsewhere(path):
    assert not re.search(
        r"<(?:script|img|link|iframe)\b[^>]*(?:src|href)=\"https?:", path.read_text()
    )


def test_every_icon_that_a_template_names_is_drawn():
    drawn = set(re.findall(r'<symbol id="([a-z-]+)"', (STATIC / "icons.svg").read_text()))
    used = {
        icon
        for path in PUBLIC
        for icon in re.findall(r"icons\.svg' %\}#([a-z-]+)", path.read_text())
    }
    assert used
    assert used <= drawn


def test_every_file_that_a_sheet_names_is_there():
    for sheet in (STATIC / "css").rglob("*.css"):
        for target in re.findall(r"url\(\"([^\"]+)\"\)", sheet.read_text()):
            assert (sheet.parent / target).is_file(), f"{sheet.name}: {target}"
