"""The table of contents: every address of the public site."""

from django.urls import path, register_converter

from speeches.views import (
    about,
    documents,
    events,
    feeds,
    home,
    identifiers,
    machines,
    offices,
    places,
    series,
    speakers,
    speeches,
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

urlpatterns = [
    path("", home.home, name="home"),
    path("about/", about.about, name="about"),
    # statements
    path("speeches/", speeches.list, name="speeches.list"),
    path("speeches/feed/", feeds.speeches, name="speeches.feed"),
    path("speeches/years/", years.years, name="speeches.years"),
    path("speeches/<year:year>/", years.year, name="speeches.year"),
    path("speeches/<year:year>/<two:month>/", years.month, name="speeches.month"),
    path("speeches/<year:year>/<two:month>/<two:day>/", years.day, name="speeches.day"),
    path("speeches/<slug:slug>/", speeches.detail, name="speeches.detail"),
    # tags
    path("tags/", tags.list, name="tags.list"),
    path("tags/<slug:slug>/", tags.detail, name="tags.detail"),
    path("tags/<slug:slug>/feed/", feeds.tag, name="tags.feed"),
    # people and offices
    path("speakers/", speakers.list, name="speakers.list"),
    path("speakers/<slug:slug>/", speakers.detail, name="speakers.detail"),
    path("speakers/<slug:slug>/feed/", feeds.speaker, name="speakers.feed"),
    path("offices/<slug:slug>/", offices.detail, name="offices.detail"),
    path("offices/<slug:slug>/feed/", feeds.office, name="offices.feed"),
    # events, series and places
    path("events/", events.list, name="events.list"),
    path("events/<slug:slug>/", events.detail, name="events.detail"),
    path("series/<slug:slug>/", series.detail, name="series.detail"),
    path("series/<slug:slug>/feed/", feeds.series, name="series.feed"),
    path("places/", places.list, name="places.list"),
    # documents
    path("documents/", documents.list, name="documents.list"),
    path("documents/<slug:slug>/", documents.detail, name="documents.detail"),
    path("documents/<slug:slug>/received/", documents.received, name="documents.received"),
    # permanent identifiers
    path("id/<str:pid>", identifiers.speech, name="id.speech"),
    path("id/<str:pid>/<str:passage>", identifiers.passage, name="id.passage"),
    path("symbols/<path:symbol>", identifiers.symbol, name="symbols"),
    # for machines
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", machines.sitemap_section, name="sitemap.section"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
]
