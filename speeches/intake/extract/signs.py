"""What an editor should know of the characters of a text: nothing is changed, all is said."""

from __future__ import annotations

import re

from .apart.refusal import counted

__all__ = ["notes"]

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\u200b\u2060\u00ad\U000e0000-\U000e007f]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# UTF-8 that was once read as windows-1252: two or three signs where one letter was.
_TWICE = re.compile("Ã[\u0080-\u00bf©¨ªº«»¡¢£¤¥§¶±³]|â€[\u0080-\u2122œ™“”˜¦]|Ð[°-¿]Ñ|Â[\u00a0«»°]")
_LONG_LINE = 100_000


def notes(text: str) -> tuple[str, ...]:
    """Notes on a decoded text, before anything is normalised."""
    found = []
    if nulls := text.count("\0"):
        found.append(f"Left out: {counted(nulls, 'null character')}.")
    if controls := len(_CONTROL.findall(text)):
        found.append(f"It holds {counted(controls, 'control character')}, which nobody sees.")
    if turning := len(_TURNING.findall(text)):
        found.append(
            f"It holds {counted(turning, 'mark')} that turn the direction of writing: what is seen "
            "may not be the order of the letters."
        )
    if unseen := len(_UNSEEN.findall(text)):
        found.append(f"It holds {counted(unseen, 'character')} without width, which nobody sees.")
    if lost := text.count("\ufffd"):
        found.append(f"{counted(lost, 'character')} can’t be told and show as �.")
    if twice := _TWICE.search(text):
        found.append(
            f"Letters seem decoded twice (“{twice[0]}”): fetch the document again if you can."
        )
    if any(len(line) > _LONG_LINE for line in text.split("\n")):
        found.append("It has a line of more than 100,000 characters.")
    return tuple(found)
