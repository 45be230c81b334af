"""Tags: a small vocabulary with scope notes, labels in many languages, and neighbours."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from taggit.models import ItemBase

from speeches import languages, offsets
from speeches.addresses import address_of

from .natural_keys import NamedInFixtures
from .permalink import Permalinked, SlugManager
from .speaker import refuse_cycle


class TagQuerySet(models.QuerySet["Tag"]):
    def labelled(self, text: str) -> TagQuerySet:
        """Those that have this name or label, whatever its case, dashes and quotes."""
        key = offsets.fold(text)
        return self.filter(Q(key=key) | Q(labels__key=key)).distinct()

    def beside(self, tag: Tag) -> TagQuerySet:
        """The neighbours that the vocabulary names: broader, narrower and related ones."""
        named = Q(broader=tag) | Q(related=tag)
        if tag.broader_id:
            named |= Q(pk=tag.broader_id)
        return self.filter(named).exclude(pk=tag.pk).distinct()

    def carried_by(self, speeches: Any) -> TagQuerySet:
        """Tags of these statements, the most frequent first, with the number as ``together``."""
        return (
            self.filter(tagged__content_object__in=speeches)
            .annotate(together=models.Count("tagged"))
            .order_by("-together", "name", "pk")
        )


class Tag(Permalinked):
    """What statements are about. Taggit does the tagging; the vocabulary is ours."""

    class Kind(models.TextChoices):
        TOPIC = "topic", "Topic"
        FRAMEWORK = "framework", "Framework"
        INITIATIVE = "initiative", "Initiative"
        REGION = "region", "Region"

    name = models.CharField(max_length=100, unique=True)
    key = models.CharField(max_length=100, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TOPIC)
    scope_note = models.TextField(
        blank=True, help_text="What it covers and what not, in a sentence or two."
    )
    broader = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="narrower"
    )
    related = models.ManyToManyField("self", blank=True)
    url = models.URLField(blank=True, help_text="Where a framework or initiative can be read.")

    objects: ClassVar[Any] = SlugManager.from_queryset(TagQuerySet)()

    class Meta(Permalinked.Meta):
        abstract = False
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="tag_has_a_name"),
            models.CheckConstraint(
                condition=Q(broader__isnull=True) | ~Q(broader=F("pk")),
                name="tag_is_not_broader_than_itself",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("tags.detail", self.slug)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = offsets.fold(self.name)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        self.key = offsets.fold(self.name)
        refuse_cycle(self, "broader", "A tag can't be broader than itself.")
        owner = TagLabel.objects.filter(key=self.key).exclude(tag=self.pk).first()
        if owner:
            raise ValidationError({"name": f"“{self.name}” is already a label of “{owner.tag}”."})


class TagLabel(NamedInFixtures):
    """Another label of a tag: a synonym, an abbreviation, its name in another language."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="labels")
    label = models.CharField(max_length=150)
    key = models.CharField(max_length=150, unique=True, editable=False)
    language = models.CharField(max_length=20, blank=True, choices=languages.CHOICES)

    NATURAL_KEY = ("key",)

    class Meta:
        ordering = ("language", "label", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(label=""), name="tag_label_is_not_empty"),
        )

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = offsets.fold(self.label)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        self.key = offsets.fold(self.label)
        others = Tag.objects.labelled(self.label).exclude(pk=self.tag_id)
        if owner := others.first():
            raise ValidationError({"label": f"“{self.label}” already belongs to “{owner}”."})


class TaggedSpeech(NamedInFixtures, ItemBase):
    """That a statement carries a tag, and who put it there."""

    class Origin(models.TextChoices):
        EDITOR = "editor", "Editor"
        RULE = "rule", "Rule"
        IMPORT = "import", "Import"

    tag = models.ForeignKey(Tag, models.PROTECT, related_name="tagged")
    content_object = models.ForeignKey("speeches.Speech", models.CASCADE, related_name="tagged")
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.EDITOR)

    NATURAL_KEY = ("content_object__pid", "tag__slug")

    class Meta:
        verbose_name_plural = "tagged speeches"
        ordering = ("tag__name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["tag", "content_object"], name="tagged_once"),
        )

    def __str__(self) -> str:
        return f"{self.content_object}: {self.tag}"
