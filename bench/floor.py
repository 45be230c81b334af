"""
The floor: the least that a page of Django costs here.

A view without middleware, which reads one row by its key and renders a template of as many
characters as it is asked for.

It is a server of its own (``gunicorn floor:application``) on the same database.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "floor_settings")

import django
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.template import engines
from django.urls import path

django.setup()

from speeches.models import Speech  # noqa: E402

LINE = "<p>{{ speech.title }}, {{ speech.pid }}: a line of the page, with words that fill it</p>\n"
_TEMPLATES = {}


def page(request, pk, size):
    """One row, one template."""
    if size not in _TEMPLATES:
        _TEMPLATES[size] = engines["django"].from_string(
            "<!doctype html><title>{{ speech.title }}</title>"
            + LINE * 10
            + "<p>Words that fill it.</p>\n" * max(1, (size - 1300) // 27)
        )
    speech = Speech.objects.only("title", "pid").get(pk=pk)
    return HttpResponse(_TEMPLATES[size].render({"speech": speech}, request))


def constant(request):
    """No query and no template: what a request costs before anything is done for it."""
    return HttpResponse(b"As ever.")


urlpatterns = [path("<int:pk>/<int:size>/", page), path("constant/", constant)]
application = get_wsgi_application()
