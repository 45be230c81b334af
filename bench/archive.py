"""An archive to measure: written to a file once for each size, and imported."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import generate

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sscoop.settings")
os.environ.setdefault("SSCOOP_MODE", "development")

USER = "bench"


def written(number: int, folder: Path) -> Path:
    """The file with so many statements; made where it isn't there."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"archive-{number}.jsonl"
    if not path.exists():
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            for row in generate.statements(number):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        part.rename(path)
    return path


def prepare() -> None:
    """Tables, the rights that the statements are under, and somebody who imports."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    from speeches.models import Rights

    call_command("migrate", verbosity=0)
    if not Rights.objects.exists():
        call_command("loaddata", "rights", verbosity=0)
    get_user_model().objects.get_or_create(
        username=USER, defaults={"is_superuser": True, "is_staff": True}
    )


def load(source: Path) -> None:
    """Import the file, published."""
    from django.core.management import call_command

    call_command("import_speeches", source, by=USER, publish=True)


def ensure(number: int, folder: Path) -> None:
    """An archive of so many statements in the database; made where it isn't there, or goes on."""
    from speeches.models import Imported

    prepare()
    if Imported.objects.count() < number:
        load(written(number, folder))
