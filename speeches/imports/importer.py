"""
One run over a file: its rows in batches, each stored whole, what can't be stored noted.

Broken off, it is simply begun again: rows that are in the archive are known by their id and passed
by. A batch is one transaction; where one of its rows can't be stored, the rest of it still is.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, InterfaceError, OperationalError, connection, reset_queries

from speeches.models import Imported, Rights, Speech

from . import changes, statements, twins
from .lines import BrokenFileError, Line, Lines
from .records import Records
from .row import Row, RowError, read, shown

__all__ = ["Counts", "Import", "Progress", "Refused"]

MOST_ROWS = 200
MOST_CHARACTERS = 2_000_000
"""Of a batch: what is held in memory at once, and lost when the run is broken off."""


@dataclass
class Counts:
    """What became of the rows so far."""

    made: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    noted: int = 0

    @property
    def rows(self) -> int:
        return self.made + self.updated + self.unchanged + self.refused


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: the share of the file that is done, from 0 to 1."""

    share: float
    counts: Counts


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not imported, or that a person should look at: why, a sentence each."""

    line: int
    id: str
    sentences: tuple[str, ...]
    is_note: bool = False
    """It was imported all the same."""


@dataclass
class Import:
    """
    A file to import, and how. ``report`` is told of every row that gives cause to.

    ``rights`` are those of rows that name none. With ``publish`` statements are public at once.
    """

    lines: Lines
    by: Any
    report: Callable[[Refused], None]
    name: str
    convert: Callable[[Any], Any] = lambda record: record
    rights: Rights | None = None
    publish: bool = False
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        self.records = Records(self.by, f"Imported from “{self.name}”.", self.rights)

    def run(self) -> Iterator[Progress]:
        """Import, and tell after each batch how far it is. Raises BrokenFileError."""
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                # parts of the file that are mapped count as memory of the process
                cursor.execute("PRAGMA mmap_size = 0")
        with _Seen() as seen:
            for batch in self._batches(seen):
                self._take(batch)
                reset_queries()
                yield Progress(self.lines.share, self.counts)
        with connection.cursor() as cursor:
            # plans are chosen by what the database knows of its tables
            cursor.execute("ANALYZE")

    # -- reading

    def _batches(self, seen: _Seen) -> Iterator[list[Row]]:
        batch: list[Row] = []
        size = 0
        try:
            for line in self.lines:
                row = self._read(line, seen)
                if row is None:
                    continue
                batch.append(row)
                size += len(row.body)
                if len(batch) >= MOST_ROWS or size >= MOST_CHARACTERS:
                    yield batch
                    batch, size = [], 0
        except BrokenFileError:
            yield batch
            raise
        yield batch

    def _read(self, line: Line, seen: _Seen) -> Row | None:
        if line.problem:
            self._refuse(line.number, "", line.problem)
            return None
        try:
            row = read(self._converted(line.record), line.number)
        except RowError as error:
            record = line.record if isinstance(line.record, dict) else {}
            self._refuse(line.number, shown(record.get("id") or ""), *error.problems)
            return None
        if seen.before(row.id):
            self._refuse(row.line, row.id, "Its id stands on an earlier line: each names one row.")
            return None
        return row

    def _converted(self, record: Any) -> Any:
        try:
            return self.convert(record)
        except (TypeError, ValueError, LookupError, AttributeError) as error:
            raise RowError("It is not as its format says.") from error

    def _refuse(self, line: int, id: str, *sentences: str) -> None:
        self.counts.refused += 1
        self.report(Refused(line, id, sentences))

    def _remark(self, row: Row, sentence: str) -> None:
        self.counts.noted += 1
        self.report(Refused(row.line, row.id, (sentence,), is_note=True))

    # -- storing

    def _take(self, batch: Sequence[Row]) -> None:
        known = changes.known(batch)
        self._store([row for row in batch if row.id not in known])
        changed = []
        for row in batch:
            if row.id in known and known[row.id].digest != row.digest:
                changed.append((row, known[row.id]))
            elif row.id in known:
                self.counts.unchanged += 1
        self._change(changed)

    def _store(self, rows: Sequence[Row]) -> None:
        """Halves what can't be stored until the row is found at which it fails."""
        if not rows:
            return
        try:
            stored = statements.store(rows, self.records, publish=self.publish)
        except (InterfaceError, OperationalError):
            raise  # the database is gone, full or locked: no row's fault
        except (RowError, DatabaseError, ValidationError) as error:
            self.records.forget()
            if len(rows) == 1:
                self._refuse(rows[0].line, rows[0].id, *_sentences(error))
                return
            half = len(rows) // 2
            self._store(rows[:half])
            self._store(rows[half:])
            return
        self.counts.made += len(stored)
        self._look_at(rows, stored)

    def _look_at(self, rows: Sequence[Row], stored: Sequence[Speech]) -> None:
        """What a person should look at in rows that were stored."""
        alike = twins.twins(stored)
        for row, speech in zip(rows, stored, strict=True):
            if self.publish and not speech.is_published:
                lacking = statements.lacks(row, self.records.rights(row))
                self._remark(row, f"It is a draft, not published. {lacking}")
            if twin := alike.get(speech.pk):
                self._remark(row, f"“{twin}” ({twin.pid}) has nearly the same words.")

    def _change(self, changed: Sequence[tuple[Row, Imported]]) -> None:
        touched = changes.changed_here([imported for _row, imported in changed])
        for row, imported in changed:
            if imported.speech_id is None:
                self._refuse(row.line, row.id, changes.DELETED_HERE)
            elif imported.speech_id in touched:
                self._refuse(row.line, row.id, changes.CHANGED_HERE.format(imported.speech))
            else:
                self._take_over(row, imported)

    def _take_over(self, row: Row, imported: Imported) -> None:
        try:
            changes.take_over(row, imported, self.records)
        except (InterfaceError, OperationalError):
            raise
        except (RowError, DatabaseError, ValidationError) as error:
            self.records.forget()
            self._refuse(row.line, row.id, *_sentences(error))
        else:
            self.counts.updated += 1


def _sentences(error: Exception) -> tuple[str, ...]:
    if isinstance(error, RowError):
        return error.problems
    if isinstance(error, ValidationError):
        return tuple(error.messages)
    return (f"The database refuses it: {str(error).splitlines()[0]}.",)


class _Seen:
    """Ids of a run so far, in a file of their own that is gone with it: millions take no memory."""

    def __enter__(self) -> _Seen:
        self._ids = sqlite3.connect("", isolation_level=None)
        self._ids.execute("PRAGMA journal_mode = OFF")
        self._ids.execute("CREATE TABLE seen (id INTEGER PRIMARY KEY)")
        return self

    def __exit__(self, *args: object) -> None:
        self._ids.close()

    def before(self, id: str) -> bool:
        """Whether it was asked before."""
        number = int.from_bytes(hashlib.blake2b(id.encode(), digest_size=8).digest(), signed=True)
        added = self._ids.execute("INSERT OR IGNORE INTO seen VALUES (?)", [number])
        return added.rowcount == 0
