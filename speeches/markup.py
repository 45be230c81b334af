"""The body of a text: restricted Markdown in, passages, safe HTML and plain words out.

Of Markdown there are headings, block quotations, tables, emphasis, links and backslash escapes.
Lists are left out on purpose: they would renumber the numbered paragraphs of an official
statement. What a block is is decided here, line by line; markdown-it reads what is inside it,
and nh3 lets nothing through but the few elements of `_ELEMENTS`, whatever came before.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from speeches import quotation_marks

__all__ = ["Block", "blocks", "excerpt", "link_terms", "plain", "quotations", "render"]
__all__ += ["render_block"]

_ELEMENTS = {"p", "h2", "h3", "h4", "blockquote", "em", "strong", "a", "q"}
_ELEMENTS |= {"table", "thead", "tbody", "tr", "th", "td"}
_DEEPEST_QUOTE = 4

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_TABLE_RULE = re.compile(r"[-:| \t]+")
_ALLOWED_ADDRESS = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_TAG = re.compile(r"(</?[a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>)", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:em|strong|a)\b", re.IGNORECASE)
_MARKED = re.compile(r"[\\*_\[\]]")  # what alone can mean something within a paragraph
_CHARACTER = re.compile(r"&#?\w+;|.", re.DOTALL)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False})
    reader.enable(["table", "emphasis", "link", "escape"])
    reader.validateLink = lambda url: bool(_ALLOWED_ADDRESS.match(url))  # type: ignore[method-assign]
    return reader


_READER = _reader()


class Block(NamedTuple):
    """One passage of a body."""

    kind: str  # paragraph, heading, quote or table
    source: str


def blocks(source: str) -> list[Block]:
    """The passages of a body, in order: parted by empty lines; a heading line stands alone.

    Joined with empty lines between them, the sources give the same blocks again.
    """
    found: list[Block] = []
    for lines in _chunks(_tidy(source)):
        start = 0
        while start < len(lines):
            kind, end = _first_block(lines, start)
            found.append(Block(kind, "\n".join(lines[start:end]).strip()))
            start = end
    return found


def render(source: str) -> SafeString:
    """A body as safe HTML. Headings come out one level lower, so that the page keeps its h1."""
    return _finished(_html(blocks(source)))


def render_block(source: str, *, mark_quotes: bool = False) -> SafeString:
    """One passage as safe HTML.

    With `mark_quotes` the words in quotation marks are wrapped in `<q class="said">`, the printed
    marks inside it; where emphasis or a link begins or ends within a quotation, in several.
    """
    rendered = _html(blocks(source))
    return _finished(_mark_quotes(rendered) if mark_quotes else rendered)


def plain(source: str) -> str:
    """The words of a body without markup: an empty line between passages, one line each."""
    words = (_words(block) for block in blocks(source))
    return "\n\n".join(filter(None, words))


def excerpt(source: str, length: int = 240) -> str:
    """The beginning of a body, at most `length` characters, cut at a word with an ellipsis.

    Headings are passed over unless there is nothing else. Never empty for a body that is not.
    """
    found = blocks(source)
    text = ""
    for block in [b for b in found if b.kind != "heading"] or found:
        text = f"{text} {_words(block)}".strip()
        if len(text) > length:
            break
    text = text or " ".join(_tidy(source).split())
    if len(text) <= length:
        return text
    cut = text[:length].rpartition(" ")[0].rstrip(" ,;:–—-")
    # a script without spaces is cut where the room ends
    return (cut if len(cut) > length // 2 else text[: length - 1]) + "…"


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans of the quoted words in a plain text, without their marks."""
    return [(q.inner_start, q.inner_end) for q in quotation_marks.find(text)]


def link_terms(rendered: str, terms: Mapping[str, str]) -> SafeString:
    """Safe HTML with the first occurrence of each term linked to its address.

    Whole words only, the longest term first, none inside a link. A term in capitals (ODA) matches
    only in capitals. `rendered` comes from this module, the addresses are our own.
    """
    addresses = _terms_in(rendered, terms)
    if not addresses:
        return mark_safe(rendered)
    pattern = _term_pattern(addresses)

    def link(found: re.Match[str]) -> str:
        # words in capitals may be a term that is not, but not the other way round
        key = _term_key(found[0])
        address = addresses.pop(key, "") or addresses.pop(key.casefold(), "")
        return f'<a href="{html.escape(address)}">{found[0]}</a>' if address else found[0]

    pieces = []
    in_link = False
    for place, piece in enumerate(_TAG.split(rendered)):
        if place % 2:
            in_link = piece.startswith("<a") or (in_link and piece != "</a>")
        elif not in_link:
            piece = pattern.sub(link, piece)
        pieces.append(piece)
    return mark_safe("".join(pieces))


# -- blocks


def _tidy(source: str) -> str:
    """Text that every part can read: one kind of line end, no NUL, no half characters."""
    source = source.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _chunks(source: str) -> Iterator[list[str]]:
    """Runs of lines that are not empty."""
    lines: list[str] = []
    for line in source.split("\n"):
        if line.strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _starts(line: str) -> str:
    """The kind of block that a line begins by itself; empty for a paragraph."""
    line = line.lstrip()
    if line.startswith(">"):
        return "quote"
    return "heading" if _HEADING.match(line) else ""


def _first_block(lines: list[str], start: int) -> tuple[str, int]:
    """Kind of the block that begins at `start`, and the number of the line after it."""
    kind = _starts(lines[start])
    if kind == "heading":
        return kind, start + 1
    if not kind and _begins_table(lines, start):
        kind, end = "table", start + 2
        while end < len(lines) and "|" in lines[end] and not _starts(lines[end]):
            end += 1
        return kind, end
    end = start + 1
    while end < len(lines) and _starts(lines[end]) == kind and not _begins_table(lines, end):
        end += 1
    return kind or "paragraph", end


def _begins_table(lines: list[str], number: int) -> bool:
    """Whether a row of column names stands here, over a rule of the same number of columns."""
    pair = [line.strip() for line in lines[number : number + 2]]
    if len(pair) < 2 or "|" not in pair[0] or "|" not in pair[1] or _starts(pair[0]):
        return False
    if not _TABLE_RULE.fullmatch(pair[1]):
        return False
    tokens = _READER.parse("\n".join(pair))
    return bool(tokens) and tokens[0].type == "table_open"


# -- HTML


def _html(found: list[Block], depth: int = 0) -> str:
    return "\n".join(_block_html(block, depth) for block in found)


def _block_html(block: Block, depth: int) -> str:
    lines = [line.strip() for line in block.source.split("\n")]
    if block.kind == "table":
        return str(_READER.render("\n".join(lines))).strip()
    if block.kind == "quote" and depth < _DEEPEST_QUOTE:
        inside = "\n".join(line[1:].strip() for line in lines)
        return f"<blockquote>{_html(blocks(inside), depth + 1)}</blockquote>"
    if block.kind == "heading" and (heading := _HEADING.match(block.source)):
        level = min(len(heading[1]) + 1, 4)
        return f"<h{level}>{_READER.renderInline(block.source[heading.end() :])}</h{level}>"
    return f"<p>{_READER.renderInline(chr(10).join(lines))}</p>"


def _finished(rendered: str) -> SafeString:
    """The second lock: whatever was rendered, only these elements and attributes leave."""
    return mark_safe(
        nh3.clean(
            rendered,
            tags=_ELEMENTS,
            attributes={"a": {"href"}, "*": {"lang", "dir"}},
            allowed_classes={"q": {"said"}},
            url_schemes={"http", "https", "mailto"},
            link_rel="nofollow noopener",
        )
    )


def _words(block: Block) -> str:
    """What a block says, on one line."""
    if block.kind == "paragraph" and not _MARKED.search(block.source):
        return " ".join(block.source.split())
    spaced = re.sub(r"(?=</(?:p|h\d|td|th)>)", " ", _html([block]))
    return " ".join(html.unescape(_TAG.sub("", spaced)).split())


def _mark_quotes(rendered: str) -> str:
    """Wrap quoted words; a quotation never reaches over the border of a block element."""
    pieces = _TAG.split(rendered)
    marked: list[str] = []
    run: list[str] = []
    for place, piece in enumerate(pieces):
        if place % 2 and not _INLINE_TAG.match(piece):
            marked += [*_mark_run(run), piece]
            run = []
        else:
            run.append(piece)
    return "".join([*marked, *_mark_run(run)])


def _mark_run(pieces: list[str]) -> list[str]:
    """Text and inline tags of one block, with each quotation wrapped."""
    parts = [part for piece in pieces for part in _parts(piece)]
    letters = [place for place, part in enumerate(parts) if not _TAG.fullmatch(part)]
    text = "".join(html.unescape(parts[place])[0] for place in letters)
    for quotation in quotation_marks.find(text):
        first, last = letters[quotation.start], letters[quotation.end - 1]
        for start, end in _stretches(parts, first, last):
            parts[start] = '<q class="said">' + parts[start]
            parts[end] += "</q>"
    return parts


def _parts(piece: str) -> list[str]:
    """A tag whole, text by its characters, escaped ones kept together."""
    return [piece] if _TAG.fullmatch(piece) else _CHARACTER.findall(piece)


def _stretches(parts: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """From first to last in one, if every tag that opens there closes there; else tag by tag."""
    tags = [place for place in range(first, last + 1) if _TAG.fullmatch(parts[place])]
    open_tags = 0
    for place in tags:
        open_tags += -1 if parts[place].startswith("</") else 1
        if open_tags < 0:
            break
    if not open_tags:
        yield first, last
        return
    for start, end in pairwise([first - 1, *tags, last + 1]):
        if start + 1 < end:
            yield start + 1, end - 1


# -- terms


def _terms_in(rendered: str, terms: Mapping[str, str]) -> dict[str, str]:
    """The addresses of the terms that may occur, by the key under which a match is looked up."""
    folded = rendered.casefold()
    found = {}
    for term, address in terms.items():
        key = _term_key(term)
        first_word = html.escape(key, quote=False).split(" ")[0]
        if first_word and first_word in (rendered if key == key.upper() else folded):
            found[key] = address
    return found


def _term_key(term: str) -> str:
    """One space between words; small letters, unless it is all in capitals or has no case."""
    words = html.unescape(" ".join(term.split()))
    return words if words == words.upper() else words.casefold()


def _term_pattern(keys: Iterable[str]) -> re.Pattern[str]:
    """Any of the terms as a whole word; a script without spaces has no such border."""
    choices = []
    for key in sorted(keys, key=len, reverse=True):
        words = r"\s+".join(re.escape(html.escape(word, quote=False)) for word in key.split(" "))
        before = "" if _UNSPACED.match(key[0]) else r"(?<![\w&])"
        after = "" if _UNSPACED.match(key[-1]) else r"(?!\w)"
        choices.append(f"{before}(?{'' if key == key.upper() else 'i'}:{words}){after}")
    return re.compile("|".join(choices))
