"""What is kept of answers until the archive changes: counts, whole pages, and their validators."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache, caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.http import parse_etags
from django.utils.translation import get_language

from speeches import generation

Made = TypeVar("Made")

PUBLIC = "public, no-cache"
"""May be stored by anybody, and is asked for again each time: a withdrawal is seen at once."""

PRIVATE = "private, no-store"
LONGEST_ADDRESS = 150
"""Of pages that are kept: longer ones ask for what few ask for."""

PAGES = "pages"
"""The cache of pages: apart, so that addresses which anybody makes up drive out no counts."""

LARGEST = 256 * 1024
"""Bytes of one thing that is kept."""

SECONDS = 24 * 3600
"""How long anything is kept at most; the stamp forgets it long before."""

_OF_A_RELEASE = {".py", ".html", ".css", ".js", ".svg", ".sql", ".txt"}


def stamp_of(request: HttpRequest) -> str:
    """The archive's generation when this request came: asked for once."""
    if not hasattr(request, "archive_stamp"):
        request.archive_stamp = generation.stamp()  # type: ignore[attr-defined]
    return str(request.archive_stamp)  # type: ignore[attr-defined]


def kept(request: HttpRequest, what: tuple[Any, ...], make: Callable[[], Made]) -> Made:
    """What ``make`` gives, once for each state of the archive; ``what`` names it."""
    if not settings.SSCOOP_KEEP_COUNTS:
        return make()
    key = f"counts:{_digest(stamp_of(request), get_language(), *what)}"
    found = cache.get(key)
    if found is not None:
        made: Made = pickle.loads(found)  # noqa: S301 - of our own cache
        return made
    made = make()
    packed = pickle.dumps(made)
    if len(packed) <= LARGEST:
        cache.set(key, packed, SECONDS)
    return made


def is_signed_in(request: HttpRequest) -> bool:
    """Whether somebody may be signed in, without looking who."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def validator(request: HttpRequest) -> str | None:
    """
    The entity tag of what this address answers strangers with now; None for those signed in.

    It tells the state of the archive, the day (pages count from it), the address, the language
    and the release. It is weak: on the way a page may be compressed.
    """
    if settings.DEBUG or is_signed_in(request):
        return None
    address = request.build_absolute_uri()
    today = timezone.localdate().isoformat()
    return f'W/"{_digest(release(), stamp_of(request), today, get_language(), address)}"'


def unchanged(request: HttpRequest, tag: str) -> HttpResponse | None:
    """The answer where the reader has this very page already: nothing else was asked."""
    has = parse_etags(request.headers.get("If-None-Match", ""))
    if tag.removeprefix("W/") not in {one.removeprefix("W/") for one in has}:
        return None
    return labelled(HttpResponseNotModified(), tag)


def whole(request: HttpRequest, tag: str) -> HttpResponse | None:
    """The page as it was made for somebody else."""
    if not settings.SSCOOP_KEEP_PAGES or not _is_kept(request):
        return None
    found = caches[PAGES].get(tag)
    return found and HttpResponse(found[0], headers=found[1])


def keep(request: HttpRequest, response: HttpResponse, tag: str) -> None:
    """Put the tag on a page that is there, and keep the page where many may ask for it."""
    if response.status_code != 200 or response.has_header("Cache-Control"):
        return
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    labelled(response, tag)
    if not settings.SSCOOP_KEEP_PAGES or not _is_kept(request) or response.streaming:
        return
    if len(response.content) <= LARGEST:
        caches[PAGES].set(tag, (response.content, dict(response.items())), SECONDS)


def _is_kept(request: HttpRequest) -> bool:
    is_first = "page" not in request.GET
    return request.method == "GET" and is_first and len(request.get_full_path()) <= LONGEST_ADDRESS


def labelled(response: HttpResponse, tag: str) -> HttpResponse:
    """The answer with its entity tag: to be asked for again each time."""
    response["ETag"] = tag
    response["Cache-Control"] = PUBLIC
    return response


def _digest(*parts: Any) -> str:
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=1)
def release() -> str:
    """What the program is made of, in one word: the same for all processes that run it."""
    digest = hashlib.blake2b(digest_size=16)
    for folder in ("speeches", "sscoop", "templates", "static"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in _OF_A_RELEASE and path.is_file():
                digest.update(str(path.relative_to(settings.BASE_DIR)).encode())
                digest.update(path.read_bytes())
    digest.update((settings.BASE_DIR / "requirements.txt").read_bytes())
    return digest.hexdigest()
