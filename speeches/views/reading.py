"""A text as it is read: its passages as safe HTML, whose words they are, and how much is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html

from speeches import markup
from speeches.models import Passage, Speech, SpeechText, names_of_frameworks, passages_of

from . import quoting
from .noting import Noting, ShownPassage


@dataclass(frozen=True)
class Reading:
    """
    ``is_mixed``: several voices, so that each is labelled. ``is_whole``: all that we hold;
    otherwise quotations, as rights demand.
    """

    text: SpeechText
    passages: list[ShownPassage]
    is_mixed: bool
    is_whole: bool
    who: str
    reporter: str

    @property
    def has_notes(self) -> bool:
        return any(shown.notes for shown in self.passages)

    @property
    def has_sic(self) -> bool:
        return any(shown.has_sic for shown in self.passages)


def of(speech: Speech, text: SpeechText) -> Reading:
    """What a reader sees of this text of the speech: three queries."""
    is_mixed = text.status in (SpeechText.Status.REPORTED, SpeechText.Status.SUMMARY)
    is_whole = text.may_be_shown or (text.document is None and not speech.is_published)
    publisher = text.document.publisher if text.document else None
    return Reading(
        text=text,
        passages=_whole(text, is_mixed) if is_whole else _quoted(text),
        is_mixed=is_mixed,
        is_whole=is_whole,
        who=speech.author.display_name if speech.author else "",
        reporter=publisher.name if publisher else "",
    )


def choose(
    texts: Iterable[SpeechText], document: str = "", language: str = ""
) -> SpeechText | None:
    """The best of the held texts with this document and language, as far as they are given."""
    held = sorted((text for text in texts if text.is_held), key=SpeechText.preference)
    for text in held:
        slug = text.document.slug if text.document else ""
        if document in ("", slug) and language in ("", text.language):
            return text
    return None


def _whole(text: SpeechText, is_mixed: bool) -> list[ShownPassage]:
    terms, noting = names_of_frameworks(), Noting()
    shown = []
    for passage in passages_of(text):
        words = markup.render_block(passage.body, mark_quotes=is_mixed)
        if terms and passage.kind != Passage.Kind.HEADING:
            words = markup.link_terms(words, terms)
            # Each framework is linked where it is first named, not in every paragraph.
            terms = {term: url for term, url in terms.items() if f'href="{url}"' not in words}
        shown.append(noting.whole(passage, words))
    return shown


def _quoted(text: SpeechText) -> list[ShownPassage]:
    """A few of the speaker's own words: what may be quoted where the whole may not be shown."""
    quoted, noting = quoting.passages(text, passages_of(text)), Noting()
    return [noting.cut(passage, format_html("<p>{}</p>", passage.body)) for passage in quoted]
