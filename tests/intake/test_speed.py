"""The work of reading grows with the length of a text and not faster; of a page it is little."""

import re

import pytest

from speeches.intake import read
from tests.work import assert_costs_at_most, assert_grows_with_the_length

from . import papers

WORD = re.compile(r"\w+")
MOST_OF_A_PAGE = 25
"""Times the work of taking a page into words twenty times, of which a page takes about eight."""


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "**a ", "_a_ ", "“a” ", "Aa ", "A. ", "the Secretary-General of ", "a\n", "a\n\n"),
        *("# ", "12 September 2012 ", "to mark A of ", "at the a ", "A/RES/1 ", "VIENNA, 1 A ("),
        *("he said “a” ", "Ann Bee: yes?\n", "From: a\n", "> a\n", ", 1 May 2012\n"),
        *("on behalf of ", "Statement by ", "Mr. Bee said “a b c d e.”\n\n", "Q: a?\nA: b.\n"),
        *("主席在", "رئيس ", "A, the B of C, ", "(a) ", "de la ", "日", "said the a, Ann Bee, "),
        *('"', "“", "«", ".", "…", " ", "A", "9", "-", "–", "(", "[(", ">", "> ", "*", "\\", "| "),
        *("/", ":", ",", "?", "!", "\n", "a", "Ann Bee ", "Ann Bee\n", "H.E. Mr. ", "Minister "),
        *("Ann Bee, Minister of Wells\n\n", "12 May 2031\n", "SG/SM/12345-DEV/6789\n"),
        *("New York, 1 May 2031 – ", "Related stories\n", "Share this\n", "“a\n\n"),
        *("“Ann Bee said ", "http://a.b/", "a@b.c ", "© ", "1. a\n", "- 2 -\n", "QUESTION: "),
        *("MR. BEE: a\n", "Subject: a\n", "Regards,\nAnn\n", "Mr. President,\n\n", "a.b.c.d."),
        *("to the President of ", "embargo until ", "Following is the text of ", "国家主席"),
        *("« Nous », a dit ", "他说：“", "по словам министра ", "«Мы, — сказал он. — ", "6-8 May "),
        *("0O1l", "A0A", "a-\n", "The The ", "a’s ", "de l’", "Letter to ", "all rights reserved "),
    ],
)
def test_the_work_grows_with_the_length_and_not_faster(piece):
    assert_grows_with_the_length(read, lambda length: piece * (length // len(piece)), 3_000)


BODY = (
    "I ask every Government of the South to keep its wells open, and to share with others what it "
    "has learned since 12 September 2012 in Nairobi. We thank the Group of 77 and China.\n\n"
)
STORY = (
    "“We have apples enough,” Minister for Rural Affairs Mateo Quispe said on Monday at a meeting "
    "in Geneva. “What we lack is carts,” he added.\n\n"
)
TURN = (
    "QUESTION: Who drinks from the well, and when will the Minister of Wells answer?\n\n"
    "MR. QUISPE: Everybody drinks. I told the Assembly on 12 May 2031 that we dig.\n\n"
)
SCAN = (
    "     It is a small country that congratulates you, and the con-\n"
    "gratulation is of the usua1 size, said the Secretary-General 0f the\n"
    "United Nations.\n\n                              - 2 -\n\n"
)
PAPERS = {
    "one voice": (papers.INVENTED_MESSAGE, BODY),
    "story": (papers.INVENTED_STORY, STORY),
    "transcript": ("Press conference by the Minister\n\nNew York, 12 May 2031\n\n", TURN),
    "scan": ("STATEMENT BY\n\n   H.E. MR. OTTO WHEEL\n\n   21 October 1985\n\n", SCAN),
}


@pytest.mark.parametrize("layout", PAPERS)
def test_a_long_paper_of_each_layout_takes_its_length(layout):
    head, paragraph = PAPERS[layout]
    assert_grows_with_the_length(
        read, lambda length: head + paragraph * (length // len(paragraph)), 8_000
    )


@pytest.mark.parametrize("layout", PAPERS)
def test_a_page_takes_little_beside_finding_its_words(layout):
    head, paragraph = PAPERS[layout]
    page = head + paragraph * (2_500 // len(paragraph))

    def words():
        return [[word.casefold() for word in WORD.findall(page)] for _ in range(20)]

    assert_costs_at_most(MOST_OF_A_PAGE, lambda: read(page), words)


def test_a_long_quotation_beside_an_office_costs_no_more_than_its_length():
    """What is quoted is blanked out for the reader of the told words: a long run of spaces."""

    def paper(words):
        said = "dig " * words
        return f"The Minister of Wells, Ann Bee, said “{said}” today at a meeting.\n\n" * 3

    assert_grows_with_the_length(read, paper, 40)
