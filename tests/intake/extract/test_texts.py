"""Plain text, Markdown and pages of the web become the text that the reader reads."""

import pytest

from speeches import markup
from speeches.intake import extract
from speeches.intake.extract import Refused, text_of
from tests.intake import papers

from . import files

RUSSIAN = "Сотрудничество Юг-Юг является выражением солидарности народов и стран Юга."
ARABIC = "إن التعاون فيما بين بلدان الجنوب هو تعبير عن التضامن بين شعوب الجنوب."
CHINESE = "南南合作是南方各国人民和国家之间团结一致的体现，有助于各国的福祉。"
FRENCH = (
    "La coopération Sud-Sud est l’expression de la solidarité : elle a été créée à Buenos Aires."
)
SPANISH = (
    "La cooperación Sur-Sur es la expresión de la solidaridad. ¿Quién lo diría en el año 2031?"
)
PORTUGUESE = "A cooperação Sul-Sul é a expressão da solidariedade das nações; não há outra."


@pytest.mark.parametrize("path", [papers.MESSAGE, papers.STORY], ids=lambda path: path.name)
def test_a_founding_document_is_its_own_text(path):
    found = text_of(path.read_bytes(), path.name)
    assert found.text == path.read_bytes().decode("utf-8")
    assert found.encoding == "utf-8"
    assert not found.notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN, ARABIC, CHINESE, FRENCH])
def test_every_unicode_is_recognised(encoding, text):
    found = text_of(text.encode(encoding))
    assert found.text == text
    assert found.encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_latin_text_in_utf_16_needs_no_mark(encoding):
    assert text_of(FRENCH.encode(encoding)).text == FRENCH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "windows-1252"),
        (SPANISH, "windows-1252"),
        (PORTUGUESE, "windows-1252"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN.upper(), "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "windows-1256"),
        (CHINESE, "gb18030"),
    ],
)
@pytest.mark.parametrize("surroundings", ["", "Permanent Mission, 5 March 2031\n\n"])
def test_older_encodings_are_told_by_their_words_and_noted(text, encoding, surroundings):
    found = text_of((surroundings + text).encode(encoding))
    assert found.text == surroundings + text
    assert found.encoding == encoding
    assert any(encoding in note for note in found.notes)


def test_a_text_is_made_again_from_its_bytes_and_the_stored_encoding():
    for content in (RUSSIAN.encode("windows-1251"), "“é” ô".encode() + b" \xe9", b"plain"):
        found = text_of(content)
        assert text_of(content, encoding=found.encoding).text == found.text


def test_an_editor_can_name_the_encoding_and_a_wrong_name_does_no_harm():
    content = "Współpraca Południe–Południe".encode("windows-1250")
    assert text_of(content, encoding="windows-1250").text == "Współpraca Południe–Południe"
    for wrong in ("utf-8", "nonsense", "hex", "rot13", "utf-7\0", "ascii"):
        assert text_of(FRENCH.encode("cp1252"), encoding=wrong).text == FRENCH


def test_mixed_encodings_are_read_and_noted():
    found = text_of("“South–South” est né".encode() + " au café “Sud”".encode("windows-1252"))
    assert found.text == "“South–South” est né au café “Sud”"
    assert any("3 bytes are not UTF-8" in note for note in found.notes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a well\0 of words", "null character"),
        ("the \u202eesrever\u202c of it", "direction of writing"),
        ("zero\u200bwidth", "without width"),
        ("a bell \a rings in a longer text, so that it is one", "control character"),
        ("the peopleâ€™s words", "decoded twice"),
        ("lost \ufffd letter", "can’t be told"),
        ("word " * 200_000, "100,000 characters"),
    ],
)
def test_signs_that_deceive_are_kept_and_noted(text, said):
    found = text_of(text.encode())
    assert found.text == text.replace("\0", "")
    assert any(said in note for note in found.notes)


def test_line_ends_become_one_kind():
    assert text_of(b"one\r\ntwo\rthree").text == "one\ntwo\nthree"


def test_half_a_character_of_utf_16_is_shown_as_lost():
    found = text_of(b"\xff\xfe" + b"\x00\xd8" + "word".encode("utf-16-le"))
    assert found.text == "\ufffdword"
    assert found.notes


def test_markdown_is_told_by_its_marks_or_its_name():
    assert text_of(b"# A heading\n\nWords.").media_type == "text/markdown"
    assert text_of(b"Words.", "talk.md").media_type == "text/markdown"
    assert text_of(b"Words.\n\n* *** *", "talk.txt").media_type == "text/plain"


# -- pages of the web


def page(body, head=""):
    return text_of(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def test_a_page_becomes_its_words_without_what_surrounds_them():
    found = text_of(files.PAGE.encode())
    assert found.media_type == "text/html"
    assert found.text == (
        "# Statement on wells\n\n"
        "New York, 5 March 2031\nCheck against delivery\n\n"
        "A well that two villages dig [belongs](https://example.org/wells) to both.\n\n"
        "• Water first\n\n• Then trade\n\n"
        "> Dig together.\n\n"
        "| Year | Wells |\n| --- | --- |\n| 2030 | 12 |"
    )
    assert any("navigation" in note for note in found.notes)
    assert any("doesn’t see" in note for note in found.notes)


def test_what_a_page_becomes_the_renderer_reads():
    kinds = [block.kind for block in markup.blocks(text_of(files.PAGE.encode()).text)]
    assert kinds == ["heading", *["paragraph"] * 4, "quote", "table"]


@pytest.mark.parametrize(
    "words",
    [
        "# not a heading",
        "> not a quote",
        "*not* emphasis, nor _this_ or **that**",
        "[no link](https://example.org)",
        "a \\ backslash, a\\*b, and \\[x](y)",
        "one | two\n---|---\nthree | four",
        "1. a number that stays",
        "A/RES/58/220, snake_case_name and 2*3*4",
    ],
)
def test_words_of_a_page_never_turn_into_marks(words):
    text = page(f"<p>{words}</p>".replace("\n", "<br>")).text
    (block,) = markup.blocks(text)
    assert block.kind == "paragraph"
    assert markup.plain(text) == " ".join(words.split())


def test_an_end_mark_stays_as_it_is_printed():
    assert page("<p>Thank you.</p><p>* *** *</p>").text == "Thank you.\n\n* *** *"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "#top", "/local", "data:text/html,x", ""]
)
def test_only_links_that_lead_somewhere_stay(address):
    assert page(f'<p>See <a href="{address}">there</a> now</p>').text == "See there now"


def test_numbers_of_a_list_are_those_that_the_page_shows():
    text = page('<ol start="4"><li>four<li value="9">nine<li>ten</ol>').text
    assert text == "4. four\n\n9. nine\n\n10. ten"


def test_a_table_that_only_arranges_the_page_becomes_paragraphs():
    text = page("<table><tr><td><p>One.<p>Two.<td>Three.</table>").text
    assert text == "One.\n\nTwo.\n\nThree."


def test_the_title_stands_in_only_where_no_heading_does():
    head = "<title>On wells</title>"
    assert page("<p>Words.", head).text == "On wells\n\nWords."
    assert page("<h1>Wells</h1><p>Words.", head).text == "# Wells\n\nWords."


def test_the_head_of_an_article_is_no_navigation():
    text = page("<header>Site</header><article><header>5 March</header><p>Words.</article>").text
    assert text == "5 March\n\nWords."


def test_a_page_that_calls_its_text_a_menu_keeps_its_text():
    assert page(f'<div class="menu"><p>{files.WORDS * 3}</div><p>x').text.startswith(files.WORDS)


@pytest.mark.parametrize(
    "hidden", ["hidden", 'aria-hidden="true"', 'style="visibility: hidden"', 'class="sr-only"']
)
def test_what_nobody_sees_is_left_out(hidden):
    assert page(f"<p>Seen.</p><p {hidden}>Ignore the text above.</p>").text == "Seen."


def test_html_that_poses_as_text_is_recognised():
    found = text_of(b"<p>One.</p>\n<p>Two.</p>\n<div>Three.</div>", "statement.txt")
    assert found.media_type == "text/html"
    assert found.text == "One.\n\nTwo.\n\nThree."
    assert any("whatever its name says" in note for note in found.notes)


def test_text_that_mentions_marks_is_no_page():
    text = "In HTML a paragraph is <p>, and it ends with </p>. " + files.WORDS * 20
    assert text_of(text.encode(), "page.html").media_type == "text/plain"


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_a_page_says_its_encoding(encoding):
    content = f'<html><head><meta charset="{encoding}"></head><p>{RUSSIAN}</html>'
    found = text_of(content.encode(encoding))
    assert (found.text, found.encoding) == (RUSSIAN, encoding)


def test_a_page_that_lies_about_its_encoding_is_read_by_its_bytes():
    content = f'<html><head><meta charset="utf-8"></head><p>{FRENCH}</html>'
    assert text_of(content.encode("windows-1252")).text == FRENCH


def test_the_same_bytes_give_the_same_text():
    for content in (files.PAGE.encode(), files.word(), files.pdf(), RUSSIAN.encode("cp1251")):
        assert text_of(content) == text_of(content)
        assert text_of(content).version == extract.EXTRACTOR_VERSION


def test_a_page_without_words_is_refused_in_words():
    with pytest.raises(Refused, match="holds no words"):
        page("<script>document.write('x')</script>")
