"""Tags at the desk: proposed from what the words say, typed by any label, made new by some."""

import pytest

from speeches.models import Speech, Tag, TagLabel, Verdict

from .desk import somebody
from .intake_desk import MESSAGE, bring, press, shown

pytestmark = pytest.mark.django_db
READY = {"s1-status": "as-issued", "s1-as": "draft", "s1-capacity": "none"}


def test_a_tag_is_proposed_by_its_label_in_another_language_with_the_words(lists, editor):
    tag = Tag.objects.create(name="Well digging")
    TagLabel.objects.create(tag=tag, label="forage de puits", language="fr")
    text = MESSAGE.decode().replace("But despite", "Le forage de puits est un art. But despite")
    intake = bring(editor, text)
    html = shown(editor, intake)
    assert "Well digging" in html
    assert "“forage de puits” stands in it once." in html
    press(editor, intake, "_keep", **{"s1-tag": [str(tag.pk)]})
    press(editor, intake, "_file", **READY)
    speech = Speech.objects.get()
    assert [row.tag for row in speech.tagged.all()] == [tag]
    assert speech.evidence.get(fact="tag").words == "forage de puits"


def test_a_tag_is_typed_by_any_label_and_a_list_is_pasted(lists, editor):
    trade = Tag.objects.create(name="Barter", key="barter")
    TagLabel.objects.create(tag=trade, label="以物易物", language="zh")
    water = Tag.objects.create(name="Water, salt", key="water, salt")
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_keep", **{"s1-tags": "以物易物\nwater, SALT"})
    assert "It gets: Barter, Water, salt." in shown(editor, intake)
    press(editor, intake, "_file", **READY)
    assert {row.tag for row in Speech.objects.get().tagged.all()} == {trade, water}
    assert Verdict.objects.get(field="tag", outcome="entered").number == 2


def test_a_name_that_no_tag_has_is_said_and_made_only_when_asked(lists, editor):
    intake = bring(editor, MESSAGE)
    response = press(editor, intake, "_file", **READY, **{"s1-tags": "Moon fishing"})
    html = response.content.decode()
    assert "no tag is called “Moon fishing”" in html
    assert "Make a new tag of “Moon fishing”" in html
    assert intake.state == "open"
    press(editor, intake, "_file", **{"s1-tags-create": "yes"})
    assert intake.state == "filed"
    assert Speech.objects.get().tagged.get().tag.name == "Moon fishing"


def test_who_may_not_add_tags_is_not_offered_to_and_refused(lists, client):
    client.force_login(somebody("contributor"))
    intake = bring(client, MESSAGE)
    press(client, intake, "_keep", **READY, **{"s1-tags": "Moon fishing"})
    html = shown(client, intake)
    assert "s1-tags-create" not in html
    assert "ask a curator" in html
    response = press(client, intake, "_file", **{"s1-tags-create": "yes"})
    assert "does not let you add tags" in response.content.decode()
    assert not Tag.objects.filter(name="Moon fishing").exists()
    assert not Speech.objects.exists()


def test_far_too_many_names_are_refused_in_words(lists, editor):
    intake = bring(editor, MESSAGE)
    many = {"s1-tags": ";".join(f"tag {n}" for n in range(150)), "s1-tags-create": "yes"}
    response = press(editor, intake, "_file", **READY, **many)
    assert "These are more than 100 names." in response.content.decode()
    assert not Tag.objects.filter(name="tag 7").exists()
