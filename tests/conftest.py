"""What most tests stand on: readers, staff, the seeded archive, and a count of queries."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import settings

from . import builders

# An example that takes long says more about a busy machine than about the code.
settings.register_profile("archive", deadline=None)
settings.load_profile("archive")


def pytest_collection_modifyitems(items):
    """``-m django_db`` selects what uses the database, by its mark or by a fixture."""
    for item in items:
        if {"db", "transactional_db"} & set(item.fixturenames):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture
def staff_client(client):
    """Signed in as somebody of the staff who may look at statements."""
    client.force_login(builders.a_user(is_staff=True, permissions=["view_speech"]))
    return client


@pytest.fixture
def queries_of(client):
    """
    Call with an address: how many queries a stranger's visit takes, once things are warm, after
    the one for the archive's stamp that all pages begin with.
    """

    def count(address: str) -> int:
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(address)
        stamps = [query for query in captured if "archive_generation" in query["sql"]]
        assert len(stamps) <= 1
        return len(captured) - len(stamps)

    return count


@pytest.fixture
def archive(db):
    """The authority list and the three statements, as ``manage.py seed`` loads them."""
    said = io.StringIO()
    call_command("seed", stdout=said)
    return said.getvalue()
