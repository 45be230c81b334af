"""Imports fall: a module imports only from floors below its own, and never hides an import."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "speeches"

FLOORS = (
    # 1: leaves
    (
        "dates", "date_words", "languages", "symbols", "quotation_marks", "markup", "alignment",
        "anchors", "offsets", "shingles", "slugs", "stems", "addresses",
    ),
    ("models",),
    # 3: capabilities
    ("search", "generation", "editorial", "exports"),
    ("intake", "imports"),
    # 5: faces
    ("filters", "forms", "feeds", "sitemaps", "templatetags", "admin", "management", "views"),
    ("urls",),
)  # fmt: skip
MAY_IMPORT_EACH_OTHER = {1, 2}  # leaves build on leaves; models name each other
FREE = {"__init__", "apps", "migrations"}
FACES_OTHERS_USE = {"filters", "forms", "feeds", "sitemaps", "templatetags"}
"""Views are made of these; they stand on the same floor and never import views."""


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def floor(module: str) -> int:
    name = room(module)
    return next(level for level, rooms in enumerate(FLOORS, start=1) if name in rooms)


def modules() -> list[tuple[str, Path]]:
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        if room(".".join(parts)) not in FREE:
            found.append((".".join(parts), path))
    return found


def imported(module: str, tree: ast.AST) -> set[str]:
    """Names of the speeches modules that a module imports, relative ones made whole."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            names |= {f"{base}.{alias.name}" for alias in node.names}
    return {name for name in names if name.startswith("speeches.")}


def climbs(module: str, target: str) -> bool:
    here, there = floor(module), floor(target)
    if room(module) == room(target):
        return False
    if here == there:
        return not (here in MAY_IMPORT_EACH_OTHER or room(target) in FACES_OTHERS_USE)
    return there > here


@pytest.mark.parametrize(("module", "path"), modules(), ids=lambda value: str(value))
def test_imports_only_fall(module, path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [t for t in imported(module, tree) if climbs(module, t)]


@pytest.mark.parametrize(("module", "path"), modules(), ids=lambda value: str(value))
def test_no_import_hides_in_a_function(module, path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    hidden = [imported(module, function) for function in functions]
    assert not set().union(*hidden)


def test_the_table_catches_an_import_that_climbs():
    assert climbs("speeches.models.speech", "speeches.views.speeches")
    assert climbs("speeches.editorial.actions", "speeches.exports.citations")
    assert climbs("speeches.dates", "speeches.models")
    assert not climbs("speeches.views.speeches", "speeches.editorial.actions")


def test_the_house_on_one_page_has_every_room_and_no_other():
    page = (ROOT.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = [line.split("|")[2] for line in page.splitlines() if re.match(r"\| \d", line)]
    shown = [sorted(re.findall(r"`(\w+)[\w/.]*`", row)) for row in reversed(rows)]
    assert shown == [sorted(rooms) for rooms in FLOORS]
    tree = {
        path.stem
        for path in ROOT.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert {name for rooms in FLOORS for name in rooms} == tree - FREE
