"""The whole site: the admin for editors and curators, everything else for readers."""

from django.contrib import admin
from django.urls import include, path

handler400 = "speeches.views.errors.bad_request"
handler403 = "speeches.views.errors.forbidden"
handler404 = "speeches.views.errors.not_found"
handler500 = "speeches.views.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("speeches.urls")),
]
