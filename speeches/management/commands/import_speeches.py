"""Imports a file of statements, one a line: docs/import.md describes the format."""

from __future__ import annotations

import json
import signal
import time
from argparse import ArgumentParser
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from speeches import imports
from speeches.models import Rights

TOLD_EVERY = 5.0
"""Seconds between two lines of progress."""

LATELY = 12
"""Lines whose pace tells what is left: rows that are in the archive already go by quickly."""


class Command(BaseCommand):
    help = (
        "Import statements from JSON Lines (.jsonl, .jsonl.gz, .jsonl.xz). Broken off, run it "
        "again: what is in the archive is passed by. Rows that can't be imported are written to a "
        "file, with their line and the reasons; the rest is imported."
    )

    is_to_stop = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--by", required=True, metavar="USER", help="whose doing it is")
        parser.add_argument(
            "--publish", action="store_true", help="public at once; without it they are drafts"
        )
        parser.add_argument(
            "--rights", metavar="SLUG", help="of the documents of rows that name no rights"
        )
        parser.add_argument("--format", choices=sorted(imports.FORMATS), default="sscoop")
        parser.add_argument(
            "--errors",
            type=Path,
            metavar="PATH",
            help="where to write what was not imported (FILE.errors.jsonl)",
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        errors = options["errors"] or file.with_name(f"{file.name}.errors.jsonl")
        by = self._user(options["by"], publishes=options["publish"])
        rights = self._rights(options["rights"])
        if file.exists() and errors.exists() and errors.samefile(file):
            raise CommandError(f"{errors} is the file to import: errors can’t be written there.")
        try:
            with (
                imports.Lines(file) as lines,
                errors.open("w", encoding="utf-8", errors="backslashreplace") as report,
            ):
                run = imports.Import(
                    lines,
                    by=by,
                    report=lambda refused: _write(report, refused),
                    name=file.name,
                    convert=imports.FORMATS[options["format"]],
                    rights=rights,
                    publish=options["publish"],
                )
                with self._stopping():
                    self._follow(run)
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}.") from error
        counts = run.counts
        is_ours = not options["errors"] and errors.is_file() and not errors.is_symlink()
        if is_ours and not counts.refused + counts.noted:
            errors.unlink()
        self.stdout.write(
            f"{counts.made:,} imported, {counts.updated:,} updated, {counts.unchanged:,} there "
            f"already, {counts.refused:,} refused."
        )
        if counts.noted:
            self.stdout.write(f"{counts.noted:,} notes: {errors}")
        if counts.refused:
            raise CommandError(f"{counts.refused:,} rows were not imported: see {errors}")

    def _follow(self, run: imports.Import) -> None:
        """Run, and tell on standard error how far it is."""
        started = told = time.monotonic()
        lately = deque([(started, 0.0)], maxlen=LATELY)
        try:
            for progress in run.run():
                if self.is_to_stop:
                    raise CommandError("Broken off. Run it again to go on.")
                now = time.monotonic()
                if now - told >= TOLD_EVERY and progress.share:
                    told = now
                    since, reached = lately[0]
                    lately.append((now, progress.share))
                    pace = max(progress.share - reached, 1e-9) / (now - since)
                    left = (1 - progress.share) / pace
                    self.stderr.write(
                        f"{progress.counts.rows:,} rows, {progress.share:.0%}, {left:.0f} s left"
                    )
        except imports.BrokenFileError as error:
            raise CommandError(f"{error}. What was read before is imported.") from error
        spent = time.monotonic() - started
        self.stderr.write(f"{run.counts.rows:,} rows in {spent:.1f} s")

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        """An interrupt ends the run behind its batch; a second one, at once."""

        def stop(*args: Any) -> None:
            self.is_to_stop = True
            signal.signal(signal.SIGINT, before)

        before = signal.signal(signal.SIGINT, stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _user(self, name: str, *, publishes: bool) -> Any:
        user = get_user_model().objects.filter(username=name, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active account “{name}”.")
        needed = ["speeches.add_speech", "speeches.change_speech"]
        needed += ["speeches.publish_speech"] if publishes else []
        if not user.has_perms(needed):
            raise CommandError(f"“{name}” may not {'publish' if publishes else 'add'} statements.")
        return user

    def _rights(self, slug: str | None) -> Rights | None:
        found = Rights.objects.filter(slug=slug).first() if slug else None
        if slug and found is None:
            known = ", ".join(Rights.objects.values_list("slug", flat=True)) or "none"
            raise CommandError(f"There are no rights “{slug}” (there are: {known}).")
        return found


def _write(report: TextIO, refused: imports.Refused) -> None:
    told = {"line": refused.line, "id": refused.id}
    told["note" if refused.is_note else "error"] = " ".join(refused.sentences)
    report.write(json.dumps(told, ensure_ascii=False) + "\n")
    report.flush()
