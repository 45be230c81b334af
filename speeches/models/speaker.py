"""People and bodies that speak, the offices they hold, and the organizations behind both."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django_countries.fields import CountryField

from speeches import languages
from speeches.addresses import address_of
from speeches.slugs import slugify

from .fields import PartialDateField
from .natural_keys import NamedInFixtures
from .permalink import Permalinked, SlugManager

wikidata_id = RegexValidator(r"^Q[1-9]\d*$", "A Wikidata number looks like Q1253.")


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    def heard(self) -> SpeakerQuerySet:
        """Those who are the author of a public statement."""
        own = apps.get_model("speeches", "Speech").objects.published()
        own = own.by(models.OuterRef("pk"))
        return self.filter(models.Exists(own))


class Speaker(Permalinked):
    """A person or body whose statements the archive holds."""

    class Kind(models.TextChoices):
        PERSON = "person", "Person"
        BODY = "body", "Body"

    name = models.CharField(max_length=200, help_text="As the person signs: “Ban Ki-moon”.")
    sort_name = models.CharField(
        max_length=200,
        blank=True,
        help_text="How lists sort it: “Ban Ki-moon”, “Liu Zhenmin” (family name first), but "
        "“Mohammed, Amina”.",
    )
    sort_letters = models.CharField(max_length=120, editable=False)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PERSON)
    honorific = models.CharField(max_length=50, blank=True, help_text="“H.E.”, “Dame”, …")
    biography = models.TextField(blank=True, help_text="A few sentences in our own words.")
    country = CountryField(blank=True, help_text="Of nationality, where a source states it.")
    wikidata = models.CharField(max_length=20, blank=True, validators=[wikidata_id])

    objects: ClassVar[Any] = SlugManager.from_queryset(SpeakerQuerySet)()

    class Meta(Permalinked.Meta):
        abstract = False
        ordering = ("sort_letters", "pk")
        indexes = (
            models.Index(fields=["sort_letters", "id"], name="speaker_a_to_z"),
            models.Index(fields=["name"], name="speaker_by_name"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="speaker_has_a_name"),
            models.CheckConstraint(condition=~Q(sort_name=""), name="speaker_has_a_sort_name"),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = self.sort_name or self.name
        # Databases disagree on where É stands: in Latin letters there is one order.
        self.sort_letters = slugify(self.sort_name, max_length=100)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return address_of("speakers.detail", self.slug)


class SpeakerName(NamedInFixtures):
    """Another name under which outlets print a speaker."""

    class Kind(models.TextChoices):
        ALIAS = "alias", "Also called"
        FULL = "full", "Full name"
        TRANSLITERATION = "transliteration", "Other script or transliteration"
        MISSPELLING = "misspelling", "Misspelling seen in print"

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.ALIAS)
    language = models.CharField(max_length=20, blank=True, choices=languages.CHOICES)

    NATURAL_KEY = ("speaker__slug", "name")

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["speaker", "name"], name="speaker_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="speaker_name_is_not_empty"),
        )

    def __str__(self) -> str:
        return self.name


class Organization(Permalinked):
    """A body that people hold office in, that publishes, or that organizes events."""

    class Kind(models.TextChoices):
        INTERGOVERNMENTAL = "intergovernmental", "Intergovernmental organization"
        UN_ENTITY = "un-entity", "United Nations entity"
        GOVERNMENT = "government", "Government or ministry"
        GROUP = "group", "Group of States"
        MEDIA = "media", "Media outlet"
        OTHER = "other", "Other"

    name = models.CharField(max_length=200, unique=True)
    abbreviation = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.OTHER)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    country = CountryField(blank=True)

    class Meta(Permalinked.Meta):
        abstract = False
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="organization_has_a_name"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                name="organization_is_not_its_own_parent",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        refuse_cycle(self, "parent", "An organization can't be part of itself.")


class Office(Permalinked):
    """A post that people hold one after another: “Secretary-General of the United Nations”."""

    title = models.CharField(
        max_length=200, help_text="As it stands after a name: “Deputy Secretary-General”."
    )
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="offices")
    is_single_seat = models.BooleanField(
        "single seat", default=True, help_text="Only one person holds it at a time."
    )

    class Meta(Permalinked.Meta):
        abstract = False
        ordering = ("title", "pk")
        constraints = (
            models.UniqueConstraint(fields=["title", "organization"], name="office_once"),
            models.CheckConstraint(condition=~Q(title=""), name="office_has_a_title"),
        )

    def __str__(self) -> str:
        return f"{self.title}, {self.organization}"

    def slug_source(self) -> str:
        return f"{self.title} {self.organization.abbreviation or self.organization.name}"

    def get_absolute_url(self) -> str:
        return address_of("offices.detail", self.slug)


class Tenure(NamedInFixtures):
    """That somebody held an office, from an authority list or because a source shows it."""

    class Basis(models.TextChoices):
        TENURE = "tenure", "From an authority list"
        ATTESTED = "attested", "Shown by a source of that day"

    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="tenures")
    office = models.ForeignKey(Office, models.PROTECT, related_name="tenures")
    start = PartialDateField(null=True, blank=True, help_text="Empty where it is not known.")
    end = PartialDateField(
        null=True, blank=True, help_text="Empty where it is not known, or not over."
    )
    basis = models.CharField(max_length=10, choices=Basis, default=Basis.TENURE)
    is_acting = models.BooleanField("acting", default=False)
    source = models.TextField(blank=True, help_text="Where the dates come from.")
    note = models.TextField(blank=True)

    NATURAL_KEY = ("speaker__slug", "office__slug", "start")

    class Meta:
        ordering = (F("start").desc(nulls_last=True), "-pk")
        constraints = (
            models.UniqueConstraint(fields=["speaker", "office", "start"], name="tenure_once"),
            models.UniqueConstraint(
                fields=["speaker", "office"],
                condition=Q(start__isnull=True),
                name="tenure_without_start_once",
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gte=F("start")),
                name="tenure_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.speaker}, {self.office.title}"

    def clean(self) -> None:
        if self.start and self.end and int(self.end) < int(self.start):
            raise ValidationError({"end": "The end lies before the start."})
        if self.pk:
            was = Tenure.objects.filter(pk=self.pk).first()
            moved = was and was.speaker_id != self.speaker_id
            if moved and self.attributions.exists():
                raise ValidationError(
                    {"speaker": "Statements rest on this tenure: it can't go to another person."}
                )


def refuse_cycle(record: Any, field: str, message: str) -> None:
    """Raise ValidationError on ``field`` where following it upwards comes back to the record."""
    above, seen = getattr(record, field), {record.pk} - {None}
    while above is not None:
        if above.pk in seen:
            raise ValidationError({field: message})
        seen.add(above.pk)
        above = getattr(above, field)
