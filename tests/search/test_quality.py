"""How well searches find known statements: read, measured, printed."""

import pytest
from django.core.management import CommandError, call_command

from speeches import search
from speeches.models import Imported
from tests.builders import a_speech, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    """Twelve statements on rain, the last of them on walnuts too; ids “1” to “12”."""
    user = a_user()
    for number in range(1, 13):
        extra = " Walnut trees." if number == 12 else ""
        speech = a_speech(f"Speech {number}", body=f"Rain{' falls' * number}.{extra}")
        Imported.objects.create(
            external_id=str(number), digest="x", speech=speech, imported_by=user
        )


def measured(*pairs):
    known = [search.quality.Known(query, wanted) for query, wanted in pairs]
    return list(search.quality.measured(known, search.ranked))


def test_a_statement_is_worth_the_reciprocal_of_its_place(held):
    first, last, missing = measured(("walnut rain", "12"), ("rain", "12"), ("figs", "12"))
    assert (first.place, first.worth, first.found) == (1, 1.0, 1)
    places = {n: measured(("rain", str(n)))[0] for n in range(1, 13)}
    assert sorted(each.place for each in places.values()) == [*range(1, 13)]
    assert {each.worth for each in places.values() if each.place > 10} == {0.0}
    assert last == places[12]
    assert (missing.place, missing.worth) == (0, 0.0)


def test_drafts_are_not_found(held):
    Imported.objects.get(external_id="12").speech.delete()
    assert not measured(("walnut", "12"))[0].is_held


def test_the_command_prints_the_mean_and_what_is_not_first(held, tmp_path, capsys):
    file = tmp_path / "known.tsv"
    file.write_text("# remark\n\nwalnut\t12\nfigs\t1\nrain\tnowhere\n", encoding="utf-8")
    call_command("search", "quality", str(file))
    said = capsys.readouterr().out
    assert "Mean reciprocal rank at 10: 0.500, of 2 queries; 1 find their statement first" in said
    assert "not found  of      0  figs" in said
    assert "not held" in said


@pytest.mark.parametrize("line", ["no tab", "\t12", "words\t"])
def test_a_line_that_is_no_query_is_named(line, tmp_path):
    file = tmp_path / "known.tsv"
    file.write_text(f"# remark\n{line}\n", encoding="utf-8")
    with pytest.raises(CommandError, match="line 2"):
        call_command("search", "quality", str(file))


def test_the_set_of_the_project_is_large_and_names_each_query_once():
    with open("bench/known_items/ungdc.tsv", encoding="utf-8") as lines:
        known = list(search.quality.read(lines))
    assert len({each.query for each in known}) == len(known) >= 60
