"""What machines ask for: sitemaps, robots.txt, and whether all is well."""

from __future__ import annotations

from django.contrib.sitemaps import views as sitemaps
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from speeches.sitemaps import SECTIONS

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /speeches/?*&
Disallow: /speeches/facets/
Sitemap: {sitemap}
"""


def sitemap(request: HttpRequest) -> HttpResponse:
    """The list of sitemaps, in parts of a few thousand addresses."""
    return sitemaps.index(request, sitemaps=SECTIONS, sitemap_url_name="sitemap.section")


def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    return sitemaps.sitemap(request, sitemaps=SECTIONS, section=section)


def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain; charset=utf-8")


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the archive can answer: it can when its database does."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("the database does not answer\n", "text/plain", status=503)
    return HttpResponse("ok\n", content_type="text/plain")
