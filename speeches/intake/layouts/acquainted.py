"""Whom a story has named before: the same person in fewer words, the full name, the office."""

from __future__ import annotations

from dataclasses import replace

from speeches.intake.mentions import Mention

from .reported import Paragraph, Reported, Speaking

_MOST = 200


class Acquainted:
    """Everyone whom a story has named with an office, in order."""

    def __init__(self) -> None:
        self._named: list[tuple[Mention, Paragraph]] = []

    def meet(self, held: list[Mention], paragraph: Paragraph) -> None:
        """Remember who is named in a paragraph."""
        if len(self._named) < _MOST:
            self._named += [(one, paragraph) for one in held if one.name and one.office]

    def speaking(self, mention: Mention, paragraph: Paragraph) -> Speaking:
        """
        A person who begins to speak, as they were first named in full.

        “Name, Minister of Wells, is in Town. … Mr. Name said”: the first words tell who it is.
        """
        for known, told_in in self._named:
            if told_in is paragraph or not is_same_name(known.name, mention.name):
                continue
            if len(known.name) > len(mention.name):
                return Speaking(known, told_in)
            if not mention.office:
                person = replace(mention, office=known.office, office_span=known.office_span)
                return Speaking(person, paragraph, office_in=told_in)
        return Speaking(mention, paragraph)


def is_same_name(known: str, name: str) -> bool:
    """The same name, or one that is the last words, or a word, of the other."""
    known, name = known.casefold(), name.casefold()
    return (
        known == name
        or known.endswith(f" {name}")
        or name.endswith(f" {known}")
        or (" " not in name and name in known.split())
    )


def is_same(speaking: Speaking, mention: Mention) -> bool:
    """By name, by the last word of the name, or by the office alone."""
    if mention.name:
        return is_same_name(speaking.name, mention.name)
    mine, other = (Reported.head_of(office) for office in (speaking.person.office, mention.office))
    return bool(other) and mine == other
