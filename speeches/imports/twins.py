"""Statements whose words the archive holds already, under another id or without one."""

from __future__ import annotations

from collections.abc import Sequence

from speeches.models import Speech, SpeechText, TextPrint

__all__ = ["twins"]

PROBES = 4
"""Of a text's prints so many are looked up: alike texts share most of them."""

ALIKE = 2
"""Probes that must be shared."""

MOST_LOOKED_AT = 20
"""Texts with one print: what more have in common is a formula."""


def twins(speeches: Sequence[Speech]) -> dict[int, Speech]:
    """For each of these new statements that has one, by key: an older one with nearly its words."""
    values: dict[int, list[int]] = {}
    own: dict[int, int] = {}
    prints = TextPrint.objects.filter(text__speech__in=[speech.pk for speech in speeches])
    for text, speech, value in prints.values_list("text_id", "text__speech_id", "value"):
        values.setdefault(text, []).append(value)
        own[text] = speech
    alike: dict[int, int] = {}
    for text, found in values.items():
        probes = sorted(found)[:: max(1, len(found) // PROBES)][:PROBES]
        shared = TextPrint.objects.sharing(probes, MOST_LOOKED_AT)
        older = [other for other, count in shared.items() if other < text and count >= ALIKE]
        if older:
            alike[own[text]] = min(older)
    texts = SpeechText.objects.filter(pk__in=alike.values()).select_related("speech").defer("body")
    holders = {text.pk: text.speech for text in texts}
    return {speech: holders[text] for speech, text in alike.items()}
