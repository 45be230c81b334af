"""The papers that words came on, exactly as received, and what may be done with them."""

from __future__ import annotations

import hashlib
from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from speeches import languages, offsets, symbols
from speeches.addresses import address_of

from .fields import PartialDateField, labelled
from .natural_keys import NamedInFixtures
from .permalink import Permalinked, SlugManager


class Rights(Permalinked):
    """What may be done with a document: above all, whether its full text may be shown."""

    name = models.CharField(max_length=100, unique=True)
    statement = models.TextField(help_text="In words for the reader of the page.")
    allows_full_text = models.BooleanField(
        "full text may be shown",
        default=False,
        help_text="Where not, readers get quotations and a link, never the whole text.",
    )
    url = models.URLField("terms", blank=True)

    class Meta(Permalinked.Meta):
        abstract = False
        verbose_name_plural = "rights"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class DocumentQuerySet(models.QuerySet["Document"]):
    def published(self) -> DocumentQuerySet:
        """Those that a public statement rests on; a document of drafts alone is not public."""
        public = apps.get_model("speeches", "Speech").objects.published()
        carried = public.filter(texts__document=models.OuterRef("pk"))
        proving = public.filter(evidence__document=models.OuterRef("pk"))
        return self.filter(models.Exists(carried) | models.Exists(proving))

    def light(self) -> DocumentQuerySet:
        """Without the bytes and the text, for lists."""
        return self.defer("content", "text")


class Document(Permalinked):
    """
    One paper, page or recording: a press release, a news story, a transcript.

    The bytes as received never change; ``text`` is what ``offsets.normalise`` makes of them, and
    every span in the archive counts characters of that text. A document can be known without
    being held: then it has symbols and addresses, and no bytes.
    """

    class Kind(models.TextChoices):
        PRESS_RELEASE = "press-release", "Press release"
        NEWS_STORY = "news-story", "News story"
        TRANSCRIPT = "transcript", "Transcript"
        WEB_PAGE = "web-page", "Web page"
        MEETING_RECORD = "meeting-record", "Meeting record"
        VIDEO = "video", "Video"

    title = models.CharField(max_length=500, help_text="As printed at the head of the document.")
    kind = models.CharField(max_length=20, choices=Kind)
    publisher = models.ForeignKey(
        "speeches.Organization", models.PROTECT, null=True, blank=True, related_name="published"
    )
    published_on = PartialDateField(null=True, blank=True)
    dateline = models.CharField(
        max_length=200, blank=True, help_text="As printed: “VIENNA, 12 September (…)”."
    )
    language = models.CharField(max_length=20, choices=languages.CHOICES, default="en")
    disclaimer = models.CharField(max_length=500, blank=True)
    content = models.BinaryField("bytes as received", null=True, blank=True, editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)
    encoding = models.CharField(max_length=40, blank=True, editable=False)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    text = models.TextField("text as received", blank=True, editable=False)
    retrieved_on = models.DateField(null=True, blank=True)
    rights = models.ForeignKey(
        Rights, models.PROTECT, null=True, blank=True, related_name="documents"
    )

    get_kind_display = labelled("kind", Kind.choices)

    is_public: bool
    is_held_back: bool
    """What ``views.access.document_for`` tells of a document for one reader; no columns."""

    objects: ClassVar[Any] = SlugManager.from_queryset(DocumentQuerySet)()

    class Meta(Permalinked.Meta):
        abstract = False
        ordering = (F("published_on").desc(nulls_last=True), "-pk")
        indexes = (models.Index(fields=["-published_on", "-id"], name="document_by_date"),)
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="document_has_a_title"),
            models.UniqueConstraint(
                fields=["sha256"], condition=~Q(sha256=""), name="document_received_once"
            ),
            models.CheckConstraint(
                condition=Q(content__isnull=True, sha256="", text="")
                | Q(content__isnull=False) & ~Q(sha256="") & ~Q(encoding=""),
                name="document_bytes_have_checksum_and_encoding",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_held(self) -> bool:
        return bool(self.sha256)

    @property
    def may_show_text(self) -> bool:
        """Without a statement of rights, nothing is shown in full."""
        return self.rights is not None and self.rights.allows_full_text

    def get_absolute_url(self) -> str:
        return address_of("documents.detail", self.slug)

    def receive(
        self, content: bytes, media_type: str = "text/plain", text: str = "", encoding: str = ""
    ) -> None:
        """
        Take in the bytes, once; the checksum, encoding and text follow from them.

        ``text`` is what was found in a file that is no plain text, and ``encoding`` how.
        """
        if self.content is not None and bytes(self.content) != content:
            raise ValidationError("The bytes of a document as received never change.")
        decoded, guessed = (text, encoding) if text and encoding else offsets.decode(content)
        self.encoding = guessed
        self.content = content
        self.text = offsets.normalise(decoded)
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.media_type = media_type

    @property
    def _is_plain(self) -> bool:
        """Whether the text is the bytes decoded, and nothing else."""
        return self.media_type in ("text/plain", "text/markdown") and "+" not in self.encoding

    @property
    def _decoded(self) -> str:
        return bytes(self.content or b"").decode(self.encoding)

    def clean(self) -> None:
        if self.content is not None:
            if hashlib.sha256(bytes(self.content)).hexdigest() != self.sha256:
                raise ValidationError("The bytes don't match their checksum.")
            if self._is_plain and offsets.normalise(self._decoded) != self.text:
                raise ValidationError("The text doesn't follow from the bytes.")


class DocumentSymbol(NamedInFixtures):
    """A symbol under which a document is filed: UNIS/SGSM/368, DSG/SM/1083-DEV/3280."""

    class Basis(models.TextChoices):
        PRINTED = "printed", "Printed in the document"
        DERIVED = "derived", "Part of a compound symbol"
        EXTERNAL = "external", "From another source"

    document = models.ForeignKey(Document, models.CASCADE, related_name="symbols")
    symbol = models.CharField(max_length=100)
    key = models.CharField(max_length=100, editable=False, db_index=True)
    basis = models.CharField(max_length=10, choices=Basis, default=Basis.PRINTED)

    NATURAL_KEY = ("document__slug", "symbol")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["document", "key"], name="document_symbol_once"),
            models.CheckConstraint(condition=~Q(symbol=""), name="document_symbol_is_not_empty"),
            models.CheckConstraint(condition=~Q(key=""), name="document_symbol_has_a_key"),
        )

    def __str__(self) -> str:
        return self.symbol

    def clean(self) -> None:
        self.key = symbols.normalise(self.symbol)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = symbols.normalise(self.symbol)
        super().save(*args, **kwargs)


class DocumentAddress(NamedInFixtures):
    """Where a document can be, or could once be, read."""

    class Kind(models.TextChoices):
        ORIGINAL = "original", "Original address"
        CURRENT = "current", "Current address"
        MIRROR = "mirror", "Copy elsewhere"
        ARCHIVED = "archived", "Archived copy"

    document = models.ForeignKey(Document, models.CASCADE, related_name="addresses")
    url = models.URLField("address", max_length=500)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ORIGINAL)

    NATURAL_KEY = ("document__slug", "url")

    class Meta:
        verbose_name_plural = "document addresses"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["document", "url"], name="document_address_once"),
        )

    def __str__(self) -> str:
        return self.url
