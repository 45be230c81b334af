from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.migrations.operations import RunPython, RunSQL
from django.db.models.signals import post_migrate, pre_migrate


class SpeechesConfig(AppConfig):
    name = "speeches"
    verbose_name = "Archive"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from speeches.search import index

        connection_created.connect(index.connect, dispatch_uid="search index")
        pre_migrate.connect(_free_tables, sender=self, dispatch_uid="watched tables")
        post_migrate.connect(_watch_tables, sender=self, dispatch_uid="watched tables")


def _ours(plan: Any) -> list[Any]:
    return [migration for migration, _backwards in plan if migration.app_label == "speeches"]


def _free_tables(using: str, plan: Any = (), **kwargs: Any) -> None:
    from speeches import generation
    from speeches.search import index

    if _ours(plan):
        index.unwatch(connections[using])
        generation.unwatch(connections[using])


def _watch_tables(using: str, plan: Any = (), **kwargs: Any) -> None:
    """Nobody watched while the migrations ran: what they did to data is looked up anew."""
    from speeches import generation
    from speeches.search import index

    generation.install(connections[using])
    index.install(connections[using])
    changes = (RunPython, RunSQL)
    if any(isinstance(step, changes) for migration in _ours(plan) for step in migration.operations):
        for _progress in index.rebuild(connections[using], anew=True):
            pass
