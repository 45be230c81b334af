"""What pages of the web and papers in two languages print around a text."""

import pytest

from speeches.intake.furniture import reasons
from speeches.intake.page import Page
from speeches.intake.parser import read
from speeches.intake.reading import Reason

TEXT = (
    "A well that two villages dig belongs to both. Our grandmothers knew it, and we should not "
    "forget it.\n\nI call on all governments to open their wells. Let us dig together.\n"
)


def kept_out(*lines):
    page = Page("\n\n".join(lines))
    return list(reasons(page.lines))


@pytest.mark.parametrize(
    "line",
    [
        "Compartilhe:",
        "Você está aqui: Página Inicial > Discursos",
        "HomeAbout UsAmbassadorNewsStatementsContact",
        "14 May 2020 | Today's Paper | Subscribe | Log In",
        "BREAKING: Floods in the delta - live updates",
        "A version of this article appears in print on May 14, 2020, on Page A3.",
        "Opening hours: Monday to Friday 9.00-12.30",
    ],
)
def test_what_a_page_says_of_itself_is_navigation(line):
    assert kept_out(line) == [Reason.NAVIGATION]


@pytest.mark.parametrize(
    "line",
    [
        "Fecha / Date: 8 de noviembre de 2023",
        "McArthur, MacDonald and DeLaRue said so.",
        "Address by the Minister of Wells",
        "We share this page of history with our neighbours.",
    ],
)
def test_what_a_text_or_its_head_says_is_not(line):
    assert kept_out(line) == [None]


def test_tags_one_below_the_other_are_navigation_with_the_first():
    found = kept_out("wells\n|spades\n|South-South cooperation")
    assert found == [Reason.NAVIGATION] * 3


@pytest.mark.parametrize(
    ("told", "speaker", "office"),
    [
        (
            "The Honourable Ann Bee, Minister of Wells, today issued the following statement:",
            "Ann Bee",
            "Minister of Wells",
        ),
        (
            "La Ministra de Pozos, Ana Vega, hizo hoy la siguiente declaración:",
            "Ana Vega",
            "Ministra de Pozos",
        ),
        (
            "La ministre des Puits, Anne Abeille, a fait aujourd’hui la déclaration suivante :",
            "Anne Abeille",
            "ministre des Puits",
        ),
    ],
)
def test_whoever_made_the_following_statement_speaks_below(told, speaker, office):
    found = read(f"Statement on the wells\n\n5 March 2014\n\n{told}\n\n{TEXT}")
    statement = found.statements[0]
    assert (statement.speaker.value, statement.capacity.value) == (speaker, office)
    assert statement.passages[0].source.startswith("A well that two villages dig")


def test_a_story_that_comes_to_a_statement_is_not_cut_above_it():
    prose = "The village met on Monday, and the meeting was long, as such meetings are. " * 3
    found = read(f"Village meets\n\n{prose}\n\nAnn Bee made the following statement:\n\n{TEXT}")
    assert any(passage.source.startswith("The village met") for passage in found.passages)


def test_the_language_printed_before_a_title_is_no_part_of_it():
    found = read(
        "[PT] Discurso da Ministra dos Poços, Ana Vega\n"
        "[EN] Speech by the Minister of Wells, Ana Vega\n\n5 March 2014\n\n" + TEXT
    )
    assert found.title.value == "Discurso da Ministra dos Poços, Ana Vega"
