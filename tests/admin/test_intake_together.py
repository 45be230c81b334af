"""Two people at one intake: each sees the other, and nothing that either typed is lost."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from speeches.admin import intake_saving
from speeches.intake import saving
from speeches.models import Intake, IntakeSave, IntakeVisit, Speech

from .desk import page, somebody
from .intake_desk import bring, fields_of, press, shown

pytestmark = pytest.mark.django_db

NOTE = (
    "15 March 2019\n\nMinister of Planning of Freedonia Rufus T. Firefly\n\n"
    "Message on the Day of Rivers\n\n16 March 2019\n\n"
    "Rivers know no border, and neither does what we learn from them.\n\n"
    "I thank all who share what they know."
)
ANSWERS = {"s1-speaker": "printed", "s1-speaker-name": "Rufus T. Firefly"}
ANSWERS |= {"s1-as": "draft", "s1-status": "as-issued"}


def a_colleague(first, last):
    user = somebody("editor")
    user.first_name, user.last_name = first, last
    user.save()
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def amina():
    return a_colleague("Amina", "Bee")


@pytest.fixture
def omar():
    return a_colleague("Omar", "Sy")


@pytest.fixture
def intake(amina):
    return bring(amina, NOTE)


def opened(client, intake):
    """The fields of the page as they are shown to somebody now."""
    return fields_of(shown(client, intake))


def send(client, intake, fields, button="_keep", **changed):
    more = {name.replace("_", "-", 1): value for name, value in changed.items()}
    response = client.post(
        page("intake_change", intake.pk), fields | more | {button: "x"}, follow=True
    )
    intake.refresh_from_db()
    return response.content.decode()


def autosave(client, intake, fields, **changed):
    more = {name.replace("_", "-", 1): value for name, value in changed.items()}
    response = client.post(page("intake_autosave", intake.pk), fields | more)
    assert response.status_code == 200
    intake.refresh_from_db()
    return response.json()


# -- who is there


def test_the_others_are_told_who_has_it_open_and_since_when(intake, amina, omar):
    opened(amina, intake)
    html = shown(omar, intake)
    at = timezone.localtime(intake.visits.get(user=amina.user).opened_at)
    assert f"Amina Bee has had this open since {at:%H:%M}." in html
    assert "Omar Sy has had" not in html


def test_the_last_change_is_told_too(intake, amina, omar):
    send(amina, intake, opened(amina, intake), s1_title="A title")
    html = shown(omar, intake)
    assert ", last change " in html
    listed = omar.get(page("intake_changelist"), follow=True).content.decode()
    assert "Amina Bee" in listed


def test_whoever_has_gone_is_not_named_and_begins_anew_on_return(intake, amina, omar):
    opened(amina, intake)
    long_ago = timezone.now() - timedelta(hours=3)
    IntakeVisit.objects.filter(user=amina.user).update(opened_at=long_ago, gone_at=long_ago)
    assert "Amina Bee has had" not in shown(omar, intake)
    opened(amina, intake)
    assert intake.visits.get(user=amina.user).opened_at > long_ago + timedelta(hours=2)


def test_the_script_of_an_open_page_calls_and_once_it_is_closed_its_reader_soon_has_gone(
    intake, amina, omar
):
    opened(amina, intake)
    amina.post(page("intake_here", intake.pk))
    (said,) = omar.post(page("intake_here", intake.pk)).json()["people"]
    assert said.startswith("Amina Bee has had this open since ")
    assert intake.visits.get(user=amina.user).gone_at < timezone.now() + timedelta(minutes=3)


# -- saving over one another


def test_what_each_changed_in_another_field_is_kept_and_told(intake, amina, omar):
    of_amina, of_omar = opened(amina, intake), opened(omar, intake)
    send(amina, intake, of_amina, s1_title="Of Amina")
    html = send(omar, intake, of_omar, s1_mode="spoken")
    assert intake.decisions["s1-title"] == "Of Amina"
    assert intake.decisions["s1-mode"] == "spoken"
    assert "Amina Bee changed 1 field while you worked." in html


def test_two_values_for_one_field_are_both_shown_and_neither_is_lost(intake, amina, omar):
    of_amina, of_omar = opened(amina, intake), opened(omar, intake)
    send(amina, intake, of_amina, s1_title="Of Amina")
    html = send(omar, intake, of_omar, s1_title="Of Omar", s1_delivered="2 March 2019")
    assert "1 field with two values" in html
    assert "<strong>Of Amina</strong> stands there now (Amina Bee)" in html
    assert "<strong>Of Omar</strong> is yours" in html
    assert intake.decisions["s1-title"] == "Of Amina"
    assert intake.decisions["s1-delivered"] == "2 March 2019"
    assert "with two values" not in shown(amina, intake)
    assert "Of Omar" in shown(omar, intake)  # also tomorrow


@pytest.mark.parametrize(("answer", "title"), [("mine", "Of Omar"), ("stands", "Of Amina")])
def test_one_of_two_values_is_chosen(intake, amina, omar, answer, title):
    of_amina, of_omar = opened(amina, intake), opened(omar, intake)
    send(amina, intake, of_amina, s1_title="Of Amina")
    send(omar, intake, of_omar, s1_title="Of Omar")
    html = send(omar, intake, opened(omar, intake), **{"aside:s1-title": answer})
    assert intake.decisions["s1-title"] == title
    assert "with two values" not in html


def test_something_of_both_can_be_written_into_the_field(intake, amina, omar):
    of_amina, of_omar = opened(amina, intake), opened(omar, intake)
    send(amina, intake, of_amina, s1_title="Of Amina")
    send(omar, intake, of_omar, s1_title="Of Omar")
    both = opened(omar, intake) | {"aside:s1-title": "stands"}
    send(omar, intake, both, s1_title="Of Amina and Omar")
    assert intake.decisions["s1-title"] == "Of Amina and Omar"


def test_nothing_is_filed_that_its_editor_has_not_seen(intake, amina, omar):
    of_omar = opened(omar, intake) | ANSWERS
    send(amina, intake, opened(amina, intake), s1_title="Of Amina")
    html = send(omar, intake, of_omar, "_file")
    assert intake.state == "open"
    assert "Amina Bee changed 1 field while you worked." in html
    send(omar, intake, opened(omar, intake), "_file")
    assert Speech.objects.get().title == "Of Amina"


def test_nothing_is_filed_while_two_values_wait(intake, amina, omar):
    of_amina, of_omar = opened(amina, intake) | ANSWERS, opened(omar, intake)
    send(amina, intake, of_amina, s1_title="Of Amina")
    send(omar, intake, of_omar, s1_title="Of Omar")
    html = send(omar, intake, opened(omar, intake), "_file")
    assert "choose which is to stand" in html
    assert intake.state == "open"


def test_what_was_typed_while_another_filed_is_kept_on_its_page(intake, amina, omar):
    of_omar = opened(omar, intake)
    send(amina, intake, opened(amina, intake) | ANSWERS, "_file")
    assert intake.state == "filed"
    html = send(omar, intake, of_omar, s1_title="Of Omar")
    assert "It is filed already, by Amina Bee. What you typed is kept on its page." in html
    assert "Of Omar" in shown(omar, intake)
    assert "Of Omar" not in str(intake.decisions)


def test_a_tick_of_one_is_not_taken_off_by_the_page_of_the_other(archive, amina, omar):
    text = NOTE.replace("Rivers know", "South-South cooperation and trade know")
    intake = bring(amina, text)
    of_amina, of_omar = opened(amina, intake), opened(omar, intake)
    assert "s1-tag" not in of_omar
    tag = shown(amina, intake).split('name="s1-tag" value="')[1].split('"')[0]
    send(amina, intake, of_amina | {"s1-tag": [tag]})
    send(omar, intake, of_omar, s1_title="Of Omar")
    assert intake.decisions["s1-tag"] == [tag]
    send(omar, intake, {n: v for n, v in opened(omar, intake).items() if n != "s1-tag"})
    assert not intake.decisions.get("s1-tag")


def test_discarding_keeps_what_was_typed_with_it(intake, amina):
    send(amina, intake, opened(amina, intake), "_discard", s1_title="Typed last")
    assert intake.state == "discarded"
    press(amina, intake, "_restore")
    assert 'value="Typed last"' in shown(amina, intake)


def test_a_button_alone_empties_no_field(intake, amina):
    send(amina, intake, opened(amina, intake), s1_title="Kept")
    amina.post(page("intake_change", intake.pk), {"_keep": "x"})
    intake.refresh_from_db()
    assert intake.decisions["s1-title"] == "Kept"


# -- saved as it goes


def test_it_is_saved_as_it_goes(intake, amina):
    fields = opened(amina, intake)
    answer = autosave(amina, intake, fields, s1_title="Half a ti")
    assert (answer["version"], answer["taken"], answer["told"]) == (1, {}, "")
    assert answer["said"].startswith("Saved ")
    assert intake.decisions["s1-title"] == "Half a ti"


def test_a_page_goes_on_from_its_own_saves_even_from_an_older_version(intake, amina):
    fields = opened(amina, intake)
    for typed in ("Half", "Half a title", "Half a title and more"):
        answer = autosave(amina, intake, fields, s1_title=typed)
        assert not answer["aside"]
    assert intake.decisions["s1-title"] == "Half a title and more"
    assert intake.saves.count() == 3


def test_another_tab_of_the_same_person_takes_nothing_back(intake, amina):
    first, second = opened(amina, intake), opened(amina, intake)
    autosave(amina, intake, first, s1_title="In the first")
    answer = autosave(amina, intake, second, s1_delivered="2 March 2019")
    assert answer["taken"] == {"s1-title": "In the first"}
    assert intake.decisions["s1-title"] == "In the first"


def test_a_save_without_a_change_leaves_no_trace(intake, amina, omar):
    before = intake.changed_at
    answer = autosave(omar, intake, opened(omar, intake))
    assert answer["version"] == 0
    assert (intake.changed_by, intake.changed_at) == (amina.user, before)
    assert not IntakeSave.objects.exists()


def test_the_script_is_told_what_others_changed_and_shows_it(intake, amina, omar):
    of_omar = opened(omar, intake)
    autosave(amina, intake, opened(amina, intake), s1_title="Of Amina")
    answer = autosave(omar, intake, of_omar, s1_mode="spoken")
    assert answer["taken"] == {"s1-title": "Of Amina"}
    assert answer["told"] == "Amina Bee changed 1 field while you worked."
    clash = autosave(omar, intake, of_omar, s1_title="Of Omar", s1_mode="spoken")
    assert clash["aside"]
    assert "you changed too" in clash["told"]


def test_who_may_not_change_it_saves_nothing(intake, client):
    client.force_login(somebody("curator"))
    assert client.post(page("intake_autosave", intake.pk), {"version": "0"}).status_code == 403
    assert client.get(page("intake_autosave", intake.pk)).status_code == 403
    client.logout()
    assert client.post(page("intake_autosave", intake.pk)).status_code == 302


@pytest.mark.parametrize("version", ["x", "-1", "9" * 30, ""])
def test_nonsense_for_a_version_takes_nothing_from_others(intake, amina, omar, version):
    of_omar = opened(omar, intake) | {"version": version}
    send(amina, intake, opened(amina, intake), s1_title="Of Amina")
    send(omar, intake, of_omar, s1_mode="spoken")
    assert intake.decisions["s1-title"] == "Of Amina"


def test_the_database_takes_each_version_once(intake, amina):
    autosave(amina, intake, opened(amina, intake), s1_title="One")
    save = IntakeSave.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        IntakeSave.objects.create(intake=intake, version=save.version, by=amina.user)
    assert Intake.objects.get().version == save.version


def test_a_new_statement_that_the_script_saved_is_made_once(intake, amina):
    fields = opened(amina, intake) | {"p2-to": "new"}
    for _time in range(3):
        autosave(amina, intake, fields)
    assert intake.decisions.get("added", "0") == "0"
    send(amina, intake, fields)
    assert intake.decisions["added"] == "1"
    assert intake.decisions["p2-to"] == "2"


def test_a_new_statement_that_only_the_script_saved_is_there_on_return(intake, amina):
    autosave(amina, intake, opened(amina, intake) | {"p2-to": "new"})
    assert 'id="statement-2"' in shown(amina, intake)
    shown(amina, intake)
    intake.refresh_from_db()
    assert intake.decisions["added"] == "1"


# -- signed out meanwhile


def test_what_is_sent_after_the_session_has_ended_is_given_back_after_signing_in(intake, amina):
    fields = opened(amina, intake)
    amina.session.flush()
    html = send(amina, intake, fields, s1_title="Typed too late")
    assert "What you typed is kept: sign in to go on." in html
    assert intake.decisions == {}
    amina.force_login(amina.user)
    html = shown(amina, intake)
    assert 'value="Typed too late"' in html
    assert "What you typed before you were signed out is here." in html
    assert "before you were signed out" not in shown(amina, intake)


def test_what_one_typed_is_never_given_to_another(intake, amina, omar):
    fields = opened(amina, intake)
    amina.session.flush()
    send(amina, intake, fields, s1_title="Of Amina")
    amina.force_login(omar.user)
    assert "Of Amina" not in shown(amina, intake)


def test_a_stranger_leaves_nothing_in_the_archive(intake, client):
    forged = {"version": "0", "page": "1-forged:1abcde:signature", "s1-title": "Spam"}
    response = client.post(page("intake_change", intake.pk), forged)
    assert response.status_code == 302
    assert not client.session.keys()


# -- at the moment of filing


def test_what_is_filed_is_what_its_editor_saw(intake, amina, omar, monkeypatch):
    """Another's change that is saved between the editor's save and the filing stops the filing."""
    keep = intake_saving.keep

    def keep_then_another_changes(which, *args, **kwargs):
        kept = keep(which, *args, **kwargs)
        saving.change(Intake.objects.get(pk=which.pk), {"s1-title": "Omar's"}, by=omar.user)
        return kept

    fields = opened(amina, intake) | ANSWERS
    monkeypatch.setattr(intake_saving, "keep", keep_then_another_changes)
    assert "Somebody changed it at this moment" in send(amina, intake, fields, "_file")
    assert not Speech.objects.exists()
    monkeypatch.undo()
    assert "Omar's" in shown(amina, intake) or "Omar&#x27;s" in shown(amina, intake)
    send(amina, intake, opened(amina, intake), "_file")
    assert Speech.objects.get().title == "Omar's"
