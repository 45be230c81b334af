"""The table of contents: every address of the public site."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path, register_converter

from speeches.views import (
    about,
    access,
    documents,
    events,
    facets,
    feeds,
    home,
    identifiers,
    machines,
    offices,
    places,
    series,
    speakers,
    speeches,
    suggestions,
    tags,
    years,
)


class YearConverter:
    """Four digits; a slug is never just that."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class MonthOrDayConverter(YearConverter):
    regex = "[0-9]{2}"

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


register_converter(YearConverter, "year")
register_converter(MonthOrDayConverter, "two")


def page(
    route: str, view: Callable[..., HttpResponse], name: str, *, is_tagged: bool = True
) -> URLPattern:
    return path(route, access.for_readers(view, is_tagged=is_tagged), name=name)


urlpatterns = [
    page("", home.home, name="home"),
    page("about/", about.about, name="about"),
    # statements
    page("speeches/", speeches.list, name="speeches.list"),
    page("speeches/feed/", feeds.speeches, name="speeches.feed"),
    page("speeches/facets/<slug:facet>/", facets.detail, name="facets.detail"),
    page(
        "speeches/suggestions/", suggestions.suggest, name="speeches.suggestions", is_tagged=False
    ),
    page("speeches/years/", years.years, name="speeches.years"),
    page("speeches/<year:year>/", years.year, name="speeches.year"),
    page("speeches/<year:year>/<two:month>/", years.month, name="speeches.month"),
    page("speeches/<year:year>/<two:month>/<two:day>/", years.day, name="speeches.day"),
    page("speeches/<slug:slug>/", speeches.detail, name="speeches.detail"),
    # tags
    page("tags/", tags.list, name="tags.list"),
    page("tags/<slug:slug>/", tags.detail, name="tags.detail"),
    page("tags/<slug:slug>/feed/", feeds.tag, name="tags.feed"),
    # people and offices
    page("speakers/", speakers.list, name="speakers.list"),
    page("speakers/<slug:slug>/", speakers.detail, name="speakers.detail"),
    page("speakers/<slug:slug>/feed/", feeds.speaker, name="speakers.feed"),
    page("offices/<slug:slug>/", offices.detail, name="offices.detail"),
    page("offices/<slug:slug>/feed/", feeds.office, name="offices.feed"),
    # events, series and places
    page("events/", events.list, name="events.list"),
    page("events/<slug:slug>/", events.detail, name="events.detail"),
    page("series/<slug:slug>/", series.detail, name="series.detail"),
    page("series/<slug:slug>/feed/", feeds.series, name="series.feed"),
    page("places/", places.list, name="places.list"),
    # documents
    page("documents/", documents.list, name="documents.list"),
    page("documents/<slug:slug>/", documents.detail, name="documents.detail"),
    page("documents/<slug:slug>/received/", documents.received, name="documents.received"),
    # permanent identifiers
    page("id/<str:pid>", identifiers.speech, name="id.speech"),
    page("id/<str:pid>/<str:passage>", identifiers.passage, name="id.passage"),
    page("symbols/<path:symbol>", identifiers.symbol, name="symbols"),
    # for machines
    page("sitemap.xml", machines.sitemap, name="sitemap"),
    page("sitemap-<slug:section>.xml", machines.sitemap_section, name="sitemap.section"),
    page("robots.txt", machines.robots, name="robots"),
    page("healthz", machines.healthz, name="healthz", is_tagged=False),
]
