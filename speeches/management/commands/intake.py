"""Reads a document and prints what the reader makes of it, for a person or as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from speeches.intake import extract, read, report


class Command(BaseCommand):
    help = "Read a document and print what it says: who, when, where, and the words of each."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", help="a text, web page, .docx or PDF; - reads standard input"
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON")

    def handle(self, *args: Any, file: str, as_json: bool, **options: Any) -> None:
        try:
            content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except OSError as error:
            raise CommandError(f"{file} can't be read: {error.strerror}.") from error
        try:
            found = extract.text_of(content, "" if file == "-" else file)
        except extract.Refused as refused:
            raise CommandError(str(refused)) from refused
        for note in found.notes:
            self.stderr.write(note)
        reading = read(found.text)
        if as_json:
            self.stdout.write(json.dumps(report.as_json(reading), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(report.as_lines(reading)))
