"""The lines of a file of JSON Lines, packed or not, each with its number; never the whole file."""

from __future__ import annotations

import gzip
import json
import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["LONGEST", "BrokenFileError", "Line", "Lines"]

LONGEST = 16 * 1024**2
"""Bytes of a line: more than any statement has, and little enough to hold."""


class BrokenFileError(Exception):
    """The file can't be read on: it isn't what its name says, or breaks off."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what stands in it, or why it can't be read."""

    number: int
    record: Any = None
    problem: str = ""


class Lines:
    """
    The lines of a file, which may be packed with gzip or xz, as its name ends.

    ``share`` tells how much of it is read. Raises OSError where it can't be opened, and while
    reading BrokenFileError.
    """

    def __init__(self, path: Path) -> None:
        self.size = path.stat().st_size
        self._raw = path.open("rb")
        self._stream: Any = self._raw
        if path.suffix == ".gz":
            self._stream = gzip.GzipFile(fileobj=self._raw)
        elif path.suffix == ".xz":
            self._stream = lzma.LZMAFile(self._raw)  # noqa: SIM115 - closed in __exit__

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *args: object) -> None:
        self._stream.close()
        self._raw.close()

    @property
    def share(self) -> float:
        """How much of the file is read, from 0 to 1."""
        return min(1.0, self._raw.tell() / self.size) if self.size else 1.0

    def __iter__(self) -> Iterator[Line]:
        number = 0
        try:
            while content := self._stream.readline(LONGEST):
                number += 1
                if len(content) == LONGEST and not content.endswith(b"\n"):
                    self._pass_by()
                    yield Line(number, problem=f"The line is longer than {LONGEST:,} bytes.")
                elif content.strip():
                    yield _line(number, content)
        except (EOFError, lzma.LZMAError, gzip.BadGzipFile, zlib.error) as error:
            raise BrokenFileError(f"After line {number} the file can't be read: {error}") from error

    def _pass_by(self) -> None:
        """To the end of a line that is too long."""
        while content := self._stream.readline(LONGEST):
            if content.endswith(b"\n"):
                return


def _line(number: int, content: bytes) -> Line:
    try:
        return Line(number, json.loads(content.decode("utf-8-sig"), parse_constant=_refuse))
    except UnicodeDecodeError as error:
        return Line(number, problem=f"Byte {error.start + 1} is not UTF-8.")
    except (ValueError, RecursionError) as error:
        return Line(number, problem=f"It is not JSON: {error}.")


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no value")
