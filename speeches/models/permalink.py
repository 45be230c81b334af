"""Addresses that never break: readable slugs, and every earlier slug still resolving."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models

from speeches.slugs import free, slugify


class PastSlug(models.Model):
    """A slug that a record once had. It leads to the record for ever, and is not given again."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    slug = models.SlugField(max_length=100)
    object_id = models.BigIntegerField()
    record = GenericForeignKey("content_type", "object_id")
    since = models.DateTimeField("given up at", auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["content_type", "slug"], name="past_slug_leads_to_one_record"
            ),
        )
        indexes = (models.Index(fields=["content_type", "object_id"], name="past_slug_record"),)

    def __str__(self) -> str:
        return self.slug


class SlugManager(models.Manager[Any]):
    """Natural keys by slug, given up ones too: a fixture still finds what was renamed since."""

    def get_by_natural_key(self, slug: str) -> Any:
        record: Any = self.model
        return record.at(slug)


class Permalinked(models.Model):
    """
    A record with an address of its own.

    An empty slug is made from ``slug_source()``; a changed one leaves its predecessor behind as a
    PastSlug, so that old links keep leading here.
    """

    slug = models.SlugField(
        max_length=100,
        unique=True,
        blank=True,
        help_text="The last part of the page's address. Left empty, it is made for you; after a "
        "change the old address keeps working.",
    )

    objects: ClassVar[Any] = SlugManager()

    class Meta:
        abstract = True

    def slug_source(self) -> str:
        """The words that the slug is made from."""
        return str(self)

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    @classmethod
    def at(cls, slug: str) -> Self:
        """The record that has, or once had, this slug. Raises DoesNotExist."""
        manager = cls._default_manager
        found = manager.filter(slug=slug).first()
        if found is None:
            past = PastSlug.objects.filter(content_type=cls._content_type(), slug=slug).first()
            if past is None:
                raise cls.DoesNotExist(slug)
            found = manager.get(pk=past.object_id)
        return found

    def clean_fields(self, exclude: Any = None) -> None:
        super().clean_fields(exclude=exclude)
        past = PastSlug.objects.filter(content_type=self._content_type(), slug=self.slug)
        if self.slug and past.exclude(object_id=self.pk).exists():
            raise ValidationError({"slug": "This address already led to another record."})

    @classmethod
    def _content_type(cls) -> ContentType:
        return ContentType.objects.get_for_model(cls)

    def _is_taken(self, slug: str) -> bool:
        others = type(self)._default_manager.exclude(pk=self.pk)
        past = PastSlug.objects.filter(content_type=self._content_type(), slug=slug)
        return others.filter(slug=slug).exists() or past.exclude(object_id=self.pk).exists()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = free(slugify(self.slug_source()), self._is_taken)
        former = (
            type(self)._default_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
            if self.pk
            else None
        )
        super().save(*args, **kwargs)
        if former and former != self.slug:
            kind = self._content_type()
            PastSlug.objects.filter(content_type=kind, slug=self.slug).delete()
            PastSlug.objects.get_or_create(
                content_type=kind, slug=former, defaults={"object_id": self.pk}
            )
