"""A reading that was kept is the same when it comes back."""

import json

import pytest

from speeches.intake import keeping

from .papers import message, story


@pytest.mark.parametrize("paper", [message, story], ids=["message", "story"])
def test_nothing_of_a_reading_is_lost(paper):
    reading = paper()
    stored = json.loads(json.dumps(keeping.kept(reading)))
    assert "text" not in stored
    assert keeping.restored(stored, reading.text) == reading


def test_a_reading_kept_before_a_field_was_known_takes_its_default():
    reading = message()
    stored = keeping.kept(reading)
    del stored["quotations"]
    assert keeping.restored(stored, reading.text).quotations == ()
