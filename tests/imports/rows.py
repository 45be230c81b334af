"""Rows to import, and an import of some of them."""

from __future__ import annotations

import itertools
import json

from speeches import imports
from tests import builders

BODY = "Rain fell on the hills of home.\n\nWe share what we have learnt, and learn from others."
_number = itertools.count(1)


def a_row(**fields):
    """A row with all that publication needs; ``None`` leaves a field out."""
    number = next(_number)
    row = {
        "id": f"row-{number}",
        "title": f"Remarks by Ada Osei, number {number}",
        "date": "2017-09-12",
        "speaker": "Ada Osei",
        "body": BODY,
        "rights": "May be shown in full",
    }
    return {name: value for name, value in (row | fields).items() if value is not None}


def write(path, rows):
    """The rows as a file; text stands as it is."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def an_import(path, rows=None, *, publish=True, **fields):
    """Import the rows, or the file as it stands; the run, and what it reported."""
    builders.rights(full=True)
    if rows is not None:
        write(path, rows)
    by = fields.pop("by", None) or builders.a_user(is_superuser=True)
    told = []
    with imports.Lines(path) as lines:
        run = imports.Import(
            lines, by=by, report=told.append, name=path.name, publish=publish, **fields
        )
        for _progress in run.run():
            pass
    return run.counts, told
