"""
Where editors and curators work: the plain Django admin, one module for each noun.

Floor 5: pages on top of the forms and the verbs of ``editorial``; nothing imports it.
"""

from django.contrib import admin

from . import document, event, intake, organization, permalink, speaker, speech, tag, users

__all__ = [
    "document",
    "event",
    "intake",
    "organization",
    "permalink",
    "speaker",
    "speech",
    "tag",
    "users",
]

admin.site.site_title = "sscoop"
admin.site.site_header = "sscoop"
admin.site.index_title = "The archive"
admin.site.empty_value_display = "–"
