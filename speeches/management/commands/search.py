"""``manage.py search``: make the index of words anew, check it, or explain a query."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from speeches import search
from speeches.models import Speech


class Command(BaseCommand):
    help = "The index of words: rebuild and check it, explain a query, measure what is found."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(
            dest="verb", required=True, metavar="rebuild|check|explain|quality"
        )
        rebuild = verbs.add_parser(
            "rebuild", help="make every entry anew; searches go on meanwhile; can be broken off"
        )
        rebuild.add_argument("--anew", action="store_true", help="from the start, not where it was")
        verbs.add_parser("check", help="compare entries and tables; exit code 1 where they differ")
        explain = verbs.add_parser("explain", help="how a query is understood, run, and how long")
        explain.add_argument("query")
        quality = verbs.add_parser(
            "quality", help="how high known statements stand: the mean of their reciprocal ranks"
        )
        quality.add_argument(
            "file", type=Path, metavar="FILE", help="a query, a tab and an imported id a line"
        )

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(options)

    def _rebuild(self, options: dict[str, Any]) -> None:
        started, first, progress = time.monotonic(), 0, None
        for progress in search.index.rebuild(anew=options["anew"]):
            first = first or progress.done
            spent = time.monotonic() - started
            left = spent / progress.done * (progress.total - progress.done)
            self.stdout.write(f"{progress.done:,} of {progress.total:,}, {left:.0f} s left")
        self.stdout.write("The index is made anew." if progress else "There are no statements.")

    def _check(self, options: dict[str, Any]) -> None:
        found, total = [], 0
        try:
            for progress, ids in search.index.wrong():
                found += ids
                total = progress.total
        except DatabaseError as error:
            raise CommandError(f"The index is damaged: {error}. Run: search rebuild") from error
        if names := search.index.wrong_names():
            raise CommandError(
                f"{names:,} beginnings of names are missing or too many. Run: search rebuild"
            )
        if found:
            named = ", ".join(str(key) for key in found[:20])
            raise CommandError(
                f"{len(found):,} of {total:,} statements are indexed wrongly (ids {named}"
                f"{', …' if len(found) > 20 else ''}). Run: search rebuild"
            )
        if number := search.index.wrong_counts():
            raise CommandError(f"{number:,} counts are wrong. Run: search rebuild")
        self.stdout.write(f"All {total:,} statements are indexed as they stand.")

    def _explain(self, options: dict[str, Any]) -> None:
        query = search.parse(options["query"])
        expression = search.prepared(query)
        found = search.found(Speech.objects.published(), expression).order_by("-sort_key")
        self.stdout.write(f"Understood:   {query.typed or '(nothing)'}")
        for note in expression.notes:
            self.stdout.write(f"Note:         {note}")
        if expression.also:
            self.stdout.write(
                f"Also:         {', '.join(label.words for label in expression.also)}"
            )
        if expression.nodes:
            self.stdout.write(f"Engine:       {search.index.engine().match(expression.nodes)}")
        started = time.perf_counter()
        number = found.count()
        spent = (time.perf_counter() - started) * 1000
        self.stdout.write(f"Statements:   {number:,}, counted in {spent:.1f} ms")
        self.stdout.write("Plan of the newest 25:")
        self.stdout.write(found[:25].explain())

    def _quality(self, options: dict[str, Any]) -> None:
        try:
            with options["file"].open(encoding="utf-8") as lines:
                known = list(search.quality.read(lines))
        except (OSError, ValueError) as error:
            raise CommandError(f"{options['file']} can't be read: {error}") from error
        started = time.perf_counter()
        results = list(search.quality.measured(known, search.ranked))
        spent = (time.perf_counter() - started) * 1000 / max(1, len(results))
        for each in results:
            if each.worth < 1:
                place = each.place or ("not found" if each.is_held else "not held")
                self.stdout.write(f"{place:>9}  of {each.found:>6,}  {each.query}")
        held = [each for each in results if each.is_held]
        if not held:
            raise CommandError("None of the statements was imported.")
        mean = sum(each.worth for each in held) / len(held)
        first = sum(each.place == 1 for each in held)
        self.stdout.write(
            f"Mean reciprocal rank at {search.quality.DEPTH}: {mean:.3f}, of {len(held)} queries; "
            f"{first} find their statement first. {spent:.0f} ms a query."
        )
