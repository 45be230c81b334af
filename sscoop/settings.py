"""
Every setting, from the environment, with defaults that are safe.

Development works with no variable set. Production (SSCOOP_MODE=production) refuses to start
until it has a secret key, its host names and a database. README.md lists the variables.
"""

import os
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(str(BASE_DIR / ".env"))

MODE = env.str("SSCOOP_MODE", default="production")
if MODE not in {"development", "production"}:
    raise ImproperlyConfigured(f"SSCOOP_MODE is “{MODE}”; it can be development or production.")
PRODUCTION = MODE == "production"
DEBUG = False if PRODUCTION else env.bool("DEBUG", default=False)


def required(name: str, development: str, hint: str) -> str:
    """A variable that production must set; development has a default."""
    # Read without env.str, to which a leading “$” is the name of another variable.
    value = os.environ.get(name, "" if PRODUCTION else development).strip(" ,")
    if not value:
        raise ImproperlyConfigured(f"Set {name} before starting in production: {hint}")
    return value


SECRET_KEY = required(
    "SECRET_KEY", "development-only-" + "x" * 50, "a long random text, kept secret."
)
_hosts = required(
    "ALLOWED_HOSTS",
    "localhost,127.0.0.1,[::1],testserver",
    "the names it answers to, parted by commas.",
)
ALLOWED_HOSTS = [host.strip() for host in _hosts.split(",") if host.strip()]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# -- What it is made of

INSTALLED_APPS = [
    "speeches",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "taggit",
    "django_filters",
    "django_countries",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "speeches.views.patience.Patience",
]

ROOT_URLCONF = "sscoop.urls"
WSGI_APPLICATION = "sscoop.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# -- Database: SQLite by default, PostgreSQL by DATABASE_URL

required(
    "DATABASE_URL",
    f"sqlite:///{BASE_DIR / 'archive.sqlite3'}",
    "for example postgres://user:password@host/sscoop or sqlite:////srv/sscoop/archive.sqlite3.",
)
DATABASES: dict[str, Any] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'archive.sqlite3'}")
}
if not DATABASES["default"].get("ENGINE"):
    raise ImproperlyConfigured(
        "DATABASE_URL is not the address of a database: postgres://… or sqlite:///…"
    )
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;"
            "PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456;"
        ),
    }
    # To open the file takes longer than most pages ask it for: the schema is read each time. The
    # development server has a new thread for each page, and would leave its connections open.
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60 if PRODUCTION else 0)
else:
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
    DATABASES["default"].setdefault("CONN_HEALTH_CHECKS", True)
    # Compiling a page's queries takes longer than running them.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")

# -- What is kept in memory until the archive changes: counts, and pages as strangers get them

SSCOOP_KEEP_COUNTS = env.bool("SSCOOP_KEEP_COUNTS", default=True)
SSCOOP_KEEP_PAGES = env.bool("SSCOOP_KEEP_PAGES", default=True)
CACHES: dict[str, Any] = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
CACHES["default"].setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", 1000)
CACHES["pages"] = CACHES["default"] | {"KEY_PREFIX": "pages"}
if CACHES["pages"]["BACKEND"].endswith("LocMemCache"):
    CACHES["pages"] |= {"LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": 200}}

# -- Language and time

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True

# -- Static files, served by whitenoise: hashed names, compressed, cached for ever

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
FIXTURE_DIRS = [BASE_DIR / "fixtures", BASE_DIR / "fixtures" / "authority"]

# -- Tags

TAGGIT_CASE_INSENSITIVE = True

# -- Searching: after so many seconds a search is cut off (0: never)

SSCOOP_SEARCH_SECONDS = env.float("SSCOOP_SEARCH_SECONDS", default=5.0)

# -- Files in: how much of one is taken, and the work spent on it

SSCOOP_INTAKE_MAX_BYTES = env.int("SSCOOP_INTAKE_MAX_BYTES", default=20 * 1024**2)
SSCOOP_INTAKE_MAX_PAGES = env.int("SSCOOP_INTAKE_MAX_PAGES", default=500)
SSCOOP_INTAKE_MAX_CHARACTERS = env.int("SSCOOP_INTAKE_MAX_CHARACTERS", default=2_000_000)
SSCOOP_INTAKE_MAX_EXPANDED_BYTES = env.int(
    "SSCOOP_INTAKE_MAX_EXPANDED_BYTES", default=200 * 1024**2
)
# The page of an intake has four fields for each paragraph; a pasted text comes as a field.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 40_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024**2
SSCOOP_INTAKE_SECONDS = env.int("SSCOOP_INTAKE_SECONDS", default=30)
SSCOOP_INTAKE_MEMORY_BYTES = env.int("SSCOOP_INTAKE_MEMORY_BYTES", default=1024**3)

# -- People who sign in

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# -- What a browser may do with our pages: nothing from elsewhere, nothing inline

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
    SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    if env.bool("BEHIND_TLS_PROXY", default=False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# -- What goes wrong is written to the error stream

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
}
