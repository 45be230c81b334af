"""Documents: the bytes as received, taken in once; the symbols under which they are filed."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from speeches import offsets, symbols
from speeches.models import Document, DocumentSymbol

from .record import RecordForm, RowForm

LARGEST = 20 * 1024 * 1024
OTHER_FILES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")
"""How PDF, Word, zipped and picture files begin."""


class DocumentForm(RecordForm):
    file = forms.FileField(
        label="File as received",
        required=False,
        help_text="A text file of at most 20 MB, untouched: its bytes are kept for ever and can’t "
        "be changed afterwards. Leave it empty for a document that is only known.",
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        if self.instance.is_held:
            raise ValidationError("This document has its bytes already; they never change.")
        if upload.size > LARGEST:
            raise ValidationError("The file is larger than 20 MB.")
        upload.seek(0)
        content = upload.read()
        twin = Document.objects.light().filter(sha256=hashlib.sha256(content).hexdigest()).first()
        if twin is not None:
            address = reverse("admin:speeches_document_change", args=[twin.pk])
            raise ValidationError(
                format_html("These very bytes are “<a href='{}'>{}</a>” already.", address, twin)
            )
        if not _is_text(content):
            raise ValidationError("This is not a text file. Save the page or letter as plain text.")
        self.instance.receive(content, "text/plain")
        return upload


class DocumentSymbolForm(RowForm):
    derived = ("key",)

    class Meta:
        model = DocumentSymbol
        fields = ("symbol", "basis")

    def clean_symbol(self) -> str:
        symbol = self.cleaned_data["symbol"]
        if not symbols.normalise(symbol):
            raise ValidationError("A symbol has letters or digits, such as UNIS/SGSM/368.")
        return symbol


def _is_text(content: bytes) -> bool:
    """Whether a file reads as text: not one of the usual others, no characters that no text has."""
    beginning = offsets.decode(content)[0][:10_000]
    controls = sum(character < " " and character not in "\t\n\r\f" for character in beginning)
    return not content.startswith(OTHER_FILES) and controls * 100 <= len(beginning)
