"""
Duplicates are found as quickly in a large archive as in a small one.

The archive is filled within the test and times are compared with those of the same run. With
TEXTS=100000 in the environment it is a benchmark; `-s` shows its figures.
"""

import os
import random
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from speeches import shingles
from speeches.dates import PartialDate
from speeches.intake import duplicates
from speeches.models import Speech, SpeechText, TextPrint
from tests import builders
from tests.admin.desk import page, somebody
from tests.admin.intake_desk import bring
from tests.plans import plan_of

pytestmark = pytest.mark.django_db

TEXTS = int(os.environ.get("TEXTS", "3000"))
AT_ONCE = 2500
GROWTH = 3
"""Thirty times the texts, and in the benchmark a thousand: growth with them would show."""
WORDS = " ".join(f"word{number} and what follows it" for number in range(80))


def fill(count, everywhere):
    """So many statements, each with prints of its own and some that stand in all of them."""
    numbers = random.Random(count)
    known = set(SpeechText.objects.values_list("pk", flat=True))
    for first in range(0, count, AT_ONCE):
        builders.many_speeches(min(AT_ONCE, count - first))
    texts = [pk for pk in SpeechText.objects.values_list("pk", flat=True) if pk not in known]
    own = shingles.KEPT - len(everywhere)
    TextPrint.objects.bulk_create(
        (
            TextPrint(text_id=text, value=value)
            for text in texts
            for value in (*everywhere, *(numbers.getrandbits(60) for _ in range(own)))
        ),
        batch_size=20_000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def shortest(work, times=9):
    """The shortest of some runs, in milliseconds: the one least disturbed by others."""
    found = []
    work()
    for _time in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return 1000 * min(found)


def test_the_work_does_not_grow_with_the_archive(client):
    client.force_login(somebody("editor"))
    builders.a_speech(body=WORDS)
    speaker = builders.a_speaker()
    # Two prints that stand in every text are the formulas that stand at the head of many papers.
    formulas = shingles.prints(WORDS)[:2]
    intake = bring(client, f"12 September 2017\n\nAda Brook\n\n{WORDS}\n\nA last line of its own.")

    questions = {
        "words": lambda: duplicates.of_words(WORDS),
        "symbols": lambda: duplicates.of_symbols(["A/72/1"]),
        "bytes": lambda: duplicates.of_bytes("0" * 64),
        "statement": lambda: duplicates.of_statement(speaker, PartialDate.of(2007, 6, 6), []),
        "page": lambda: client.get(page("intake_change", intake.pk)),
    }
    fill(100, formulas)
    few = {name: shortest(work) for name, work in questions.items()}
    fill(TEXTS - 100, formulas)
    many = {name: shortest(work) for name, work in questions.items()}
    for name in questions:
        print(f"{name}: {few[name]:.2f} ms with 100 texts, {many[name]:.2f} ms with {TEXTS:,}")
    assert duplicates.of_words(WORDS)[0].record.texts.get().body == WORDS
    # Below a millisecond, the clock and the neighbours weigh more than the work.
    slower = {n: (few[n], many[n]) for n in questions if many[n] > GROWTH * max(few[n], 1)}
    assert not slower


def test_a_formula_in_every_text_hides_no_twin_and_makes_none():
    speech = builders.a_speech(body=WORDS)
    fill(300, shingles.prints(WORDS)[:4])
    assert [twin.record for twin in duplicates.of_words(WORDS)] == [speech]
    assert Speech.objects.count() == 301


def test_every_question_walks_an_index():
    speech = builders.a_speech(body=WORDS)
    builders.many_speeches(50)
    author = speech.attributions.get().speaker
    with CaptureQueriesContext(connection) as captured:
        duplicates.of_words(WORDS)
        duplicates.of_symbols(["A/1"])
        duplicates.of_bytes("0" * 64)
        duplicates.of_statement(author, PartialDate.of(2017, 9, 12), [])
    plans = {query["sql"]: plan_of(query["sql"]) for query in list(captured)}
    assert any("text_print_by_value" in plan for plan in plans.values())
    for query, plan in plans.items():
        assert "SCAN speeches_" not in plan, (plan, query)
        assert "Seq Scan on" not in plan, (plan, query)
