"""Reads the founding documents and writes fixtures/archive.json; --check only compares."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from speeches.intake import archive

_SHOWN = 40


class Command(BaseCommand):
    help = "Build fixtures/archive.json from the founding documents and the editor's additions."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check",
            action="store_true",
            help="write nothing; fail when the committed file differs from what would be built",
        )
        parser.add_argument(
            "--fixtures",
            type=Path,
            default=Path(settings.BASE_DIR) / "fixtures",
            help="the folder that holds documents/, authority/ and archive.editorial.json",
        )

    def handle(self, *args: Any, check: bool, fixtures: Path, **options: Any) -> None:
        target = fixtures / "archive.json"
        try:
            built = archive.build(fixtures)
        except (archive.BuildError, KeyError, OSError) as error:
            raise CommandError(f"The fixtures can't be built: {error}") from error
        held = target.read_text("utf-8") if target.exists() else ""
        if built == held:
            self.stdout.write(f"{target.name} is what the documents give.")
        elif check:
            raise CommandError(
                f"{target.name} is not what the documents give:\n{_diff(held, built)}"
            )
        else:
            target.write_text(built, encoding="utf-8", newline="\n")
            self.stdout.write(f"Wrote {target.name}, {built.count(chr(10))} lines.")


def _diff(held: str, built: str) -> str:
    """The first lines that differ, and how many more do."""
    lines = list(
        difflib.unified_diff(held.splitlines(), built.splitlines(), "committed", "built", n=1)
    )
    shown = [line[:160] for line in lines[:_SHOWN]]
    more = [f"… and {len(lines) - _SHOWN} lines more."] if len(lines) > _SHOWN else []
    return "\n".join([*shown, *more])
