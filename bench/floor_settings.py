"""As little as Django takes."""

from settings import *  # noqa: F403

MIDDLEWARE = []
ROOT_URLCONF = "floor"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {}}]
