"""The asgi door, for servers: in production mode unless SSCOOP_MODE says otherwise."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sscoop.settings")
os.environ.setdefault("SSCOOP_MODE", "production")

application = get_asgi_application()
