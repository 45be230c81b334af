"""Bodies: nothing but the allowed elements comes out, and every word that went in."""

import html
import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.markup import (
    Block,
    blocks,
    excerpt,
    link_terms,
    plain,
    quotations,
    render,
    render_block,
)

BODY = """
# The way *forward*

1. The first point
goes on here.

2. The second: “South-South cooperation is **key**,” she said.

5. The fifth, with [a source](https://example.org/a?b=1&c=2).

> Words of another.
>
> And more of them.

| Year | Place |
|------|------:|
| 2017 | New York |
"""

MARKUP = st.text(alphabet="ab#>*_[]()|-:\\\"'“”«»<&;/= \n\t.1" + "ا国\u200b\0", max_size=120)
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            '<a href="javascript:alert(1)">x</a>',
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt&colon;alert(1))",
            "[x](java\tscript:alert(1))",
            "[x](data:text/html,<script>)",
            "[x](https://example.org)",
            "[x](<https://example.org/a b> \"title' onclick='x\")",
            "[x](/path)",
            "[x][y]",
            "![x](https://example.org/x.png)",
            "<https://example.org>",
            "<!-- -->",
            "<style>*{}</style>",
            "<svg><math><mtext>",
            "&lt;b&gt;",
            "&#x6A;",
            "| a | b |\n|---|:-:|\n| 1 | “2” |",
            "\n\n",
            "> ",
            "# ",
            "“words",
            "”",
            '"',
            "*",
            "**",
            "__",
            "\\",
            "\ud800",
            "word",
            " ",
        ]
    ),
    max_size=14,
).map("".join)
BODIES = st.one_of(MARKUP, FRAGMENTS, st.text(max_size=80))

PLAIN = "p h2 h3 h4 blockquote em strong table thead tbody tr th td"
ALLOWED = {
    **{name: set() for name in PLAIN.split()},
    "a": {"href", "rel"},
    "q": {"class"},
}


class Watch(HTMLParser):
    """Refuses what may not come out, and elements that are not closed in their order."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.text = []

    def handle_starttag(self, tag, attributes):
        assert tag in ALLOWED, tag
        assert {name for name, _ in attributes} <= ALLOWED[tag]
        values = dict(attributes)
        if "href" in values:
            assert re.match(r"(https?://|mailto:)", values["href"], re.IGNORECASE)
        if tag == "a":
            assert values.get("rel") == "nofollow noopener"
        if tag == "q":
            assert values == {"class": "said"}
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def watched(rendered):
    watch = Watch()
    watch.feed(rendered)
    watch.close()
    assert not watch.open
    return "".join(watch.text)


@given(BODIES)
def test_only_what_is_allowed_comes_out(source):
    watched(render(source))
    watched(render_block(source, mark_quotes=True))


@given(BODIES)
def test_marking_quotes_changes_no_word(source):
    unmarked = render_block(source)
    marked = render_block(source, mark_quotes=True)
    assert re.sub(r'<q class="said">|</q>', "", marked) == unmarked


@given(BODIES)
def test_passages_joined_again_are_the_same_passages(source):
    found = blocks(source)
    assert blocks("\n\n".join(block.source for block in found)) == found
    assert all(block.source.strip() == block.source != "" for block in found)
    assert {block.kind for block in found} <= {"paragraph", "heading", "quote", "table"}


@given(BODIES)
def test_a_body_is_rendered_as_its_passages_are(source):
    assert render(source) == "\n".join(render_block(block.source) for block in blocks(source))


@given(BODIES, st.integers(20, 300))
def test_an_excerpt_fits_and_is_never_empty_for_a_body_that_is_not(source, length):
    found = excerpt(source, length)
    assert len(found) <= length
    assert bool(found) == bool(blocks(source))


@given(BODIES)
def test_plain_words_are_the_words_that_are_shown(source):
    shown = re.sub(r"(?=</(?:p|h\d|td|th)>)", " ", render(source))
    assert plain(source).split() == watched(shown).split()


@given(st.text(alphabet="ab “”„«»\"‘’'「」\n.", max_size=60))
def test_quoted_words_lie_in_order_between_marks_within_a_paragraph(text):
    end = 0
    for start, stop in quotations(text):
        assert end < start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        assert set(text[end:start]) & set('“„«"「')
        assert not re.search(r"\n[^\S\n]*\n", text[start:stop])
        end = stop


# -- what a body looks like


def test_official_numbers_stay_as_printed():
    rendered = render("1. One\n\n2. Two\n\n5. Five\n\n- dash\n\n* star")
    printed = ["1. One", "2. Two", "5. Five", "- dash", "* star"]
    assert rendered == "\n".join(f"<p>{line}</p>" for line in printed)


def test_every_part_of_a_body_is_rendered():
    rendered = render(BODY)
    assert "<h2>The way <em>forward</em></h2>" in rendered
    assert "<p>1. The first point\ngoes on here.</p>" in rendered
    assert "<strong>key</strong>" in rendered
    address = "https://example.org/a?b=1&amp;c=2"
    assert f'<a href="{address}" rel="nofollow noopener">a source</a>' in rendered
    assert "<blockquote><p>Words of another.</p>\n<p>And more of them.</p></blockquote>" in rendered
    assert "<th>Year</th>" in rendered
    assert "<td>New York</td>" in rendered


def test_a_body_is_parted_into_its_passages():
    kinds = [block.kind for block in blocks(BODY)]
    assert kinds == ["heading", "paragraph", "paragraph", "paragraph", "quote", "table"]
    assert blocks("One\r\ntwo\r\n \r\nThree") == [
        Block("paragraph", "One\ntwo"),
        Block("paragraph", "Three"),
    ]
    assert blocks("# Head\ntext") == [Block("heading", "# Head"), Block("paragraph", "text")]
    assert blocks("text\n> said\n# Head") == [
        Block("paragraph", "text"),
        Block("quote", "> said"),
        Block("heading", "# Head"),
    ]
    assert blocks(" \n\t\n") == []


@pytest.mark.parametrize(
    ("source", "rendered"),
    [
        ("#No heading", "<p>#No heading</p>"),
        ("###### Deep", "<h4>Deep</h4>"),
        ("* *** *", "<p>* *** *</p>"),
        ("    indented", "<p>indented</p>"),
        ("Line\n---", "<p>Line\n---</p>"),
        ("```\ncode\n```", "<p>```\ncode\n```</p>"),
        ("a \\*star\\*", "<p>a *star*</p>"),
        ("<b>bold</b> & more", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](/here)", "<p>[x](/here)</p>"),
        ("[x](#)", "<p>[x](#)</p>"),
    ],
)
def test_what_is_no_markup_stays_as_it_was_written(source, rendered):
    assert render(source) == rendered


# -- quoted words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“It’s the South’s ‘own’ way,” she said. “Yes.”", ["It’s the South’s ‘own’ way,", "Yes."]),
        ('He said "don\'t" and "won\'t".', ["don't", "won't"]),
        ("Il a dit : « L’“élan” du Sud ».", ["L’“élan” du Sud"]),
        ("Er sagte: „Der Süden“ und mehr.", ["Der Süden"]),
        ("Он сказал: «Юг — «новый» партнёр».", ["Юг — «новый» партнёр"]),
        ("她说「南南合作」。", ["南南合作"]),
        ("She said: “It goes on", ["It goes on"]),
        ("“One\nline\n \nNo more. “Two”", ["One\nline", "Two"]),
        ('a 5" pipe and 6" more', []),
        ("‘single’ and it’s", []),
        ("“” empty", []),
        ("stray ” mark", []),
    ],
)
def test_quoted_words_are_found(text, quoted):
    assert [text[start:end] for start, end in quotations(text)] == quoted


def test_quoted_words_are_marked_with_their_marks():
    rendered = render_block("“Yes, *we* can,” she said.", mark_quotes=True)
    assert rendered == '<p><q class="said">“Yes, <em>we</em> can,”</q> she said.</p>'


def test_a_quotation_that_crosses_emphasis_is_marked_in_parts():
    rendered = render_block("**He said “yes** of course” again", mark_quotes=True)
    assert rendered == (
        '<p><strong>He said <q class="said">“yes</q></strong>'
        '<q class="said"> of course”</q> again</p>'
    )


def test_a_quotation_does_not_leave_its_cell_or_paragraph():
    rendered = render_block("> “open\n>\n> next “b”", mark_quotes=True)
    assert '<p><q class="said">“open</q></p>' in rendered
    assert '<p>next <q class="said">“b”</q></p>' in rendered


def test_the_founding_story_has_its_quotations_marked():
    documents = Path(__file__).resolve().parents[2] / "fixtures" / "documents"
    story = next(documents.glob("000_*.txt")).read_text(encoding="utf-8")
    quoted = [story[start:end] for start, end in quotations(story)]
    assert len(quoted) == 5
    assert quoted[1] == (
        "Nearly every country in the global South is engaged in South-South cooperation,"
    )


# -- excerpts and plain words


def test_plain_words_have_no_markup():
    assert plain(BODY).startswith(
        "The way forward\n\n1. The first point goes on here.\n\n2. The second: “South-South"
    )
    assert "Year Place 2017 New York" in plain(BODY)


def test_an_excerpt_passes_over_headings_and_ends_with_a_whole_word():
    assert excerpt(BODY, 40) == "1. The first point goes on here. 2. The…"
    assert excerpt("# Only a heading") == "Only a heading"
    assert excerpt("short") == "short"
    assert excerpt("国" * 50, 20) == "国" * 19 + "…"
    assert excerpt("") == ""


# -- terms


def test_the_first_whole_word_of_each_term_is_linked():
    rendered = render(
        "South-South cooperation and ODA. More oda, more ODA, south-south cooperation."
    )
    linked = link_terms(
        rendered, {"ODA": "/tags/oda/", "South-South cooperation": "/tags/ssc/", "South": "/s/"}
    )
    assert linked == (
        '<p><a href="/tags/ssc/">South-South cooperation</a> and <a href="/tags/oda/">ODA</a>. '
        "More oda, more ODA, south-south cooperation.</p>"
    )


@pytest.mark.parametrize(
    ("source", "terms"),
    [
        ("Development aid", {"develop": "/x/"}),
        ("[ODA here](https://example.org/ODA)", {"ODA": "/x/", "here": "/y/", "example": "/z/"}),
        ("AT&T", {"amp": "/x/"}),
        ("oda and Oda", {"ODA": "/x/"}),
        ("anything", {"": "/x/", " ": "/y/"}),
    ],
)
def test_other_words_are_not_linked(source, terms):
    assert link_terms(render(source), terms) == render(source)


def test_terms_are_linked_over_line_ends_and_in_every_script():
    assert link_terms("<p>South-South\ncooperation</p>", {"south-south cooperation": "/a/"}) == (
        '<p><a href="/a/">South-South\ncooperation</a></p>'
    )
    assert '<a href="/zh/">南南合作</a>' in link_terms(
        "<p>促进南南合作的</p>", {"南南合作": "/zh/"}
    )
    assert '<a href="/rd/">R&amp;D</a>' in link_terms(render("for R&D"), {"R&D": "/rd/"})


@given(BODIES, st.dictionaries(st.text(max_size=6), st.just('/tags/"x"/&'), max_size=5))
def test_linking_terms_adds_links_and_nothing_else(source, terms):
    rendered = render(source)
    linked = link_terms(rendered, terms)
    parts = re.split(r'<a href="/tags/&quot;x&quot;/&amp;">(.*?)</a>', linked, flags=re.DOTALL)
    assert "".join(parts) == rendered
    wanted = {" ".join(html.unescape(term).split()).casefold() for term in terms}
    for text in parts[1::2]:
        assert " ".join(html.unescape(text).split()).casefold() in wanted


NASTY = ["*", "*a ", "**a *b ", "_a__b", "[", "[a](", "[*", "![", "\\", "`", "&", '<a "', " \n"]
NASTY += [">", "> ", "# a\n", "|", "a|b\n-|-\n", '"', "“", "“a *", "«a» "]


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_bodies_are_read_in_linear_time(nasty):
    times = []
    for size in (8_000, 32_000):
        source = (nasty * size)[:size]
        started = time.process_time()
        link_terms(render_block(source, mark_quotes=True), {"a": "/a/", "b c": "/b/"})
        excerpt(source)
        times.append(time.process_time() - started)
    assert times[1] < max(0.5, 12 * times[0]), times
