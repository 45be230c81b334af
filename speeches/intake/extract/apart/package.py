"""
A Word file before it is opened: a zip archive whose parts are counted, weighed and looked at.

Everything is decided from the archive's own directory and from the first bytes of its parts, so
that a bomb is refused before anything is unpacked that was not announced.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from .refusal import Refused

__all__ = ["opened"]

_MOST_PARTS = 5_000
_PART_LIMIT = 64 * 1024 * 1024
_OTHER_KINDS: tuple[tuple[str, str], ...] = (
    ("xl/", "This is a spreadsheet. Paste the text of the statement instead."),
    ("ppt/", "These are slides. Paste the text of the statement instead."),
    ("META-INF/container.xml", "This is an e-book. Paste the text of the statement instead."),
)
_OPEN_DOCUMENT = (
    "This is an OpenDocument file (.odt). Open it in LibreOffice or Word and save it as .docx."
)
_CUT_OFF = "This Word file is damaged or cut off: its end is missing. Fetch it again."
_DAMAGED = "This Word file is damaged: its parts don’t match what it says of them. Fetch it again."
_MACROS = (
    "This Word file holds macros, which are programs. Save it as .docx without macros, "
    "or paste its text."
)
_LOCKED = "This Word file is locked with a password. Save it without one."
_NO_WORD = "This is a packed archive, not a Word file. Unpack it, and add its documents one by one."
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENTITIES = (
    "This Word file declares entities, as attacks do and Word never does. "
    "Save it anew in Word, or paste its text."
)


def opened(content: bytes, expanded_bytes: int) -> zipfile.ZipFile:
    """The archive of a Word file that may be read. Raises Refused for everything else."""
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RecursionError) as error:
        raise Refused(_CUT_OFF) from error
    parts = archive.infolist()
    _weigh(parts, expanded_bytes)
    names = {part.filename for part in parts}
    _refuse_others(archive, names)
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            _look_at(part_of(archive, part.filename))
    return archive


def part_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a part. Raises Refused where they are damaged."""
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Refused(_DAMAGED) from error
    except RuntimeError as error:  # what zipfile raises for a part with a password
        raise Refused(_LOCKED) from error
    except Exception as error:  # zlib.error and its like derive from Exception alone
        raise Refused(_DAMAGED) from error


def _weigh(parts: list[zipfile.ZipInfo], expanded_bytes: int) -> None:
    """No more is ever unpacked of a part than the directory says, so its sum is the weight."""
    weight = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or weight > expanded_bytes:
        raise Refused(
            f"This Word file unpacks to {weight // 1_000_000:,} MB in {len(parts):,} parts; "
            f"at most {expanded_bytes // 1_000_000:,} MB in {_MOST_PARTS:,} are taken. "
            "Remove its pictures, or paste its text."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(_LOCKED)


def _refuse_others(archive: zipfile.ZipFile, names: set[str]) -> None:
    if "mimetype" in names and b"opendocument" in part_of(archive, "mimetype")[:200]:
        raise Refused(_OPEN_DOCUMENT)
    for beginning, refusal in _OTHER_KINDS:
        if any(name.startswith(beginning) for name in names):
            raise Refused(refusal)
    if "[Content_Types].xml" not in names or not any(n.startswith("word/") for n in names):
        raise Refused(_NO_WORD)
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise Refused(_MACROS)
    if b"macroenabled" in part_of(archive, "[Content_Types].xml").lower():
        raise Refused(_MACROS)


def _look_at(xml: bytes) -> None:
    """Refuse XML that declares anything, in whichever encoding."""
    if len(xml) > _PART_LIMIT:
        raise Refused("This Word file has a part that is too large. Paste its text instead.")
    if _DECLARES.search(xml) or _DECLARES.search(xml.replace(b"\0", b"")):
        raise Refused(_ENTITIES)
