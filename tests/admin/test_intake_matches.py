"""At the desk: what the archive holds of it already, and what a document is to a statement."""

import pytest

from speeches.models import Document, Speech

from .desk import somebody
from .intake_desk import MESSAGE, bring, press, shown, speech_of

pytestmark = pytest.mark.django_db


def test_the_same_bytes_and_the_same_statement_are_found(archive, editor):
    intake = bring(editor, MESSAGE)
    html = shown(editor, intake)
    assert "The archive holds these very bytes" in html
    assert "Its text is nearly the same" in html
    press(editor, intake, "_certain")
    response = press(editor, intake, "_file")
    assert "Say how it is to be filed" in response.content.decode()
    assert (Speech.objects.count(), intake.state) == (3, "open")


def test_what_a_document_would_be_to_a_statement_is_said(archive, editor):
    again = bring(editor, MESSAGE.replace(b"Message on", b"A message on"))
    html = shown(editor, again)
    assert "As another source of <a" in html
    assert "As the full text of" not in html
    press(editor, again, "_discard")
    whole = bring(
        editor,
        "12 September 2017\n\nUnited Nations Deputy Secretary-General Amina Mohammed\n\n"
        "Remarks on the United Nations Day for South-South Cooperation\n\n12 September 2017\n\n"
        "Excellencies, it is good to be with you on this Day, of which we have much to tell.",
    )
    assert "As the full text of <a" in shown(editor, whole)
    press(editor, whole, "_keep", **{"s1-status": "reported"})
    assert "As the full text of" not in shown(editor, whole)


def test_a_full_text_is_added_to_the_reported_statement(archive, editor):
    reported = speech_of("amina-mohammed")
    text = (
        "12 September 2017\n\nUnited Nations Deputy Secretary-General Amina Mohammed\n\n"
        "Remarks on the United Nations Day for South-South Cooperation\n\n12 September 2017\n\n"
        "Excellencies, it is good to be with you on this Day.\n\n"
        "We have learnt much from one another, and there is more to be learnt."
    )
    intake = bring(editor, text)
    press(editor, intake, "_certain")
    answers = {"s1-as": f"text:{reported.pid}", "s1-status": "as-prepared", "s1-kind-is": "yes"}
    response = press(editor, intake, "_file", **answers)
    assert intake.state == "filed", response.content.decode()
    assert Speech.objects.count() == 3
    assert set(reported.texts.values_list("status", flat=True)) == {"reported", "as-prepared"}


def test_tags_that_were_accepted_go_to_the_statement_that_gets_another_source(archive, editor):
    published = speech_of("ban-ki-moon")
    tag = published.tags.get(name="South-South cooperation")
    published.tagged.filter(tag=tag).delete()
    intake = bring(editor, MESSAGE.replace(b"Message on", b"A message on"))
    press(editor, intake, "_certain")
    answers = {"s1-as": f"text:{published.pid}", "s1-tag": [str(tag.pk)]}
    response = press(editor, intake, "_file", **answers)
    assert intake.state == "filed", response.content.decode()
    assert published.tags.filter(pk=tag.pk).exists()
    assert published.texts.count() == 2


def test_a_contributor_cannot_add_to_a_published_statement(archive, client):
    client.force_login(somebody("contributor"))
    published = speech_of("ban-ki-moon")
    intake = bring(client, MESSAGE.replace(b"Message on", b"A message on"))
    press(client, intake, "_certain")
    response = press(client, intake, "_file", **{"s1-as": f"text:{published.pid}"})
    assert "Published statements are for editors" in response.content.decode()
    assert published.texts.count() == 1
    assert not Document.objects.filter(sha256=intake.sha256).exists()


# -- people and places made in place
