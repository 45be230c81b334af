"""
How long an import takes, as a multiple of a plain ``bulk_create`` of the same rows.

    python bench/importing.py 2000

Makes an archive of N statements and imports it into the database of DATABASE_URL, which must be
empty. Then every row that came of it is taken out, and written again with ``bulk_create``, in
batches of as many statements, into the same tables without the index of words.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import archive
import django

BATCH = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--folder", type=Path, default=Path("var/bench"))
    wanted = parser.parse_args()
    django.setup()
    archive.prepare()
    source = archive.written(wanted.number, wanted.folder)
    imported = _timed(lambda: archive.load(source))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    plain = _plain()
    print(
        f"import:      {imported[0]:7.1f} s, {imported[1]:7.1f} s of processor, {peak} MB at most"
    )
    print(f"bulk_create: {plain[0]:7.1f} s, {plain[1]:7.1f} s of processor")
    print(f"ratio:       {imported[0] / plain[0]:7.2f}    {imported[1] / plain[1]:7.2f}")


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - wall, time.process_time() - processor


def _plain() -> tuple[float, float]:
    """Take all rows out, and write them again."""
    from django.contrib.admin.models import LogEntry
    from django.db import connection, transaction

    from speeches import models
    from speeches.search import index

    with connection.cursor() as cursor:
        index.unwatch(connection)
        tables = [
            (models.Speech, "pk"),
            (models.Document, "pk"),
            (models.SpeechText, "speech_id"),
            (models.Attribution, "speech_id"),
            (models.Passage, "speech_id"),
            (models.TextPrint, "text__speech_id"),
            (models.TaggedSpeech, "content_object_id"),
            (models.Imported, "speech_id"),
            (LogEntry, "pk"),
        ]
        held = [(model, _batches(model, order)) for model, order in tables]
        for model, _rows in reversed(held):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")

    def write() -> None:
        for batches in itertools.zip_longest(*[rows for _model, rows in held], fillvalue=()):
            with transaction.atomic():
                for (model, _rows), batch in zip(held, batches, strict=True):
                    model.objects.bulk_create([model(**values) for values in batch])

    return _timed(write)


def _batches(model: Any, order: str) -> list[list[dict[str, Any]]]:
    """All rows of a table, each in the batch of its statement."""
    fields = [
        field.attname for field in model._meta.concrete_fields if not getattr(field, "generated", 0)
    ]
    rows = list(model.objects.order_by(order).values("pk", order, *fields))
    places = {key: place for place, key in enumerate(sorted({row[order] for row in rows}))}
    batches: list[list[dict[str, Any]]] = [[] for _ in range(-(-len(places) // BATCH))]
    for row in rows:
        batches[places[row[order]] // BATCH].append({name: row[name] for name in fields})
    return batches


if __name__ == "__main__":
    main()
