"""Production: it refuses to start without what it needs, and then serves guarded, light pages."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NEEDED = {
    "SECRET_KEY": "x9" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2,
    "ALLOWED_HOSTS": "example.org, www.example.org",
    "DATABASE_URL": "sqlite:///:memory:",
}


def python(code, **variables):
    """Run some Python in the project with these variables alone."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", NEEDED)
def test_it_refuses_to_start_without_what_it_needs(missing):
    given = {name: value for name, value in NEEDED.items() if name != missing}
    result = python("import sscoop.wsgi", **given)
    assert result.returncode != 0
    assert f"Set {missing} before starting in production" in result.stderr


def test_the_other_door_is_in_production_mode_too():
    result = python("import sscoop.asgi")
    assert "Set SECRET_KEY before starting in production" in result.stderr


def test_a_key_or_host_of_blanks_is_none():
    for name in ("SECRET_KEY", "ALLOWED_HOSTS"):
        result = python("import sscoop.wsgi", **(NEEDED | {name: " , "}))
        assert f"Set {name} before starting in production" in result.stderr


def test_a_database_that_is_none_is_said():
    result = python("import sscoop.wsgi", **(NEEDED | {"DATABASE_URL": "nonsense"}))
    assert result.returncode != 0
    assert "DATABASE_URL" in result.stderr.splitlines()[-1]


def test_a_key_may_begin_with_any_sign():
    key = "$" + NEEDED["SECRET_KEY"]
    code = "import sscoop.wsgi; from django.conf import settings; print(settings.SECRET_KEY)"
    assert python(code, **(NEEDED | {"SECRET_KEY": key})).stdout.strip() == key


def test_hosts_are_read_with_or_without_blanks():
    code = "import sscoop.wsgi; from django.conf import settings; print(settings.ALLOWED_HOSTS)"
    assert python(code, **NEEDED).stdout.strip() == "['example.org', 'www.example.org']"


def test_an_unknown_mode_is_refused():
    result = python("import sscoop.wsgi", **NEEDED, SSCOOP_MODE="prod")
    assert "SSCOOP_MODE is “prod”" in result.stderr


def test_debug_is_never_on():
    code = "import sscoop.wsgi; from django.conf import settings; print(settings.DEBUG)"
    assert python(code, **NEEDED, DEBUG="true").stdout.strip() == "False"


def test_the_check_of_a_deployment_finds_nothing():
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'sscoop.settings'\n"
        "from django.core.management import execute_from_command_line as run\n"
        "run(['manage.py', 'check', '--deploy', '--fail-level', 'WARNING'])"
    )
    result = python(code, **NEEDED)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


VISIT = """
import gzip, re
import sscoop.wsgi
from django.conf import settings
settings.STATIC_ROOT = "{folder}"
from django.core.management import call_command
call_command("collectstatic", interactive=False, verbosity=0)
call_command("migrate", verbosity=0)
from django.test import Client
client = Client(headers={{"host": "example.org", "accept-encoding": "gzip"}})

def visit(address, secure=True):
    response = client.get(address, secure=secure)
    body = b"".join(response) if response.streaming else response.content
    print(repr((address, response.status_code, dict(response.headers), len(body))))
    return body

visit("/about/", secure=False)
visit("/healthz", secure=False)
page = gzip.decompress(visit("/about/")).decode()
for name in sorted(set(re.findall('(?:href|src)="(/static/[^"#]+)', page))):
    visit(name)
"""


@pytest.fixture(scope="module")
def visits(tmp_path_factory):
    """What a visitor without and with TLS gets in production: a page, then all of its files."""
    result = python(VISIT.format(folder=tmp_path_factory.mktemp("static")), **NEEDED)
    assert result.returncode == 0, result.stderr
    return [ast.literal_eval(line) for line in result.stdout.splitlines()]


def test_a_page_is_guarded_and_compressed(visits):
    _, status, headers, _ = visits[2]
    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert headers["Content-Encoding"] == "gzip"


def test_its_files_have_hashed_names_come_compressed_and_are_kept_for_ever(visits):
    files = visits[3:]
    assert len(files) > 10
    for address, status, headers, size in files:
        assert status == 200, address
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", address)
        assert "immutable" in headers["Cache-Control"], address
        assert headers["X-Content-Type-Options"] == "nosniff"
        if address.endswith(".css") and size > 300:
            assert headers["Content-Encoding"] == "gzip", address


def test_without_tls_a_visitor_is_led_to_it_and_a_health_check_answered(visits):
    assert visits[0][1] == 301
    assert visits[0][2]["Location"] == "https://example.org/about/"
    assert visits[1][1] == 200


def test_pages_one_after_the_other_share_a_connection(tmp_path):
    code = """
from django.core.management import call_command
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import RequestFactory
from sscoop.wsgi import application

call_command("migrate", verbosity=0)
connection.close()
opened = []
connection_created.connect(lambda **kwargs: opened.append(1), weak=False)
for _ in range(3):
    visit = RequestFactory().get("/speeches/suggestions/?q=abc", secure=True)
    visit.environ["HTTP_HOST"] = "example.org"
    answer = application(visit.environ, lambda status, headers: print(status[:3]))
    b"".join(answer)
    answer.close()
print(len(opened))
"""
    result = python(code, **(NEEDED | {"DATABASE_URL": f"sqlite:///{tmp_path}/archive.sqlite3"}))
    assert result.stdout.split() == ["200", "200", "200", "1"], result.stderr
