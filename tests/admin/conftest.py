"""Who sits at the admin's desk, and an archive that waits for its first statement."""

import pytest

from speeches.models import Document, Speech

from .desk import somebody


@pytest.fixture
def lists(archive):
    """The authority lists without the three statements and their documents."""
    Speech.objects.all().delete()
    Document.objects.all().delete()


@pytest.fixture
def editor(client):
    client.force_login(somebody("editor"))
    return client


@pytest.fixture
def admin(client):
    client.force_login(somebody("administrator"))
    return client


@pytest.fixture
def curator(client):
    client.force_login(somebody("curator"))
    return client
