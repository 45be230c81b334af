"""Speakers: the index from A to Z, and one speaker by the offices and years they spoke in."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speeches import search
from speeches.exports import linked_data
from speeches.filters import as_typed
from speeches.models import Attribution, Office, Speaker, Speech, Tenure

from . import access, charts, keeping
from .letters import Alphabet, grouped
from .page import frame
from .paging import Pages

PER_PAGE = 100
OFFICE = "attributions__tenure__office"
BUSIEST = 12
"""Offices that the index names: those with the most statements."""
OTHER_PARTS = 10
"""Statements shown in which a speaker has another part than the author's."""


def list(request: HttpRequest) -> HttpResponse:
    letter = request.GET.get("letter", "").upper()
    only_heard = request.GET.get("with") == "statements"
    problems = []
    speakers = Speaker.objects.heard() if only_heard else Speaker.objects.all()
    chosen = speakers
    alphabet = keeping.kept(
        request, ("letters of speakers", only_heard), lambda: Alphabet(chosen, "sort_letters")
    )
    if letter and letter not in alphabet:
        problems.append(_("No speaker’s name begins with “%s”.") % as_typed(letter))
        letter = ""
    speakers = alphabet.under(letter, speakers) if letter else speakers
    held = Prefetch("tenures", Tenure.objects.select_related("office__organization"))
    kept = {"with": "statements" if only_heard else "", "letter": letter}
    pages = Pages(request, speakers.prefetch_related(held), PER_PAGE, kept=kept)
    _count(pages.items)
    context = {
        "groups": grouped(pages.items, "sort_letters"),
        "alphabet": alphabet,
        "is_whole": not letter and not pages.page.has_other_pages(),
        "letter": letter,
        "kept": "with=statements" if only_heard else "",
        "only_heard": only_heard,
        **keeping.kept(request, ("speakers",), _numbers),
        "pages": pages,
        "problems": problems + pages.problems,
    }
    description = _("Whose words the archive holds, from A to Z, with the offices they held.")
    head = frame(request, title=_("Speakers"), description=description, path=pages.path)
    return render(request, "speakers/list.html", context | head)


def _numbers() -> dict[str, Any]:
    """What the index says of all speakers, whatever part of it is shown."""
    return {
        "all_number": Speaker.objects.count(),
        "heard_number": search.tally.different_values("speaker"),
        "offices": _busiest_offices(),
    }


def _count(speakers: Any) -> None:
    """Give each speaker the number of public statements they are the author of, in one query."""
    numbers = search.tally.numbers_of(["speaker"], (speaker.pk for speaker in speakers))
    for speaker in speakers:
        speaker.statements = numbers[str(speaker.pk)]


def _busiest_offices() -> Any:
    most = search.tally.of_archive(BUSIEST, ["office"]).most_frequent("office", BUSIEST)
    numbers = {int(pk): number for pk, number in most}
    offices = Office.objects.select_related("organization").in_bulk(numbers)
    return [(offices[pk], number) for pk, number in numbers.items()]


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    speaker = access.record_at(Speaker, slug, Speaker.objects.prefetch_related("names"))
    if speaker.slug != slug:
        return access.moved(request, speaker)
    made = Speech.objects.published().by(speaker)
    years, in_office = keeping.kept(
        request,
        ("years and offices of speaker", speaker.pk),
        lambda: (made.counted_by("delivered__year"), made.counted_by(OFFICE)),
    )
    tenures = [*speaker.tenures.select_related("office__organization")]
    total = sum(years.values())
    all_url = f"{reverse('speeches.list')}?speaker={speaker.slug}"
    pages = Pages(request, made.for_lists(), total=total)
    context = {
        "speaker": speaker,
        "offices": [(*held, in_office.get(held[0].pk, 0)) for held in _by_office(tenures)],
        "blocks": _by_office_and_year(pages.items),
        "bars": charts.bars(years, all_url),
        "total": total,
        "all_url": all_url,
        "other_parts": _other_parts(speaker),
        "pages": pages,
        "problems": pages.problems,
    }
    head = frame(
        request,
        title=speaker.name,
        description=_description(speaker, tenures, total),
        trail=[(_("Speakers"), reverse("speakers.list"))],
        path=pages.path,
        things=[linked_data.speaker(speaker, tenures, request.build_absolute_uri)],
    )
    return render(request, "speakers/detail.html", context | head)


def _by_office(tenures: Any) -> Any:
    """The offices, the latest held first, each with its tenures: some hold one twice."""
    offices: dict[int, Any] = {}
    for tenure in tenures:
        offices.setdefault(tenure.office_id, (tenure.office, []))[1].append(tenure)
    return offices.values()


def _by_office_and_year(speeches: Any) -> Any:
    """Statements, newest first, under the office they were made in, and under their year."""
    offices: dict[int | None, Any] = {}
    for speech in speeches:
        tenure = speech.author.tenure
        key = tenure.office_id if tenure else None
        offices.setdefault(key, (tenure and tenure.office, []))[1].append(speech)
    return [
        (office, [(year, [*those]) for year, those in groupby(own, lambda s: s.delivered.year)])
        for office, own in offices.values()
    ]


def _other_parts(speaker: Speaker) -> Any:
    """Public statements that they delivered for others, spoke for, or were addressed by."""
    parts = speaker.attributions.exclude(role=Attribution.Role.AUTHOR)
    public = Exists(Speech.objects.published().filter(pk=OuterRef("speech")))
    return (
        parts.filter(public)
        .select_related("speech")
        .order_by("-speech__sort_key", "pk")[:OTHER_PARTS]
    )


def _description(speaker: Speaker, tenures: Any, total: int) -> str:
    count = ngettext("%d statement", "%d statements", total) % total
    offices = "; ".join(dict.fromkeys(str(tenure.office) for tenure in tenures[:3]))
    words = {"count": count, "speaker": speaker.name, "offices": offices}
    return _("%(count)s by %(speaker)s. %(offices)s") % words
