"""An import that is killed leaves whole batches, and goes on when it is begun again."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from tests.imports.rows import a_row, write

ROWS = 1_000


@pytest.fixture
def manage(tmp_path):
    """Runs a command on a database of its own; with ``start``, without waiting for its end."""
    path = tmp_path / "archive.sqlite3"
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{path}",
        "SSCOOP_MODE": "development",
        "DJANGO_SETTINGS_MODULE": "sscoop.settings",
    }

    def run(*arguments, start=False, **options):
        command = [sys.executable, "manage.py", *arguments]
        options |= {"env": environment, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        if start:
            return subprocess.Popen(command, **options)
        return subprocess.run(command, check=True, text=True, **options)

    run.path = path
    return run


def stored(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return database.execute("SELECT count(*) FROM speeches_imported").fetchone()[0]


@pytest.fixture
def command(manage, tmp_path):
    """The import of many rows into an empty archive."""
    manage("migrate", "--verbosity=0")
    manage("seed", "--demo")
    rights = "united-nations-public-information"
    rows = [a_row(rights=rights, tags=["rain"], event="Forum") for _ in range(ROWS)]
    file = write(tmp_path / "some.jsonl", rows)
    return ("import_speeches", str(file), "--by=administrator", "--publish")


def begun(manage, command):
    """A process that imports, once it has stored something."""
    child = manage(*command, start=True)
    deadline = time.monotonic() + 120
    while not stored(manage.path) and time.monotonic() < deadline:
        time.sleep(0.01)
    return child


def test_a_killed_import_goes_on_and_nothing_is_there_twice(manage, command):
    child = begun(manage, command)
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    reached = stored(manage.path)
    assert 0 < reached < ROWS
    assert f"{ROWS - reached:,} imported" in manage(*command).stdout
    assert stored(manage.path) == ROWS
    assert f"All {ROWS + 3:,}" in manage("search", "check").stdout
    with sqlite3.connect(manage.path) as database:
        counts = database.execute(
            "SELECT count(DISTINCT id), count(DISTINCT slug), count(DISTINCT pid)"
            " FROM speeches_speech"
        ).fetchone()
        waiting = database.execute("SELECT count(*) FROM speeches_rewriting").fetchone()
    assert counts == (ROWS + 3,) * 3
    assert waiting == (0,)
    assert f"{ROWS:,} there already, 0 refused" in manage(*command).stdout


def test_an_interrupt_ends_it_behind_its_batch(manage, command):
    child = begun(manage, command)
    os.kill(child.pid, signal.SIGINT)
    _out, said = child.communicate()
    assert "Broken off. Run it again to go on." in said.decode()
    assert "Traceback" not in said.decode()
    assert 0 < stored(manage.path) < ROWS
    assert stored(manage.path) % 200 == 0
