"""The project's settings as tests want them: development mode, quick passwords."""

import os

os.environ.setdefault("SSCOOP_MODE", "development")

from sscoop.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DEBUG = False  # readers' error pages, as in production
WHITENOISE_AUTOREFRESH = True  # nothing is collected for tests
