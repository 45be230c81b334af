"""Scores the reader against a folder of cases: a table of fields and groups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from speeches.intake import scoring


class Command(BaseCommand):
    help = "Read every case of a folder (NN-slug.txt with its NN-slug.json) and print the score."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="FOLDER", type=Path)
        parser.add_argument(
            "--details", action="store_true", help="name the fields in which each case falls short"
        )

    def handle(self, *args: Any, folder: Path, details: bool, **options: Any) -> None:
        try:
            results = list(scoring.score_folder(folder))
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(f"{folder} can't be scored: {error}") from error
        if not results:
            raise CommandError(f"{folder} holds no cases.")
        if details:
            for result in results:
                short = [
                    f"{name}={value:.2f}" for name, value in result.fields.items() if value < 1
                ]
                self.stdout.write(f"{result.mean:.2f} {result.name}  {' '.join(short)}")
        fields, groups, overall = scoring.means(results)
        for name, (value, count) in fields.items():
            self.stdout.write(f"{name:<22} {value:.3f}  ({count})")
        for name, value in groups.items():
            count = sum(result.group == name for result in results)
            self.stdout.write(f"group {name:<16} {value:.3f}  ({count})")
        self.stdout.write(f"{'all':<22} {overall:.3f}  ({len(results)})")
