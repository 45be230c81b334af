"""Speakers and offices as schema.org Person, Organization and Role."""

from __future__ import annotations

from collections.abc import Iterable

from django_countries import countries

from speeches.models import Office, Organization, Speaker, Tenure

from .graph import Absolute, Thing, day, thing


def organization(body: Organization) -> Thing:
    """A body, by name."""
    return thing("Organization", name=body.name, alternateName=body.abbreviation)


def by_name(person: Speaker, absolute: Absolute) -> Thing:
    """A speaker by name and address, where something else is described."""
    return thing(_kind(person), name=person.name, url=absolute(person.get_absolute_url()))


def _kind(person: Speaker) -> str:
    return "Person" if person.kind == Speaker.Kind.PERSON else "Organization"


def speaker(person: Speaker, tenures: Iterable[Tenure], absolute: Absolute) -> Thing:
    """A speaker with the offices they held; a body is an Organization."""
    address = absolute(person.get_absolute_url())
    described = thing(
        _kind(person),
        name=person.name,
        alternateName=[other.name for other in person.names.all()],
        honorificPrefix=person.honorific,
        description=person.biography,
        url=address,
        sameAs=person.wikidata and f"https://www.wikidata.org/entity/{person.wikidata}",
    )
    if person.kind == Speaker.Kind.PERSON:
        described |= thing(
            "Person",
            nationality=person.country and thing("Country", name=countries.name(person.country)),
            hasOccupation=[_held(tenure) for tenure in tenures],
        )
    return {"@id": address, **described}


def _held(tenure: Tenure) -> Thing:
    return thing(
        "Role",
        roleName=tenure.office.title,
        startDate=day(tenure.start),
        endDate=day(tenure.end),
        hasOccupation=thing("Occupation", name=str(tenure.office)),
    )


def office(post: Office, tenures: Iterable[Tenure], absolute: Absolute) -> Thing:
    """An office as a page about a post of an organization, and who held it."""
    address = absolute(post.get_absolute_url())
    holders = [
        thing(
            "OrganizationRole",
            roleName=post.title,
            startDate=day(tenure.start),
            endDate=day(tenure.end),
            member=by_name(tenure.speaker, absolute),
        )
        for tenure in tenures
    ]
    body = organization(post.organization) | ({"member": holders} if holders else {})
    return {"@id": address, **thing("CollectionPage", name=str(post), url=address, about=body)}
