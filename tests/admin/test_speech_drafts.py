"""Writing: drafts may be incomplete, and what is typed arrives."""

import pytest

from speeches import editorial
from speeches.models import Attribution, Evidence, Speech, SpeechText, Tag, TagLabel
from tests import builders

from .desk import a_draft, errors, page, rows, somebody, typed

pytestmark = pytest.mark.django_db


def test_a_title_alone_makes_a_draft(editor):
    response = editor.post(page("speech_add"), a_draft())
    assert response.status_code == 302
    assert Speech.objects.get().state == "draft"


def test_a_whole_statement_is_written_on_one_page(editor):
    speaker, document = builders.a_speaker("Amina Mohammed"), builders.a_document()
    tag = builders.a_tag("Trade")
    TagLabel.objects.create(tag=tag, label="Commerce", language="fr")
    data = a_draft(kind="message", delivered="September 2017", tag_names="commerce")
    data |= rows("attributions", {"role": "author", "speaker": speaker.pk})
    text = {"document": document.pk, "language": "en", "status": "as-issued", "coverage": "full"}
    data |= rows("texts", text | {"body": "One.\r\n\r\nTwo."})
    data |= rows(
        "evidence",
        {"fact": "title", "value": "share", "basis": "printed", "document": document.pk},
    )
    response = editor.post(page("speech_add"), data)
    assert response.status_code == 302, errors(response)
    speech = Speech.objects.get()
    assert speech.delivered.edtf == "2017-09"
    assert speech.author.speaker == speaker
    assert [passage.body for passage in speech.passages.all()] == ["One.", "Two."]
    assert list(speech.tags.all()) == [tag]
    assert speech.evidence.get().words == "share"


def test_saving_without_a_change_changes_nothing(editor):
    speech = builders.a_speech(tags=["trade", "aid"], published=False)
    document = speech.texts.get().document
    builders.an_evidence(speech, "title", "learn from what others share", document)
    before = list(Speech.objects.values(*UNCHANGING)), list(SpeechText.objects.values())
    response = editor.get(page("speech_change", speech.pk))
    assert editor.post(page("speech_change", speech.pk), typed(response)).status_code == 302
    assert (list(Speech.objects.values(*UNCHANGING)), list(SpeechText.objects.values())) == before
    history = editor.get(page("speech_history", speech.pk))
    assert "No fields changed" in history.content.decode()


UNCHANGING = ("title", "kind", "delivered", "state", "slug", "passages_made")


def test_two_authors_are_refused_in_words(editor):
    one, two = builders.a_speaker(), builders.a_speaker()
    data = a_draft() | rows(
        "attributions", {"role": "author", "speaker": one.pk}, {"role": "author", "speaker": two.pk}
    )
    response = editor.post(page("speech_add"), data)
    assert any("A statement has one author" in error for error in errors(response))
    assert not Speech.objects.exists()


def test_author_and_deliverer_can_change_places(editor):
    speech = builders.a_speech(published=False)
    deputy = builders.a_speaker()
    Attribution.objects.create(speech=speech, speaker=deputy, role="delivered_by")
    data = typed(editor.get(page("speech_change", speech.pk)))
    first, second = data["attributions-0-role"], data["attributions-1-role"]
    data |= {"attributions-0-role": second, "attributions-1-role": first}
    response = editor.post(page("speech_change", speech.pk), data)
    assert response.status_code == 302, errors(response)
    assert Speech.objects.get().author.speaker == deputy
    assert list(speech.attributions.values_list("position", flat=True)) == [0, 0]


def test_an_author_can_be_replaced_in_one_step(editor):
    speech = builders.a_speech(published=False)
    other = builders.a_speaker()
    data = typed(editor.get(page("speech_change", speech.pk)))
    data |= {
        "attributions-TOTAL_FORMS": 2,
        "attributions-0-DELETE": "on",
        "attributions-1-role": "author",
        "attributions-1-speaker": other.pk,
    }
    response = editor.post(page("speech_change", speech.pk), data)
    assert response.status_code == 302, errors(response)
    assert Speech.objects.get().author.speaker == other


def test_a_capacity_of_another_person_is_refused(editor):
    speaker, tenure = builders.a_speaker(), builders.a_tenure()
    row = {"role": "author", "speaker": speaker.pk, "tenure": tenure.pk}
    response = editor.post(page("speech_add"), a_draft() | rows("attributions", row))
    assert any("This is an office of" in error for error in errors(response))


def test_a_speaker_without_a_record_is_the_printed_name(editor):
    row = {"role": "author", "printed_as": "UN deputy chief"}
    assert editor.post(page("speech_add"), a_draft() | rows("attributions", row)).status_code == 302
    assert Speech.objects.get().author.display_name == "UN deputy chief"


def test_voices_are_chosen_below_the_text(editor):
    speech = builders.a_speech(published=False, text={"status": "reported"})
    data = typed(editor.get(page("speech_change", speech.pk)))
    assert data["texts-0-voices-p1"] == "paraphrase"
    data["texts-0-voices-p2"] = "verbatim"
    assert editor.post(page("speech_change", speech.pk), data).status_code == 302
    voices = speech.passages.order_by("position").values_list("voice", flat=True)
    assert list(voices) == ["paraphrase", "verbatim"]


def test_voices_stay_on_their_words_when_the_body_changes(editor):
    speech = builders.a_speech(published=False, text={"status": "reported"})
    data = typed(editor.get(page("speech_change", speech.pk)))
    data["texts-0-voices-p2"] = "verbatim"
    data["texts-0-body"] = "A new beginning of the report.\r\n\r\n" + data["texts-0-body"]
    assert editor.post(page("speech_change", speech.pk), data).status_code == 302
    voices = dict(speech.passages.values_list("pid", "voice"))
    assert voices == {"p1": "paraphrase", "p2": "verbatim", "p3": "paraphrase"}


def test_a_long_text_has_its_voices_on_a_page_of_their_own(editor):
    body = "\n\n".join(f"Paragraph number {n}." for n in range(1, 401))
    speech = builders.a_speech(published=False, body=body)
    text = speech.texts.get()
    voices = page("speech_voices", speech.pk, text.pk)
    assert voices in editor.get(page("speech_change", speech.pk)).content.decode()
    response = editor.post(f"{voices}?page=2", {"p151": "narration", "p1": "narration"})
    assert response.status_code == 302
    assert list(text.passages.filter(voice="narration").values_list("pid", flat=True)) == ["p151"]


def test_wrong_words_of_evidence_are_named(editor):
    document = builders.a_document()
    row = {
        "fact": "title",
        "value": "x",
        "basis": "printed",
        "document": document.pk,
        "words": "words that nobody printed",
    }
    response = editor.post(page("speech_add"), a_draft() | rows("evidence", row))
    assert any("does not stand in" in error for error in errors(response))


def test_evidence_finds_its_span_whatever_the_quotes_and_spaces(editor):
    document = builders.a_document(text="He said: “We  are\nequals”, and left.")
    row = {
        "fact": "speaker",
        "value": '"we are equals"',
        "basis": "printed",
        "document": document.pk,
    }
    assert editor.post(page("speech_add"), a_draft() | rows("evidence", row)).status_code == 302
    assert Evidence.objects.get().words == "“We  are\nequals”"


def test_evidence_from_elsewhere_says_why(editor):
    row = {"fact": "symbol", "value": "UNIS/SGSM/368", "basis": "external"}
    response = editor.post(page("speech_add"), a_draft() | rows("evidence", row))
    assert any("Say why" in error for error in errors(response))


def test_unknown_tags_are_listed_and_nothing_is_lost(editor):
    builders.a_tag("Trade")
    response = editor.post(page("speech_add"), a_draft(tag_names="trade; solidarity, fishing"))
    shown = response.content.decode()
    assert errors(response) == ["No tag is called “solidarity”, “fishing”."]
    assert "trade; solidarity, fishing" in shown
    assert 'name="tag_names-create"' in shown


def test_unknown_tags_can_be_made_in_the_same_step(editor):
    data = a_draft(tag_names="solidarity, fishing") | {"tag_names-create": "1"}
    assert editor.post(page("speech_add"), data).status_code == 302
    tags = Speech.objects.get().tags.values_list("name", flat=True)
    assert sorted(tags) == ["fishing", "solidarity"]


def test_those_who_may_not_add_tags_are_not_offered_it(client):
    client.force_login(somebody("contributor"))
    data = a_draft(tag_names="fishing") | {"tag_names-create": "1"}
    response = client.post(page("speech_add"), data)
    assert errors(response) == ["No tag is called “fishing”."]
    assert 'name="tag_names-create"' not in response.content.decode()
    assert not Tag.objects.exists()


def test_a_name_with_a_comma_is_one_tag(editor):
    builders.a_tag("science, technology and innovation")
    builders.a_tag("trade")
    pasted = "trade, science, technology and innovation"
    assert editor.post(page("speech_add"), a_draft(tag_names=pasted)).status_code == 302
    assert Speech.objects.get().tags.count() == 2


def test_words_can_be_kept_before_their_document_is_there(editor):
    data = a_draft(kind="message", delivered="2017")
    data |= rows("attributions", {"role": "author", "printed_as": "Amina Mohammed"})
    text = {"document": "", "language": "en", "status": "as-issued", "coverage": "full"}
    data |= rows("texts", text | {"body": "Words from a letter."})
    response = editor.post(page("speech_add"), data)
    assert response.status_code == 302, errors(response)
    speech = Speech.objects.get()
    preview = editor.get(speech.get_absolute_url()).content.decode()
    assert "Words from a letter." in preview
    points = [str(point) for point in editorial.missing(speech)]
    assert points == ["Say for each text which document it comes from."]
