"""The tags of our templates."""

import pytest
from django.template import Context, Engine
from django.utils import translation

ENGINE = Engine(libraries={"archive": "speeches.templatetags.archive"})
I18N = Engine(
    libraries={"archive": "speeches.templatetags.archive", "i18n": "django.templatetags.i18n"}
)


def printed(source, **values):
    return ENGINE.from_string("{% load archive %}" + source).render(Context(values))


class Counting:
    """Something that tells how often it was printed."""

    def __init__(self):
        self.times = 0

    def __str__(self):
        self.times += 1
        return f"printed {self.times}"


def test_what_stands_in_it_is_printed_as_it_is():
    assert printed("a{% once %}<b>&amp;</b>{% endonce %}c") == "a<b>&amp;</b>c"


def test_it_is_printed_once_and_kept_by_what_is_named():
    template = ENGINE.from_string("{% load archive %}{% once it %}{{ it }}{% endonce %}")
    first, second = Counting(), Counting()
    assert [template.render(Context({"it": first})) for _ in range(3)] == ["printed 1"] * 3
    assert template.render(Context({"it": second})) == "printed 1"
    assert (first.times, second.times) == (1, 1)


def test_nothing_else_of_the_page_is_known_inside():
    source = "{% once here %}[{{ here }}{{ page }}{{ request }}]{% endonce %}"
    assert printed(source, here="x", page="y", request="z") == "[x]"


def test_what_is_named_is_escaped_and_may_be_missing():
    assert printed("{% once it %}[{{ it }}]{% endonce %}", it="<i>") == "[&lt;i&gt;]"
    assert printed("{% once it %}[{{ it }}]{% endonce %}") == "[None]"


def test_each_language_has_its_own():
    template = I18N.from_string(
        '{% load archive i18n %}{% once %}{% translate "January" %}{% endonce %}'
    )
    shown = {}
    for language in ("en", "fr", "en", "fr"):
        with translation.override(language):
            shown.setdefault(language, set()).add(template.render(Context()))
    assert shown == {"en": {"January"}, "fr": {"janvier"}}


def test_it_keeps_no_more_than_so_much(monkeypatch):
    monkeypatch.setattr("speeches.templatetags.archive.MOST_KEPT", 3)
    template = ENGINE.from_string("{% load archive %}{% once it %}{{ it }}{% endonce %}")
    assert [template.render(Context({"it": n})) for n in range(9)] == [str(n) for n in range(9)]
    (node,) = (node for node in template.nodelist if hasattr(node, "printed"))
    assert len(node.printed) == 3


@pytest.mark.django_db
def test_the_frame_marks_where_each_page_stands(client):
    for _ in range(2):
        for address in ("/tags/", "/events/", "/about/"):
            page = client.get(address).content.decode()
            nav = page[page.index('<nav class="nav"') :].split("</nav>")[0]
            assert nav.count("aria-current") == 1
            assert f'href="{address}" aria-current="page"' in nav
