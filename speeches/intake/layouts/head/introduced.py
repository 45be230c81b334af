"""
What stands right before the first words and says all that a head says.

The introduction of a release (“Following are … remarks at …, in Place, day month:”), and the
dateline.
"""

from __future__ import annotations

from dataclasses import replace

from speeches.intake import credits, datelines, datings, events, on_behalf, patterns, places
from speeches.intake.layouts import first_words
from speeches.intake.page import fact, keep_out
from speeches.intake.paste import Block, Words
from speeches.intake.reading import Basis, Confidence, Fact, KeptOut, Reason
from speeches.intake.scripts import heads

from .found import Head
from .naming import kind_fact, named_occasion, take_credit, take_named


def take_dateline(head: Head, block: Block, found: datelines.Dateline) -> None:
    """“PLACE, day month (agency) - ” before the first words: the text begins after it."""
    words = block.words
    head.dateline = fact(words, 0, found.printed_end)
    if found.place:
        head.place = fact(words, *found.place)
    if found.agency:
        head.publisher = fact(words, *found.agency)
    head.kept_out.append(KeptOut(block.start, words.span(0, found.printed_end)[1], Reason.DATELINE))
    if found.dated is None:
        return
    printed = fact(words, found.dated.start, found.dated.end)
    if found.dated.year is not None:
        head.dateline_date = replace(printed, date=found.dated.on())
        return
    near = head.dates[0][0] if head.dates else None
    if near and near.date and near.date.earliest:
        note = f"Without a year; the year is that of {near.value}."
        day = found.dated.on(near.date.earliest)
        head.dateline_date = replace(printed, basis=Basis.DERIVED, note=note, date=day)


def take_label(head: Head, label: Block) -> None:
    """“Mr. Name (Country):” before the first words: who takes the floor, and for whom."""
    head.kept_out.append(keep_out(label, Reason.LABEL))
    if found := first_words.RECORD_LABEL.match(f"{label.text} "):
        head.speaker = fact(label.words, *found.span("name"))
        head.capacity = fact(label.words, *found.span("office"))
        head.printed_as = fact(label.words, found.start("name"), found.end("office") + 1)


def take_introduction(head: Head, block: Block) -> None:
    """“Following are Name’s remarks at …, in Place, day month:” says all that a head says."""
    words = block.words
    head.kept_out.append(keep_out(block, Reason.INTRODUCTION))
    text = words.text
    credit = heads.author(text, head.language) or credits.author(text)
    if credit:
        head.speaker = head.capacity = None
        take_credit(head, credit, words)
    if span := on_behalf.group(text):
        head.on_behalf_of = head.on_behalf_of or fact(words, *span)
    reader = credits.reader(text)
    if reader and reader.name and credit and reader.name != credit.name:
        head.delivered_by = fact(words, *reader.name)
    if named := patterns.kind_named(text):
        head.kind = kind_fact(words, named)
    above = head.occasion, head.event
    head.occasion = head.event = None
    if found := patterns.OCCASION.search(text):
        head.occasion = named_occasion(words, found)
    if (span := heads.event(text, head.language)) or (
        head.occasion is None
        and (span := events.find(text, credit.end if credit else 0) or events.find(text))
    ):
        take_named(head, words, span)
    if head.occasion is None and head.event is None and patterns.INTRODUCES.search(text):
        head.occasion, head.event = above
    for status, pattern in patterns.STATUS:
        if printed := pattern.search(text):
            head.text_status = fact(words, *printed.span(), value=status, basis=Basis.DERIVED)
            break
    _introduced_date(head, words)


def _introduced_date(head: Head, words: Words) -> None:
    """The day in an introduction: in full, without its year, or “today” against the release."""
    near = head.dates[0][0] if head.dates else head.sent
    placed = False
    for dated in datings.find(words.text):
        printed = Fact(words.text[dated.start : dated.end], *words.span(dated.start, dated.end))
        if span := places.beside(words.text, dated):
            head.delivery_place = fact(words, *span)
            placed = True
        if dated.year is not None:
            head.delivered = replace(printed, date=dated.on())
            break
        if near and near.date and near.date.earliest:
            note = "Without a year; the nearest to the day of release."
            likely = replace(printed, basis=Basis.DERIVED, confidence=Confidence.LIKELY, note=note)
            head.delivered = replace(likely, date=dated.on(near.date.earliest))
            break
    if head.delivered is None and (pointed := datings.pointed_at(words.text, near)):
        meant, start, end = pointed
        head.delivered = replace(
            meant, start=words.span(start, end)[0], end=words.span(start, end)[1]
        )
    if not placed and (span := places.after_preposition(words.text) or places.closing(words.text)):
        head.delivery_place = fact(words, *span)
