"""What pages say to machines: valid, safe, and only what is known."""

import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from speeches.dates import PartialDate
from speeches.exports import linked_data
from speeches.exports.linked_data.graph import day, thing


def printed(things):
    return html.fromstring(f"<div>{linked_data.script(things)}</div>")


@given(st.text(), st.text())
def test_no_value_can_leave_the_script_element(name, value):
    tree = printed([{"@type": "Thing", "name": name, "description": value}])
    (script,) = tree
    assert script.tag == "script"
    assert not (script.tail or "").strip()
    assert not set("<>&") & set(script.text)


def test_what_goes_in_comes_out():
    name = "</script><!-- <b>“é” & co"
    (script,) = printed([{"@type": "Thing", "name": name}])
    assert json.loads(script.text) == {
        "@context": "https://schema.org",
        "@graph": [{"@type": "Thing", "name": name}],
    }


def test_what_is_empty_is_left_out():
    assert thing("Person", name="Ban Ki-moon", nationality=None, alternateName=[]) == {
        "@type": "Person",
        "name": "Ban Ki-moon",
    }


def test_a_date_that_is_only_bounded_is_left_out():
    assert day(PartialDate.parse("12 September 2017")) == "2017-09-12"
    assert day(PartialDate.parse("September 2017")) == "2017-09"
    assert day(PartialDate.parse("before 2017")) == ""
    assert day(PartialDate.parse("unknown")) == ""
    assert day(None) == ""


def test_breadcrumbs_are_numbered_and_the_last_has_no_address():
    crumbs = linked_data.breadcrumbs([("Home", "/"), ("Tags", None)], "https://example.org".__add__)
    assert crumbs["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://example.org/"},
        {"@type": "ListItem", "position": 2, "name": "Tags"},
    ]
