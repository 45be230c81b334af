"""Reads a document and prints what the reader makes of it, for a person or as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from speeches.intake import read, report
from speeches.offsets import decode


class Command(BaseCommand):
    help = "Read a document and print what it says: who, when, where, and the words of each."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a text file; - reads standard input")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON")

    def handle(self, *args: Any, file: str, as_json: bool, **options: Any) -> None:
        try:
            content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except OSError as error:
            raise CommandError(f"{file} can't be read: {error.strerror}.") from error
        reading = read(decode(content)[0])
        if as_json:
            self.stdout.write(json.dumps(report.as_json(reading), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(report.as_lines(reading)))
