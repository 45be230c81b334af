"""
What a new record would be called, as far as printed words tell: a guess for an editor to mend.

Pure: no database. Nothing here is filed unless a person saw it in a field of the desk.
"""

from __future__ import annotations

import re

from . import places

__all__ = ["event_kind", "event_name", "office_parts", "place_parts", "sort_name", "written"]

_SMALL = re.compile(
    r"of|the|and|for|on|in|at|to|de|la|les?|du|des|et|el|los|las|y|d[ao]s?|e|von|van|der", re.I
)
_PARTICLES = re.compile(
    r"d[aeio]|d[ao]s|des|del|della|du|l[ae]|van|von|der|den|ter|ten|al|el|bin|ibn|ben", re.I
)
_COURTESY = re.compile(
    r"^(?:(?:h\. ?e\.|s\. ?e\.|mr|mrs|ms|mme|m\.|dr|sr|sra|prof|sir|dame|his excellency"
    r"|her excellency|ambassador)\.? +)+",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ .,’'‑-]+")
_OF_WHOM = (
    re.compile(r"(?P<post>.{4,}?) of (?:the )?(?P<body>[A-ZÀ-Þ].*?)(?P<where> to the .*)"),
    re.compile(r"(?P<post>.{4,}?) of the (?P<body>[A-ZÀ-Þ].*)"),
    re.compile(r"(?P<post>.{4,}) of (?P<body>[A-ZÀ-Þ].*)"),
)
_MINISTER = re.compile(
    r"(?:\S+ )?(?:minister|secretary|under-secretary|director)(?: of state)?", re.IGNORECASE
)
_KINDS = (
    ("press-conference", r"press (?:conference|briefing|encounter)|conférence de presse|stakeout"),
    ("symposium", r"symposi\w+|colloque|simposio"),
    ("summit", r"summit|sommet|cumbre|cúpula"),
    ("panel", r"panel|round ?table|table ronde|mesa redonda|dialogue|discussion"),
    ("exposition", r"expo\w*|exhibition|fair|feria"),
    ("session", r"sessions?|período de sesiones"),
    ("conference", r"conf[eé]r[eê]nc\w+|forum|foro|congress|congreso"),
    ("observance", r"(?:international|world|united nations|un) day|journée|día internacional"),
)
_HELD = re.compile(r",? (?:held|convened|organi[sz]ed|hosted|taking place|tenue?|celebrad[ao])\b.*")
_ARTICLE = re.compile(r"^(?:an?|the|une?|la|le|les|el|los|las|l['’]) ?\b ?", re.IGNORECASE)


def written(name: str) -> str:
    """A name without forms of address, and in small letters where all of it was in capitals."""
    bare = " ".join(_COURTESY.sub("", name.strip()).split())
    return _lowered(bare) if bare.isupper() and " " in bare else bare


def _lowered(text: str) -> str:
    words = text.split(" ")
    return " ".join(
        word.lower() if number and _SMALL.fullmatch(word) else word.title()
        for number, word in enumerate(words)
    )


def sort_name(name: str) -> str:
    """
    How lists might sort a person's name: the family name first.

    A part in capitals is the family name (“BAN Ki-moon”, “Amina MOHAMMED”); else the last word is,
    with the particles before it. Names in other scripts, and single words, stay as they are.
    """
    bare = " ".join(_COURTESY.sub("", name.strip()).split())
    words = bare.split(" ")
    if len(words) < 2 or not _LATIN.fullmatch(bare):
        return bare
    loud = [word for word in words if len(word) > 1 and word.isupper() and "." not in word]
    if loud and len(loud) < len(words):
        given = " ".join(word for word in words if word not in loud)
        family = _lowered(" ".join(loud))
        return f"{family} {given}" if words[0] in loud else f"{family}, {given}"
    words = written(bare).split(" ")
    first = len(words) - 1
    while first > 1 and _PARTICLES.fullmatch(words[first - 1]):
        first -= 1
    return f"{' '.join(words[first:])}, {' '.join(words[:first])}"


def office_parts(title: str) -> tuple[str, str]:
    """A printed office as the post and the organization that it names; the latter may be empty."""
    title = " ".join(title.split())
    post, _, body = title.partition(",")
    if not body:
        post, body = _of_whom(title)
    post, body = post.strip(), body.strip()
    return (_lowered(post) if post.isupper() and " " in post else post), (
        _lowered(body) if body.isupper() and " " in body else body
    )


def _of_whom(title: str) -> tuple[str, str]:
    """What stands behind “of”; a minister’s first “of” tells of what, not of whom."""
    for pattern in _OF_WHOM:
        found = pattern.fullmatch(title)
        if found and not _MINISTER.fullmatch(found["post"]):
            where = found.groupdict().get("where") or ""
            return f"{found['post']}{where}", found["body"]
    return title, ""


def event_name(phrase: str) -> str:
    """A name for an event that a document describes: without article, place and what follows."""
    name = _ARTICLE.sub("", _HELD.sub("", " ".join(phrase.split())), count=1).strip(" ,.;")
    name = _lowered(name) if name.isupper() and " " in name else name
    return name[:1].upper() + name[1:]


def event_kind(name: str) -> str:
    """The kind of event that its name tells of; a meeting where it tells nothing."""
    found = (kind for kind, words in _KINDS if re.search(rf"\b(?:{words})\b", name, re.I))
    return next(found, "meeting")


def place_parts(place: str) -> tuple[str, str, str]:
    """Venue, city and what follows the city: “UN Headquarters in New York” is a venue in a city."""
    place = " ".join(place.split())
    span = places.known(place)
    if span is None:
        return place, "", ""
    venue = re.sub(r"(?:,| in| at| à| en)\s*$", "", place[: span[0]].rstrip())
    city = place[slice(*span)]
    return venue, city.title() if city.isupper() else city, place[span[1] :].strip(" ,.")
