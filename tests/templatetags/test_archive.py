"""The tags of our templates."""

import pytest
from django.template import Context, Engine
from django.templatetags.i18n import TranslateNode
from django.utils import translation

from speeches.dates import PartialDate
from speeches.models import Speech, SpeechText

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


def test_words_to_translate_are_looked_up_once_for_a_language(monkeypatch):
    asked = []
    look_up = TranslateNode.render
    monkeypatch.setattr(TranslateNode, "render", lambda *given: asked.append(1) or look_up(*given))
    template = I18N.from_string('{% load i18n archive %}{% translate "January" %}')
    for _ in range(3):
        for language, word in (("en", "January"), ("fr", "janvier")):
            with translation.override(language):
                assert template.render(Context()) == word
    assert len(asked) == 2


def test_other_words_are_translated_as_they_come():
    source = (
        "{% load i18n archive %}{% translate word %} {% translate 'March' as it %}{{ it|upper }}"
    )
    template = I18N.from_string(source)
    with translation.override("fr"):
        shown = [template.render(Context({"word": word})) for word in ("January", "May")]
    assert shown == ["janvier MARS", "mai MARS"]


def test_it_keeps_no_more_than_so_much(monkeypatch):
    monkeypatch.setattr("speeches.templatetags.archive.MOST_KEPT", 3)
    template = ENGINE.from_string("{% load archive %}{% once it %}{{ it }}{% endonce %}")
    assert [template.render(Context({"it": n})) for n in range(9)] == [str(n) for n in range(9)]
    (node,) = (node for node in template.nodelist if hasattr(node, "printed"))
    assert len(node.printed) == 3


class Record:
    """Something with a name and a page."""

    def __str__(self):
        return "<A & B>"

    def get_absolute_url(self):
        return "/a/?b&c"


def test_a_record_is_linked_by_its_name():
    assert printed("{{ it|linked }}", it=Record()) == (
        '<a href="/a/?b&amp;c"><bdi>&lt;A &amp; B&gt;</bdi></a>'
    )
    assert printed('{{ it|linked:"tag" }}', it=Record()).startswith('<a class="tag" href="/a/')


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("12 September 2017", '<time datetime="2017-09-12">12 September 2017</time>'),
        ("September 2017", '<time datetime="2017-09">September 2017</time>'),
        ("about 2012", "about 2012"),
        ("unknown", "date not known"),
    ],
)
def test_a_date_is_for_machines_too_where_they_know_its_like(typed, shown):
    assert printed("{{ it|dated }}", it=PartialDate.parse(typed)) == shown


def test_a_date_is_in_the_language_of_the_page():
    date = PartialDate.parse("12 September 2017")
    with translation.override("fr"):
        assert "12 septembre 2017" in printed("{{ it|dated }}", it=date)
    assert "12 September 2017" in printed("{{ it|dated }}", it=date)


def a_badge(**fields):
    speech = Speech(kind=fields.pop("kind", "remarks"))
    text = SpeechText(speech=speech, excerpt="Words", **fields)
    return printed("{{ it|badge }}", it=text)


def test_a_badge_says_what_kind_of_text_it_is():
    assert a_badge(status="as-delivered") == ('<span class="badge badge--full">As delivered</span>')
    assert "As prepared, check against delivery<" in a_badge(status="as-prepared")
    assert ">As reported in the news, in part<" in a_badge(status="reported", coverage="partial")
    assert 'badge--excerpts">Summary, excerpts<' in a_badge(status="summary", coverage="excerpts")
    assert ">As issued<" in a_badge(status="as-issued")
    assert ">Message as issued<" in a_badge(status="as-issued", kind="message")


def test_a_badge_says_that_no_words_are_held():
    assert "badge--none" in printed("{{ it|badge }}", it=None)
    assert "badge--none" in printed("{{ missing|badge }}")
    assert ">Text known, not held<" in printed("{{ it|badge }}", it=SpeechText(status="notes"))


@pytest.mark.django_db
def test_the_frame_marks_where_each_page_stands(client):
    for _ in range(2):
        for address in ("/tags/", "/events/", "/about/"):
            page = client.get(address).content.decode()
            nav = page[page.index('<nav class="nav"') :].split("</nav>")[0]
            assert nav.count("aria-current") == 1
            assert f'href="{address}" aria-current="page"' in nav
