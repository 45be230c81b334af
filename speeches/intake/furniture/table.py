"""
Lines around a text that are nobody's words: navigation, contacts, page numbers, heads of mails.

First each line by itself, by a table of formulas (one regular expression over one line, without
nested repetition, so that the reader stays linear); then by its neighbours: what follows “Related
stories” is navigation, a line that stands on every page is the page's. A new formula is a new row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from speeches.intake import misread
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

from . import (
    contacts,
    cover,
    mail,
    masthead,
    menus,
    navigation,
    other_scripts,
    pages,
    printing,
    release,
    rights,
    scans,
)
from .line import Formulas, all_of

_LONGEST = 400
_TABLE = (
    (Reason.DISCLAIMER, release.DISCLAIMER),
    (Reason.DELIVERY_NOTE, release.DELIVERY_NOTE),
    (Reason.END_MARK, release.END_MARK),
    (Reason.ISSUER, release.ISSUER),
    (Reason.MAIL, mail.MAIL),
    (Reason.RIGHTS, rights.RIGHTS),
    (Reason.NAVIGATION, navigation.NAVIGATION),
    (Reason.NAVIGATION, pages.PAGE),
    (Reason.NAVIGATION, other_scripts.NAVIGATION_ELSEWHERE),
    (Reason.PRINT, printing.PRINT),
    (Reason.CONTACT, contacts.CONTACT),
    (Reason.CAPTION, contacts.CAPTION),
    (Reason.PAGE_NUMBER, printing.PAGE_NUMBER),
)
"""Read from above: the first formula that fits a line names the reason."""
_ANY = all_of(*(rows for _, rows in _TABLE if isinstance(rows, Formulas)))
_OTHERS = tuple((reason, rows) for reason, rows in _TABLE if not isinstance(rows, Formulas))


def reason_for(line: str) -> Reason | None:
    """Why a line on its own is not part of a statement; None when it may be one."""
    if len(line) > _LONGEST:
        return None
    found = _in_table(line)
    if found is None and (repaired := _repaired(line)) != line:
        return _in_table(repaired)
    return found


def _in_table(line: str) -> Reason | None:
    """The reason of the first row that fits; nearly all rows are asked at once, for few fit."""
    rows = _TABLE if _ANY.fullmatch(line) else _OTHERS
    return next((reason for reason, pattern in rows if pattern.fullmatch(line)), None)


def _by_itself(line: str) -> Reason | None:
    """What the formulas, and then the shapes, say of a line."""
    return reason_for(line) or scans.reason_for(line) or pages.reason_for(line)


def _repaired(line: str) -> str:
    """A line as it may have been before a machine misread it, or parted its letters."""
    if re.fullmatch(r"(?:\w{1,2} ){6,}\w.*", line) and len(line.split()) > 8:
        line = f"press release {line.replace(' ', '')}" if "R E L" in line else "united nations"
    return misread.repaired(line)


def _unmark_continued(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """A small word that ends the sentence of the line above is no button, however it reads."""
    for place in range(1, len(lines)):
        above, text = lines[place - 1], lines[place].text
        if (
            found[place] is Reason.NAVIGATION
            and found[place - 1] is None
            and text[:1].islower()
            and lines[place].start - above.end == 1
            and above.text[-1:].isalpha()
        ):
            found[place] = None


def reasons(lines: Sequence[Block]) -> list[Reason | None]:
    """For each line of a document why it is no part of the text; None where it may be."""
    found = [_by_itself(line.text) for line in lines]
    masthead.mark_masthead(lines, found)
    mail.mark_mail(lines, found)
    _unmark_continued(lines, found)
    cover.mark_cover(lines, found)
    if Reason.MAIL in found:
        mail.mark_partings(lines, found)
        cover.mark_foot(lines, found)
    for place, line in enumerate(lines):
        if found[place] is None and printing.is_spot(line.text):
            found[place] = Reason.OTHER
    printing.mark_running(lines, found)
    printing.mark_repeated(lines, found)
    scans.mark_scan(lines, found)
    navigation.mark_after(lines, found)
    pages.mark_tags(lines, found)
    menus.mark_menus(lines, found)
    return found
