"""The project's settings as tests want them: development mode, quick passwords and writes."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("SSCOOP_MODE", "development")

from sscoop.settings import *  # noqa: F403
from sscoop.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DEBUG = False  # readers' error pages, as in production
WHITENOISE_AUTOREFRESH = True  # nothing is collected for tests

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In a file, as in use. A database in memory is one connection for the test and for all threads
    # of its server, and there a function that SQL calls back (see search/index/sqlite.py) and
    # another thread can wait for each other for ever.
    _folder = tempfile.mkdtemp(prefix="sscoop-tests-")
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/archive.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

# What a page computes is looked at anew each time; the tests of keeping turn it on.
SSCOOP_KEEP_COUNTS = SSCOOP_KEEP_PAGES = False
