"""Addresses put together are those that Django would look up."""

import pytest
from django.urls import get_script_prefix, reverse, set_script_prefix

from speeches.addresses import address_of


@pytest.mark.parametrize("name", ["speeches.detail", "tags.detail", "documents.received"])
@pytest.mark.parametrize("slug", ["a", "remarks-2017", "south_south-2"])
def test_it_is_the_address_of_the_page(name, slug):
    assert address_of(name, slug) == reverse(name, args=[slug])


def test_a_permanent_id_has_no_slash_behind_it():
    assert address_of("id.speech", "x7k2m9qd") == "/id/x7k2m9qd"


def test_a_site_below_a_path_keeps_it():
    before = get_script_prefix()
    set_script_prefix("/archive/")
    try:
        assert address_of("tags.detail", "trade") == "/archive/tags/trade/"
    finally:
        set_script_prefix(before)
    assert address_of("tags.detail", "trade") == "/tags/trade/"
