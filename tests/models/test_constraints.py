"""What the database refuses, from bulk and raw writes too; `clean` says the same in words."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from speeches.dates import PartialDate
from speeches.models import (
    Attribution,
    Document,
    DocumentSymbol,
    Event,
    EventSeries,
    Evidence,
    Office,
    Organization,
    Passage,
    PassageNote,
    SeriesDate,
    Speaker,
    Speech,
    SpeechText,
    Tag,
    TaggedSpeech,
    TagLabel,
    Tenure,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def un():
    return Organization.objects.create(name="United Nations")


@pytest.fixture
def ban():
    return Speaker.objects.create(name="Ban Ki-moon")


@pytest.fixture
def office(un):
    return Office.objects.create(title="Secretary-General", organization=un)


@pytest.fixture
def tenure(ban, office):
    return Tenure.objects.create(speaker=ban, office=office, start="2007", end="2016")


@pytest.fixture
def speech():
    return Speech.objects.create(title="Message")


@pytest.fixture
def document():
    record = Document(title="Release", kind="press-release")
    record.receive("Ban Ki-moon said: “We must work.”".encode())
    record.save()
    return record


@pytest.fixture
def day():
    return EventSeries.objects.create(name="The Day")


def refused(model, **fields):
    """Whether the database refuses the row, however it comes: here by bulk_create."""
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.bulk_create([model(**fields)])
    return True


def test_a_published_speech_has_a_date_a_kind_and_a_moment():
    now = timezone.now()
    whole = {"title": "t", "state": "published", "delivered": PartialDate.of(2012)}
    assert refused(Speech, slug="a", kind="message", **whole)
    assert refused(Speech, slug="b", published_at=now, **whole)
    whole["delivered"] = None
    assert refused(Speech, slug="c", kind="message", published_at=now, **whole)
    Speech.objects.bulk_create([Speech(title="draft", slug="d")])


def test_a_state_nobody_knows_is_refused():
    assert refused(Speech, title="t", slug="s", state="secret")


def test_a_bulk_update_can_not_publish_what_is_incomplete(speech):
    with pytest.raises(IntegrityError), transaction.atomic():
        Speech.objects.filter(pk=speech.pk).update(state="published")


def test_a_speech_has_one_author(speech, ban):
    Attribution.objects.create(speech=speech, speaker=ban)
    assert refused(Attribution, speech=speech, printed_as="Another", position=1)


def test_an_attribution_names_somebody(speech):
    assert refused(Attribution, speech=speech)
    with pytest.raises(ValidationError, match="as printed"):
        Attribution(speech=speech).full_clean()


def test_a_capacity_belongs_to_the_speaker(speech, ban, tenure):
    assert refused(Attribution, speech=speech, printed_as="x", tenure=tenure)
    other = Speaker.objects.create(name="Kofi Annan")
    with pytest.raises(ValidationError, match="office of Ban Ki-moon"):
        Attribution(speech=speech, speaker=other, tenure=tenure).full_clean()


def test_a_tenure_in_use_can_not_be_deleted(speech, ban, tenure):
    Attribution.objects.create(speech=speech, speaker=ban, tenure=tenure)
    with pytest.raises(ProtectedError):
        tenure.delete()


def test_a_tenure_in_use_can_not_go_to_another_person(speech, ban, tenure):
    Attribution.objects.create(speech=speech, speaker=ban, tenure=tenure)
    tenure.speaker = Speaker.objects.create(name="Kofi Annan")
    with pytest.raises(ValidationError, match="rest on this tenure"):
        tenure.full_clean()


def test_a_tenure_ends_after_it_starts(ban, office):
    dates = {"start": PartialDate.of(2016), "end": PartialDate.of(2007)}
    assert refused(Tenure, speaker=ban, office=office, **dates)
    with pytest.raises(ValidationError, match="before the start"):
        Tenure(speaker=ban, office=office, **dates).full_clean()


def test_a_tenure_stands_once_with_or_without_its_start(ban, office, tenure):
    assert refused(Tenure, speaker=ban, office=office, start=PartialDate.of(2007))
    Tenure.objects.create(speaker=ban, office=office)
    assert refused(Tenure, speaker=ban, office=office)


def test_a_series_has_one_observance_a_year(day):
    Event.objects.create(name="The Day", kind="observance", series=day, start="2012-09-12")
    assert refused(Event, name="Again", slug="again", kind="observance", series=day, year=2012)
    Event.objects.create(name="Panel", kind="panel", series=day, year=2012)


def test_events_have_no_cycles(day):
    above = Event.objects.create(name="Above", kind="conference")
    below = Event.objects.create(name="Below", kind="panel", part_of=above)
    above.part_of = below
    with pytest.raises(ValidationError, match="part of itself"):
        above.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=above.pk).update(part_of=above.pk)


def test_rules_of_a_series_do_not_overlap(day):
    SeriesDate.objects.create(series=day, month=12, day=19, from_year=2004, to_year=2011)
    SeriesDate.objects.create(series=day, month=9, day=12, from_year=2012)
    assert refused(SeriesDate, series=day, month=1, day=1, from_year=2020)
    with pytest.raises(ValidationError, match="some of these years"):
        SeriesDate(series=day, month=1, day=1, from_year=2010, to_year=2010).full_clean()


@pytest.mark.parametrize(("month", "number"), [(13, 1), (0, 1), (2, 30), (4, 31), (1, 0)])
def test_a_rule_names_a_day_that_exists(day, month, number):
    assert refused(SeriesDate, series=day, month=month, day=number, from_year=2000)


def test_bytes_come_with_their_checksum(document):
    assert refused(Document, title="t", slug="t", kind="transcript", content=b"x")
    assert refused(
        Document,
        title="t",
        slug="u",
        kind="transcript",
        content=bytes(document.content),
        sha256=document.sha256,
        encoding="utf-8",
    )


def test_the_bytes_of_a_document_never_change(document):
    with pytest.raises(ValidationError, match="never change"):
        document.receive(b"other")
    document.text += " more"
    with pytest.raises(ValidationError, match="doesn't follow from the bytes"):
        document.clean()


def test_a_symbol_stands_once_on_a_document_and_may_stand_on_two(document):
    other = Document.objects.create(title="Other", kind="transcript")
    DocumentSymbol.objects.create(document=document, symbol="UNIS/SGSM/368")
    DocumentSymbol.objects.create(document=other, symbol="UNIS/SGSM/368")
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentSymbol.objects.create(document=document, symbol="unis/sgsm/368")


def test_printed_evidence_has_a_span_and_the_span_prints_it(speech, document):
    assert refused(Evidence, speech=speech, fact="speaker", value="Ban", basis="printed")
    right = Evidence(
        speech=speech,
        fact="speaker",
        value="Ban Ki-moon",
        basis="printed",
        document=document,
        start=0,
        end=11,
    )
    right.full_clean()
    right.start = 4
    with pytest.raises(ValidationError, match="The span prints"):
        right.full_clean()
    right.end = 10_000
    with pytest.raises(ValidationError, match="outside the document"):
        right.full_clean()


@pytest.mark.parametrize("basis", ["inferred", "external", "editor"])
def test_what_is_not_printed_says_why(speech, basis):
    assert refused(Evidence, speech=speech, fact="tag", value="trade", basis=basis)
    Evidence.objects.create(speech=speech, fact="tag", value="trade", basis=basis, note="why")


def test_a_text_stands_once_for_a_document_and_language(speech, document):
    SpeechText.objects.create(speech=speech, document=document, status="as-issued", body="x")
    assert refused(SpeechText, speech=speech, document=document, status="notes")


def test_a_passage_id_stands_once_in_a_speech(speech, document):
    text = SpeechText.objects.create(speech=speech, document=document, status="notes", body="x")
    assert refused(Passage, speech=speech, text=text, pid="p1", position=9, body="y")


@pytest.fixture
def passage(speech, document):
    text = SpeechText.objects.create(speech=speech, document=document, status="notes", body="Teh x")
    return text.passages.get()


def test_a_note_on_a_passage_says_something_of_some_words(speech, passage):
    assert refused(PassageNote, speech=speech, passage=passage, kind="sic")
    assert refused(PassageNote, speech=speech, passage=passage, kind="note", exact="Teh")
    assert refused(PassageNote, speech=speech, passage=passage, kind="corr", note="x", exact="Teh")
    assert refused(PassageNote, speech=speech, passage=passage, kind="note", note="x", start=0)
    with pytest.raises(ValidationError, match="which words"):
        PassageNote(speech=speech, passage=passage, kind="sic").full_clean()
    with pytest.raises(ValidationError, match="Write the note"):
        PassageNote(speech=speech, passage=passage, kind="note").full_clean()
    other = Speech.objects.create(title="Other")
    with pytest.raises(ValidationError, match="another statement"):
        PassageNote(speech=other, passage=passage, note="x").full_clean()


def test_words_are_sic_once(speech, passage):
    fields = {"speech": speech, "passage": passage, "kind": "sic", "exact": "Teh", "start": 0}
    PassageNote.objects.create(**fields)
    assert refused(PassageNote, **fields)
    PassageNote.objects.create(**fields | {"kind": "note", "note": "Read “The”."})


def test_a_note_outlives_its_passage_and_goes_with_its_statement(speech, passage):
    PassageNote.objects.create(speech=speech, passage=passage, kind="sic", exact="Teh", start=0)
    passage.text.delete()
    assert PassageNote.objects.get().passage is None
    speech.delete()
    assert not PassageNote.objects.exists()


def test_a_tag_is_tagged_once_and_can_not_be_deleted_in_use(speech):
    tag = Tag.objects.create(name="trade")
    speech.tags.add(tag)
    assert refused(TaggedSpeech, tag=tag, content_object=speech)
    with pytest.raises(ProtectedError):
        tag.delete()


def test_a_label_belongs_to_one_tag():
    cooperation = Tag.objects.create(name="South-South cooperation")
    TagLabel.objects.create(tag=cooperation, label="SSC", language="en")
    other = Tag.objects.create(name="Other")
    with pytest.raises(IntegrityError), transaction.atomic():
        TagLabel.objects.create(tag=other, label="ssc")
    with pytest.raises(ValidationError, match="already belongs to"):
        TagLabel(tag=other, label="South–South Cooperation").full_clean()
    with pytest.raises(ValidationError, match="already a label"):
        Tag(name="SSC").full_clean()


def test_tags_have_no_cycles():
    broad = Tag.objects.create(name="broad")
    narrow = Tag.objects.create(name="narrow", broader=broad)
    broad.broader = narrow
    with pytest.raises(ValidationError, match="broader than itself"):
        broad.full_clean()


def test_what_a_record_stands_on_can_not_be_deleted(speech, ban, tenure, document, office, un):
    Attribution.objects.create(speech=speech, speaker=ban, tenure=tenure)
    SpeechText.objects.create(speech=speech, document=document, status="as-issued", body="x")
    for record in (ban, office, un, document):
        with pytest.raises(ProtectedError):
            record.delete()


def test_speakers_sort_in_latin_letters_whatever_their_script():
    for name in ("Zukang, Sha", "Éliasson, Jan", "de Cuéllar, Javier", "Õun, Aadu", "Адамов, Иван"):
        Speaker.objects.create(name=name)
    ordered = [speaker.name[:2] for speaker in Speaker.objects.all()]
    assert ordered == ["Ад", "de", "Él", "Õu", "Zu"]
