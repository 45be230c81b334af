"""
Words written as the restricted Markdown that speeches/markup.py reads: nothing of the words may
turn into a mark, and nothing but headings, quotes, tables and links is marked.
"""

from __future__ import annotations

import re

__all__ = ["escape", "link", "paragraph", "table"]

_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")
_NEWLINE = re.compile(r" ?\n ?")
_MARK = re.compile(r"\\(?=[!-/:-@\[-`{-~])|(?<=\S)\*|\*(?=\S)|(?<!\w)_|_(?!\w)|(?<=\])\(|^\(")
_ONLY_MARKS = re.compile(r"[\W_]*")
_OPENS = re.compile(r"^(?=#{1,6}(?:[ \t]|$)|>)", re.MULTILINE)
_TABLE_RULE = re.compile(r"^(?=[-:| \t]*\|[-:| \t]*$)", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\]+", re.IGNORECASE)
_LONGEST_ADDRESS = 1500
_LONGEST_LINK = 800
_LONGEST_CELL = 400


def escape(words: str) -> str:
    """Words with a backslash before what would be read as a mark. Stars that stand alone, as
    under the end of a press release, mark nothing and stay; so do brackets, unless a round one
    follows a square one, here or at the border of two pieces of text."""
    return _MARK.sub(r"\\\g<0>", words)


def paragraph(words: str) -> str:
    """One block of escaped words: single spaces, no empty line, no line that opens another."""
    text = _NEWLINE.sub("\n", _SPACES.sub(" ", words)).strip()
    text = re.sub(r"\n{2,}", "\n", text)
    if _ONLY_MARKS.fullmatch(text):
        return text.replace("\\", "") if re.fullmatch(r"[\\*\s]*", text) else _rules(text)
    return _rules(_OPENS.sub(r"\\", text))


def _rules(text: str) -> str:
    return _TABLE_RULE.sub(r"\\", text)


def link(words: str, address: str) -> str:
    """A link that leads somewhere, around escaped words; else the words alone."""
    inner = words.strip()
    address = address.strip()
    if (
        not inner
        or "[" in inner
        or "]" in inner
        or "\n" in inner
        or len(inner) > _LONGEST_LINK
        or len(address) > _LONGEST_ADDRESS
        or not _ADDRESS.fullmatch(address)
        or address.split(":", 1)[1].strip("/") == inner.split(":", 1)[-1].strip("/")
    ):
        return words
    before = words[: len(words) - len(words.lstrip())]
    after = words[len(words.rstrip()) :]
    target = address.replace("(", "%28").replace(")", "%29").replace("*", "%2A")
    return f"{before}[{inner}]({target.replace('_', '%5F')}){after}"


def table(rows: list[list[list[str]]]) -> list[str]:
    """The rows of a table, each cell a list of blocks, as one Markdown table; or, where it only
    arranges text on a page, as the blocks one after another."""
    rows = [row for row in rows if any(row)]
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2 or not all(_is_plain(cell) for row in rows for cell in row):
        return [block for row in rows for cell in row for block in cell]
    lines = [_row(row, width) for row in rows]
    return ["\n".join([lines[0], _row([["---"]] * width, width), *lines[1:]])]


def _is_plain(cell: list[str]) -> bool:
    """Whether a cell is one short paragraph, or empty."""
    if len(cell) > 1:
        return False
    return not cell or (len(cell[0]) <= _LONGEST_CELL and not cell[0].startswith((">", "|", "#")))


def _row(cells: list[list[str]], width: int) -> str:
    words = [" ".join(" ".join(cell).split()).replace("|", "\\|") for cell in cells]
    return f"| {' | '.join(words + [''] * (width - len(words)))} |"
