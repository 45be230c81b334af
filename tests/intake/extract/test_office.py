"""Word files and PDFs become paragraphs."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from speeches.intake.extract import text_of

from . import files

HEAD = {"word/header1.xml": files.head_or_foot("Check against delivery")}
FOOT = {
    "word/footer1.xml": files.head_or_foot("2"),
    "word/footer2.xml": files.head_or_foot("Mission"),
}


def pdf_text(*pages):
    return text_of(files.pdf(list(pages))).text


def test_a_word_file_keeps_headings_quotes_and_tables():
    body = (
        files.word_paragraph("On wells", "Title")
        + files.word_paragraph("Why", "H2")
        + files.word_paragraph("Words with a * star and an _underscore_.")
        + files.word_paragraph("Dig together.", "Quote")
        + files.word_table([["Year", "Wells"], ["2030", "12"]])
    )
    found = text_of(files.word(body), "statement.txt")
    assert found.media_type.endswith("wordprocessingml.document")
    assert found.encoding == ""
    assert found.text == (
        "# On wells\n\n## Why\n\nWords with a * star and an \\_underscore\\_.\n\n"
        "> Dig together.\n\n"
        "| Year | Wells |\n| --- | --- |\n| 2030 | 12 |"
    )


def test_lines_at_the_head_and_foot_of_word_pages_are_kept_once():
    found = text_of(files.word(files.word_paragraph(files.WORDS), parts=HEAD | FOOT))
    assert found.text == f"Check against delivery\n\n{files.WORDS}\n\nMission"
    assert any("head and foot" in note for note in found.notes)


def test_a_word_file_reads_no_other_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="p1" Target="file://{secret}" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        "</Relationships>"
    )
    picture = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006'
        '/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/'
        '2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/'
        '2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships" r:link="p1"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    content = files.word(
        files.word_paragraph("Words.") + picture, parts={"word/_rels/document.xml.rels": relations}
    )
    assert text_of(content).text == "Words."


def test_lines_of_a_pdf_are_joined_to_paragraphs():
    lines = [
        (72, 770, 16, "Statement on wells"),
        (72, 730, 11, "A well that two villages dig belongs to both of them, and the water in it"),
        (72, 716, 11, "is drawn by turns, as the elders of both have said since the first day, so"),
        (72, 702, 11, "that none goes thirsty."),
        (
            72,
            676,
            11,
            "Trade followed the water, and schools followed the trade, in all the valley",
        ),
        (72, 662, 11, "and beyond it."),
    ]
    assert pdf_text(lines).split("\n\n") == [
        "Statement on wells",
        "A well that two villages dig belongs to both of them, and the water in it is drawn by "
        "turns, as the elders of both have said since the first day, so that none goes thirsty.",
        "Trade followed the water, and schools followed the trade, in all the "
        "valley and beyond it.",
    ]


def test_an_indent_begins_a_paragraph():
    lines = [
        (
            72,
            770,
            11,
            "The first paragraph begins at the margin and goes on to the end of the line",
        ),
        (
            72,
            756,
            11,
            "and ends with a line that is as long as all the others of the whole page, so.",
        ),
        (
            96,
            742,
            11,
            "The second is told by its indent alone, since nothing else parts it from the",
        ),
        (72, 728, 11, "first one."),
    ]
    assert [text[:10] for text in pdf_text(lines).split("\n\n")] == ["The first ", "The second"]


def test_double_spaced_lines_are_one_paragraph():
    words = "as long as all the other lines of this page are, and it goes on and on"
    lines = [(72, 770 - 28 * number, 12, f"{number} {words}") for number in range(1, 9)]
    assert "\n" not in pdf_text(lines)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            ["All that coope-", "ration brings, and", "the cooperation itself"],
            "All that cooperation",
        ),
        (["Our well-", "being, and", "the well-being of others"], "Our well-being, and"),
        (["For South-", "South trade"], "For South-South trade"),
        (["A soft hy\u00adphen and a bro\u00ad", "ken word"], "A soft hyphen and a broken word"),
        (["In all the long-", "term plans"], "In all the long-term plans"),
    ],
)
def test_broken_words_are_mended_and_hyphens_that_words_own_are_kept(lines, words):
    assert words in pdf_text(lines)


def test_pages_stay_apart_and_page_numbers_are_left_for_the_reader():
    assert pdf_text(["The end of one", (290, 40, 9, "- 1 -")], ["the next begins"]).split(
        "\n\n"
    ) == [
        "The end of one",
        "- 1 -",
        "the next begins",
    ]


def test_words_of_a_pdf_never_turn_into_marks():
    assert pdf_text(["# no heading (1) [a](b) *x*"]) == "\\# no heading (1) [a]\\(b) \\*x\\*"


def test_pages_without_words_are_named():
    found = text_of(files.pdf([[files.WORDS], [], [files.WORDS]]))
    assert "No words on page 2: a picture, perhaps, or empty." in found.notes


def test_a_pdf_that_is_protected_only_against_changes_opens():

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(files.pdf())))
    writer.encrypt(user_password="", owner_password="owner", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    found = text_of(held.getvalue())
    assert found.text == files.WORDS
    assert any("without a password" in note for note in found.notes)
