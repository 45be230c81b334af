"""
A page of the web, or a piece of one, as restricted Markdown without what surrounds the words.

nh3 parses first, as browsers do: what comes out is well formed, whatever went in, and scripts,
styles and pictures are gone. Then one walk over it drops navigation, controls of forms and hidden
parts, and writes headings, paragraphs, items, quotes, tables and links.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import nh3

from . import markdown
from .refusal import Refused

__all__ = ["of_html", "read"]


def _names(listed: str) -> set[str]:
    return set(listed.split())


_BLOCKS = _names("p div section article main header footer li dt dd h1 h2 h3 h4 h5 h6")
_BLOCKS |= _names("blockquote pre address figcaption caption details summary ul ol dl center")
_BLOCKS |= _names("nav aside menu form fieldset hgroup search dialog title body")
_TABLES = {"table", "tr", "td", "th"}
_INLINE = {"a", "br", "hr", "q", "span", "sup", "b", "strong", "i", "em", "font"}
_CONTROLS = {"button", "label", "legend", "output", "option"}
_GONE = _names("script style template noscript svg math iframe object embed select textarea")
_GONE |= _names("canvas audio video datalist applet frameset noframes")
_ATTRIBUTES = {"*": {"hidden", "aria-hidden", "style", "class", "id", "role"}, "a": {"href"}}
_ATTRIBUTES |= {"ol": {"start", "reversed"}, "li": {"value"}}

_NAVIGATION = {"nav", "aside", "menu", "search", "dialog"}
_NAVIGATION_ROLES = _names("navigation banner contentinfo search complementary dialog menu")
_NAVIGATION_ROLES |= {"menubar", "tablist", "toolbar"}
_NAVIGATION_NAMES = _names(
    "breadcrumb breadcrumbs nav navbar navigation menu main-menu sidebar side-bar pager pagination"
    " social social-share social-links share share-buttons sharing addtoany cookie-banner"
    " cookie-notice cookies site-header site-footer related related-posts tags-links toc skip-link"
    " global-header global-footer language-switcher"
)
_HIDDEN_NAMES = _names(
    "visually-hidden visuallyhidden sr-only screen-reader-text element-invisible"
)
_HIDDEN_NAMES |= {"hidden", "d-none", "element-hidden"}
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_LEFT_OUT = {
    "form": "the controls of forms",
    "hidden": "parts that a reader of the page doesn’t see",
    "navigation": "navigation and the frame of the page",
}
_DEEPEST = 2000
_DEEPEST_QUOTE = 4
_MOST_LOST = 20
"""When so many times more is dropped than kept, the page calls its text by names of menus."""

Attributes = list[tuple[str, str | None]]


def read(content: bytes, characters: int) -> tuple[str, list[str]]:
    """The text of a page in UTF-8; see `of_html`."""
    return of_html(content.decode("utf-8"), characters)


def of_html(content: str, characters: int) -> tuple[str, list[str]]:
    """The text of a page and notes on what was left out.

    Raises Refused for a page without words, with more than `characters` of them, or nested as no
    page is.
    """
    well_formed = _well_formed(content)
    walk = _Walk(characters, by_name=True)
    walk.take(well_formed)
    if walk.dropped > _MOST_LOST * walk.kept:
        walk = _Walk(characters, by_name=False)
        walk.take(well_formed)
    if not walk.kept:
        raise Refused("This page holds no words. Paste the text of the statement instead.")
    notes = [f"Left out: {_LEFT_OUT[name]}." for name in sorted(walk.left_out)]
    return "\n\n".join(walk.blocks()), notes


def _well_formed(content: str) -> str:
    # the parser's work may grow with the square of the nesting
    if content.count("<") > 1_000_000:
        raise Refused("This page has more than a million marks. Paste the text instead.")
    return nh3.clean(
        content.replace("\0", ""),
        tags=_BLOCKS | _TABLES | _INLINE | _CONTROLS,
        clean_content_tags=_GONE,
        attributes=_ATTRIBUTES,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )


class _List:
    """A list that is being read: how its items begin."""

    def __init__(self, tag: str, start: str | None) -> None:
        self.number = int(start) if start and re.fullmatch(r"\d{1,6}", start) else 1
        self.is_ordered = tag == "ol"

    def next(self, value: str | None) -> str:
        if not self.is_ordered:
            return "• "
        if value and re.fullmatch(r"\d{1,6}", value):
            self.number = int(value)
        self.number += 1
        return f"{self.number - 1}. "


class _Walk(HTMLParser):
    """One walk over well-formed HTML, writing blocks."""

    def __init__(self, characters: int, *, by_name: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.characters = characters
        self.by_name = by_name
        self.kept = self.dropped = 0
        self.left_out: Counter[str] = Counter()
        self.has_title = False
        self._title = ""
        self._open: list[tuple[str, bool]] = []  # tag, whether it began to be dropped here
        self._dropping = 0
        self._within = Counter[str]()
        self._out: list[str] = []
        self._words: list[str] = []
        self._lists: list[_List] = []
        self._item = ""
        self._level = 0
        self._links: list[tuple[int, str]] = []
        self._tables: list[tuple[list[list[list[str]]], list[str]]] = []

    def take(self, content: str) -> None:
        self.feed(content)
        self.close()
        self._flush()

    def blocks(self) -> list[str]:
        """All blocks; the page's title before them only where no heading says what it is."""
        title = [self._title] if self._title and not self.has_title else []
        return [*title, *self._out]

    # -- what the parser calls

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag == "br":
            self._words.append("\n")
            return
        if tag == "hr":
            self._flush()
            return
        if len(self._open) > _DEEPEST:
            raise Refused("This page is nested as no page is. Paste the text instead.")
        given = {name: value or "" for name, value in attrs}
        dropped = "" if self._dropping else self._why_dropped(tag, given)
        self._open.append((tag, bool(dropped)))
        self._within[tag] += 1
        if dropped:
            self.left_out[dropped] += 1
        if self._dropping or dropped:
            self._dropping += 1
            return
        if tag in _BLOCKS or tag in _TABLES:
            self._flush()
        self._begin(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        self._open.pop()
        self._within[tag] -= 1
        if self._dropping:
            self._dropping -= 1
            return
        self._end(tag)

    def handle_data(self, data: str) -> None:
        if self._dropping:
            self.dropped += len(data.strip())
            return
        if not self._within["pre"]:
            data = re.sub(r"[\t\n\r\f ]+", " ", data)
        self._words.append(markdown.escape(data))

    # -- what is dropped

    def _why_dropped(self, tag: str, given: dict[str, str]) -> str:
        if "hidden" in given or given.get("aria-hidden") == "true":
            return "hidden"
        if _HIDDEN_STYLE.search(given.get("style", "")):
            return "hidden"
        if tag in _CONTROLS:
            return "form"
        if tag in _NAVIGATION or given.get("role", "") in _NAVIGATION_ROLES:
            return "navigation"
        inside = self._within["article"] or self._within["main"]
        if tag in {"header", "footer"} and not inside:
            return "navigation"
        names = {*given.get("class", "").lower().split(), given.get("id", "").lower()}
        if self.by_name and names & _HIDDEN_NAMES:
            return "hidden"
        if self.by_name and names & _NAVIGATION_NAMES and tag not in {"main", "article", "body"}:
            return "navigation"
        return ""

    # -- what is written

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        elif tag in {"ul", "ol"}:
            self._lists.append(_List(tag, given.get("start")))
        elif tag == "li":
            self._item = self._lists[-1].next(given.get("value")) if self._lists else "• "
        elif tag == "a":
            self._links.append((len(self._words), given.get("href", "")))
        elif tag == "q":
            self._words.append("“")
        elif tag == "table":
            self._tables.append(([], self._out))
        elif tag == "tr" and self._tables:
            self._tables[-1][0].append([])
        elif tag in {"td", "th"} and self._tables:
            self._begin_cell()

    def _begin_cell(self) -> None:
        rows = self._tables[-1][0]
        if not rows:
            rows.append([])
        self._out = []
        rows[-1].append(self._out)

    def _end(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._end_link()
        elif tag == "q":
            self._words.append("”")
        elif tag == "title":
            self._end_title()
        elif tag in _BLOCKS or tag in _TABLES:
            self._flush()
        if re.fullmatch("h[1-6]", tag):
            self._level = 0
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = ""
        elif tag == "table" and self._tables:
            rows, self._out = self._tables.pop()
            self._out += markdown.table(rows)
        elif tag in {"td", "th", "tr"} and self._tables:
            self._out = self._tables[-1][1]

    def _end_link(self) -> None:
        start, address = self._links.pop()
        words = "".join(self._words[start:])
        if start <= len(self._words) and words:
            self._words[start:] = [markdown.link(words, address)]

    def _end_title(self) -> None:
        words = markdown.paragraph("".join(self._words)).replace("\n", " ")
        self._words = []
        self._title = self._title or words

    def _flush(self) -> None:
        """Write the words gathered so far as a block of the kind that is open."""
        words = "".join(self._words)
        self._words = []
        self._links = [(0, "") for _ in self._links]  # a link around blocks is no link of words
        for part in [words] if self._level else re.split(r"\n[^\S\n]*\n", words):
            block = markdown.paragraph(part)
            if block:
                self._write(block)

    def _write(self, block: str) -> None:
        self.kept += len(block)
        if self.kept > self.characters:
            raise Refused(
                f"This page holds more than {self.characters:,} characters. "
                "Divide it, or paste the part that matters."
            )
        if self._level:
            self.has_title = self.has_title or self._level == 1
            block = f"{'#' * self._level} " + " ".join(block.split())
        elif self._item:
            block, self._item = f"{self._item}{block}", ""
        if quotes := min(self._within["blockquote"], _DEEPEST_QUOTE):
            block = "\n".join(f"{'> ' * quotes}{line}" for line in block.split("\n"))
        self._out.append(block)
