"""What a paper says around its text: embargo, rights, other parties, days of an event."""

import json

import pytest

from speeches.intake import keeping, read, report
from speeches.intake.reading import Reason

PAPER = """\
{above}

Statement by H.E. Ms. Ann Bee, Minister of Wells, at the Conference on Wells

Lima, 7 May 2031

Mr. President,

The embargo on buckets has been lifted, and all rights are reserved to those who dig.

I thank you.

{below}
"""


def paper(above="", below=""):
    return read(PAPER.format(above=above, below=below))


@pytest.mark.parametrize(
    ("notice", "day"),
    [
        ("EMBARGOED UNTIL 8 May 2031, 10:00 a.m. (New York time)", "2031-05-08"),
        ("Embargo: not for publication before 8 May", "2031-05-08"),
        ("Under embargo until May 8, 2031 at 15:00 GMT", "2031-05-08"),
        ("NOT FOR RELEASE BEFORE 1700 HOURS GMT ON 8 MAY 2031", "2031-05-08"),
        (
            "The contents of this press release must not be quoted or summarized in the print,\n"
            "broadcast or electronic media before\n8 May 2031, 17:00 hours GMT",
            "2031-05-08",
        ),
        ("Sous embargo jusqu’au 8 mai 2031 à 10 heures", "2031-05-08"),
        ("Embargado hasta el 8 de mayo de 2031, 12:00 horas", "2031-05-08"),
        ("Эмбарго до 8 мая 2031 года", "2031-05-08"),
    ],
)
def test_until_when_a_paper_is_held_back(notice, day):
    reading = paper(above=notice)
    assert reading.embargo.date.edtf == day
    assert reading.words(reading.embargo).split()[0] in notice
    assert report.as_json(reading)["embargo_until"] == day
    assert any("Held back until" in warning.message for warning in reading.warnings)
    assert "Held" not in report.as_json(reading)["body"]


def test_a_day_of_an_embargo_without_its_year_is_counted_and_says_so():
    held = paper(above="Embargo: not for publication before 8 May").embargo
    assert (held.basis, held.confidence) == ("derived", "likely")
    assert held.note == "Without a year; the nearest to 7 May 2031."


def test_an_embargo_without_a_day_is_told_too():
    reading = paper(above="UNDER EMBARGO")
    assert (reading.embargo.value, reading.embargo.date) == ("UNDER EMBARGO", None)
    assert reading.embargo.note == "No day is printed."


def test_an_embargo_or_rights_of_which_a_speaker_speaks_are_no_notice():
    reading = paper()
    assert (reading.embargo, reading.rights) == (None, ())
    assert "The embargo on buckets" in report.as_json(reading)["body"]


@pytest.mark.parametrize(
    "hint",
    [
        "© 2031 Ministry of Wells",
        "Copyright © Ministry of Wells. All rights reserved.",
        "All rights reserved",
        "Reproduction is permitted with credit to the Ministry of Wells.",
        "This text may be freely reproduced with acknowledgement of the source.",
        "Tous droits réservés",
        "Reproduction autorisée avec mention de la source",
        "Se permite la reproducción citando la fuente",
        "Prohibida su reproducción total o parcial",
        "Todos los derechos reservados",
        "É permitida a reprodução, desde que citada a fonte",
        "Все права защищены",
        "При перепечатке ссылка на источник обязательна",
        "版权所有 未经书面授权不得转载",
        "جميع الحقوق محفوظة © 2031",
        "Licensed under Creative Commons Attribution 4.0",
    ],
)
def test_what_is_printed_of_rights(hint):
    reading = paper(below=hint)
    assert [fact.value for fact in reading.rights] == [hint]
    assert report.as_json(reading)["rights"] == [hint]
    assert hint not in report.as_json(reading)["body"]
    (piece,) = [piece for piece in reading.kept_out if reading.words(piece) == hint]
    assert piece.reason is Reason.RIGHTS


def test_the_credit_of_a_picture_says_nothing_of_the_text():
    assert paper(above="© UNICEF/Ann Lens").rights == ()


@pytest.mark.parametrize(
    ("title", "who"),
    [
        (
            "Statement attributable to the Spokesperson for the Secretary-General on wells",
            "Spokesperson for the Secretary-General",
        ),
        (
            "Statement attributable to the Deputy Spokesman for the Secretary-General",
            "Deputy Spokesman for the Secretary-General",
        ),
        ("Statement by Otto Wheel, Spokesperson for the High Commissioner", "Otto Wheel"),
        (
            "Déclaration attribuable au Porte-parole du Secrétaire général sur les puits",
            "Porte-parole du Secrétaire général",
        ),
        (
            "Declaración atribuible al portavoz del Secretario General sobre los pozos",
            "portavoz del Secretario General",
        ),
    ],
)
def test_the_spokesperson_of_a_statement(title, who):
    text = f"{title}\n\n7 May 2031\n\nThe Secretary-General condemns the closing of the wells. " + (
        "He calls upon all to open them, and to share what they hold with their neighbours.\n"
    )
    (statement,) = read(text).statements
    assert statement.spokesperson.value.casefold().endswith(who.casefold())
    assert report.as_json(read(text))["spokesperson"] == statement.spokesperson.value


def test_a_minister_has_no_spokesperson():
    (statement,) = paper().statements
    assert statement.spokesperson is None
    assert statement.addressee is None


@pytest.mark.parametrize(
    ("title", "who"),
    [
        (
            "Letter dated 3 May 2031 from the Minister of Wells addressed to the President of the "
            "Security Council",
            "the President of the Security Council",
        ),
        (
            "Message to the President of Arcadia from the Secretary-General",
            "the President of Arcadia",
        ),
        (
            "Lettre datée du 3 mai 2031, adressée au Secrétaire général par le Ministre des puits",
            "Secrétaire général",
        ),
        (
            "Carta de fecha 3 de mayo de 2031 dirigida al Presidente de la Asamblea General por "
            "la Ministra",
            "Presidente de la Asamblea General",
        ),
    ],
)
def test_to_whom_a_letter_goes(title, who):
    text = f"{title}\n\nThe wells of our land are open to all who come, and shall remain so. " + (
        "We ask that this be made known to every member, and that no one be turned away.\n"
    )
    (statement,) = read(text).statements
    assert statement.addressee.value == who


def test_a_meeting_to_which_a_message_goes_is_no_addressee():
    text = (
        "Secretary-General’s message to the Conference on Wells\n\n7 May 2031\n\n"
        "The wells of the world are older than its borders. Let us keep them open to all."
    )
    (statement,) = read(text).statements
    assert statement.addressee is None


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("6-8 May 2031", "2031-05-06/2031-05-08"),
        ("6 to 8 May 2031", "2031-05-06/2031-05-08"),
        ("30 April - 2 May 2031", "2031-04-30/2031-05-02"),
        ("30 December 2030 to 2 January 2031", "2030-12-30/2031-01-02"),
        ("30 December - 2 January 2031", "2030-12-30/2031-01-02"),
        ("May 6-8, 2031", "2031-05-06/2031-05-08"),
        ("April 30 - May 2, 2031", "2031-04-30/2031-05-02"),
        ("del 6 al 8 de mayo de 2031", "2031-05-06/2031-05-08"),
        ("du 6 au 8 mai 2031", "2031-05-06/2031-05-08"),
        ("6 a 8 de maio de 2031", "2031-05-06/2031-05-08"),
        ("6–8 мая 2031 года", "2031-05-06/2031-05-08"),
        ("2031年5月6日至8日", "2031-05-06/2031-05-08"),
        ("6-8 أيار/مايو 2031", "2031-05-06/2031-05-08"),
    ],
)
def test_the_days_of_an_event_that_lasts_several(printed, days):
    text = PAPER.format(above="", below="").replace("Lima, 7 May 2031", f"Lima, {printed}")
    reading = read(text)
    assert report.as_json(reading)["event_dates"] == days
    (statement,) = reading.statements
    assert statement.event_from.note == "The first day of the event."
    assert reading.words(statement.event_until) in f"Lima, {printed}"


@pytest.mark.parametrize("printed", ["7 May 2031", "8-6 May 2031", "30-31 February 2031"])
def test_one_day_or_no_days_are_no_span(printed):
    text = PAPER.format(above="", below="").replace("7 May 2031", printed)
    assert report.as_json(read(text))["event_dates"] is None


def test_all_of_it_has_evidence_a_line_in_the_print_and_comes_back_from_an_intake():
    reading = paper(
        above="EMBARGOED UNTIL 8 May 2031\n\nLetter addressed to the Mayor of Lima\n\n6-8 May 2031",
        below="© 2031 Ministry of Wells",
    )
    evidence = report.as_json(reading)["evidence"]
    told = {line[:13].strip() for line in report.as_lines(reading)}
    wanted = {"embargo_until", "rights", "addressee", "event_from", "event_until"}
    assert wanted <= set(evidence)
    assert wanted <= told
    stored = json.loads(json.dumps(keeping.kept(reading)))
    assert keeping.restored(stored, reading.text) == reading
