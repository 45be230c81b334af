"""
Those of a production server, with nothing kept from page to page.

``BENCH_CACHES=counts`` keeps counts, as in use; ``all`` whole pages too.
"""

import os

os.environ["SSCOOP_MODE"] = "production"
os.environ.setdefault("SECRET_KEY", "of-a-benchmark-" + "x" * 50)
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,testserver")
os.environ["SECURE_SSL_REDIRECT"] = "false"
os.environ.setdefault("LOG_LEVEL", "ERROR")

from sscoop.settings import *  # noqa: F403

# nothing is collected for a benchmark
STATIC_ROOT = BASE_DIR / "static"  # noqa: F405
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHED = os.environ.get("BENCH_CACHES", "")
SSCOOP_KEEP_PAGES = CACHED == "all"
if not CACHED:
    CACHES = {
        name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
        for name in CACHES  # noqa: F405
    }
