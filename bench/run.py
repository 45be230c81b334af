"""
Measures an archive of N statements, and writes what it finds as a table.

    make bench N=2000

Every figure is a multiple of the floor's (see floor.py), measured just after it in the same run,
for a page of the same size; the median of three repetitions. The archive is made and imported once
for each size and database (DATABASE_URL), and kept.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

FOLDER = Path("var/bench")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("number", type=int)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--seconds", type=float, default=2.0, help="for each page, three times")
    parser.add_argument("--only", default="", help="pages whose name holds this")
    parser.add_argument("--report", type=Path, help="a file to write the table to as well")
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    database = (wanted.folder / f"archive-{wanted.number}.sqlite3").absolute()
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{database}")
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import archive
    import django

    django.setup()
    archive.ensure(wanted.number, wanted.folder)
    lines = report(wanted)
    if wanted.report:
        wanted.report.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(wanted: Any) -> list[str]:
    """The table, line by line, as it is printed."""
    import load
    import pages

    lines: list[str] = []

    def tell(line: str) -> None:
        lines.append(line)
        print(line, flush=True)

    tell(f"{wanted.number:,} statements, {_database()}, {time.strftime('%Y-%m-%d')}.")
    tell("")
    tell(
        "| page | p50, × floor, counts kept | nothing kept | wanted | processor, × floor"
        " | p95 ÷ p50 | rate of 8 clients, ÷ floor | p50, ms | queries |"
    )
    tell("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    kinds = [page for page in pages.pages() if wanted.only in page.name]
    with ExitStack() as servers:
        cold = servers.enter_context(load.server("sscoop.wsgi", "settings"))
        ours = servers.enter_context(load.server("sscoop.wsgi", "settings", BENCH_CACHES="counts"))
        floor = servers.enter_context(load.server("floor:application", "floor_settings"))
        for page in kinds:
            tell(_row(page, ours, cold, floor, wanted.seconds))
    with ExitStack() as servers:
        ours = servers.enter_context(load.server("sscoop.wsgi", "settings", BENCH_CACHES="all"))
        floor = servers.enter_context(load.server("floor:application", "floor_settings"))
        for row in _kept(ours, floor, wanted):
            tell(row)
    return lines


def _row(page: Any, ours: Any, cold: Any, floor: Any, seconds: float) -> str:
    """One page beside its floor, with counts kept and with nothing kept, three times over."""
    import load
    import pages
    from django.test import Client

    try:
        first = load.get(ours, page.addresses[0])
        size = len(first.body)
        floors = [f"/{place + 1}/{size}/" for place in range(20)]
        runs = [
            (
                load.measure(floor, floors, seconds / 2),
                load.measure(ours, page.addresses, seconds),
                load.measure(cold, page.addresses, seconds / 2),
            )
            for _ in range(3)
        ]
        queries: Any = pages.queries_of(page, Client().get)
    except (RuntimeError, OSError) as error:
        return f"| {page.name} | {error} | | | | | | | |"
    return _told(page.name, page.wanted, runs, queries)


def _told(name: str, wanted: float | None, runs: list[Any], queries: Any) -> str:
    """The figures of a page: of each run that of the floor, ours, and ours with nothing kept."""
    middle = statistics.median
    ratio = middle(own.p50 / floor.p50 for floor, own, *_cold in runs)
    cold = [bare.p50 / floor.p50 for floor, _own, *rest in runs for bare in rest]
    spread = middle(own.p95 / own.p50 for _floor, own, *_cold in runs)
    work = middle(
        own.processor / floor.processor if floor.processor else 0 for floor, own, *_cold in runs
    )
    rate = middle(own.rate / floor.rate for floor, own, *_cold in runs)
    p50 = middle(own.p50 for _floor, own, *_cold in runs) * 1000
    cells = [name, f"{ratio:.1f}", f"{middle(cold):.1f}" if cold else ""]
    cells += [f"{wanted:g}" if wanted else "", f"{work:.1f}", f"{spread:.1f}", f"{rate:.2f}"]
    return f"| {' | '.join([*cells, f'{p50:.1f}', str(queries)])} |"


def _kept(ours: Any, floor: Any, wanted: Any) -> list[str]:
    """A page again and again with the caches on; and the same, asked whether it has changed."""
    import load

    rows = []
    for name, address in (("list, page 1", "/speeches/"), ("home", "/")):
        if wanted.only not in name:
            continue
        first = load.get(ours, address)
        floors = [f"/1/{len(first.body)}/"]
        constant = [
            (
                load.measure(floor, floors, wanted.seconds / 2),
                load.measure(floor, ["/constant/"], wanted.seconds / 2),
            )
            for _ in range(3)
        ]
        rows.append(_told(f"a constant text, beside the floor of {name}", None, constant, ""))
        asked: list[tuple[str, dict[str, str], int]] = [(f"{name}, caches on", {}, 200)]
        if tag := first.headers.get("ETag"):
            asked.append((f"{name}, a 304", {"If-None-Match": tag}, 304))
        for title, headers, status in asked:
            runs = [
                (
                    load.measure(floor, floors, wanted.seconds / 2),
                    load.measure(ours, [address], wanted.seconds / 2, headers, status),
                )
                for _ in range(3)
            ]
            rows.append(_told(title, 0.5, runs, ""))
    return rows


def _database() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}"
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0]}"


if __name__ == "__main__":
    main()
