"""Documents: the bytes as received, taken in once; the symbols under which they are filed."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from speeches import symbols
from speeches.intake import extract
from speeches.models import Document, DocumentSymbol

from .record import RecordForm, RowForm


class DocumentForm(RecordForm):
    file = forms.FileField(
        label="File as received",
        required=False,
        help_text="Text, a saved web page, Word (.docx) or PDF, untouched: its bytes are kept for "
        "ever and can’t be changed afterwards. Leave it empty for a document that is only known.",
    )
    notes: tuple[str, ...] = ()
    """What was noticed of the file while its text was found."""

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        if self.instance.is_held:
            raise ValidationError("This document has its bytes already; they never change.")
        try:
            extract.refuse_large(upload.size)
            upload.seek(0)
            content = upload.read()
            self._refuse_twin(content)
            found = extract.text_of(content, upload.name)
        except extract.Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        self.instance.receive(content, found.media_type, found.text, found.encoding or "binary")
        self.notes = found.notes
        return upload

    def _refuse_twin(self, content: bytes) -> None:
        twin = Document.objects.light().filter(sha256=hashlib.sha256(content).hexdigest()).first()
        if twin is not None:
            address = reverse("admin:speeches_document_change", args=[twin.pk])
            raise ValidationError(
                format_html("These very bytes are “<a href='{}'>{}</a>” already.", address, twin)
            )


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
