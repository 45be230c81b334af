"""Loads the authority list and the archive, creates the roles, and says what it did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.serializers.base import DeserializationError

from speeches.editorial import roles
from speeches.intake import seeding


class Command(BaseCommand):
    help = (
        "Load the authority list and the archive, and create the roles. Can be repeated: what is "
        "there, and what editors have changed since, stays as it is; what is missing is added."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once",
            action="store_true",
            help="load only into an empty archive, so that what editors deleted stays deleted",
        )
        parser.add_argument(
            "--demo",
            action="store_true",
            help="also create one account for each role, with known passwords (development only)",
        )

    def handle(self, *args: Any, demo: bool, once: bool, **options: Any) -> None:
        if demo and settings.PRODUCTION:
            raise CommandError("Demo accounts have known passwords: not in production.")
        if once and not seeding.is_empty():
            self.stdout.write("The archive has been loaded before: it stays as it is.")
        else:
            self._load()
        self._install_roles()
        if demo:
            self._create_demo_accounts()

    def _load(self) -> None:
        counts: list[seeding.Count] = []

        def report(count: seeding.Count) -> None:
            counts.append(count)
            self.stdout.write(
                f"  {count.name + ' ':.<16} {count.created:>4} created,"
                f" {count.unchanged:>4} unchanged, {count.kept:>3} kept as they are here"
            )
            self.stdout.flush()

        try:
            seeding.seed(Path(settings.BASE_DIR) / "fixtures", report)
        except (DeserializationError, OSError) as error:
            raise CommandError(f"Nothing was loaded: {error}") from error
        self._summarise(counts)

    def _summarise(self, counts: list[seeding.Count]) -> None:
        created = sum(count.created for count in counts)
        kept = sum(count.kept for count in counts)
        if created:
            self.stdout.write(self.style.SUCCESS(f"{created} records loaded."))
        else:
            self.stdout.write("Nothing to load: all of it is there.")
        if kept:
            differ = "1 record differs" if kept == 1 else f"{kept} records differ"
            self.stdout.write(
                f"{differ} from the fixtures, or belongs to one that was there before: "
                "left as it is here."
            )

    def _install_roles(self) -> None:
        try:
            counts = roles.install()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Roles: " + ", ".join(counts) + ".")

    def _create_demo_accounts(self) -> None:
        self.stdout.write("Demo accounts (sign in at /admin/):")
        for name, password in roles.demo_accounts():
            self.stdout.write(f"  {name:<16} {password}")
