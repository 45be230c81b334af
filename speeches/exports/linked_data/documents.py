"""A document as a schema.org CreativeWork: the paper that words came on."""

from __future__ import annotations

from speeches.models import Document

from .graph import Absolute, Thing, day, thing
from .people import organization

_KINDS = {
    Document.Kind.NEWS_STORY: "NewsArticle",
    Document.Kind.WEB_PAGE: "WebPage",
    Document.Kind.VIDEO: "VideoObject",
}


def document(paper: Document, absolute: Absolute) -> Thing:
    """A document with its publisher, its symbols and what may be done with it; never its text."""
    address = absolute(paper.get_absolute_url())
    described = thing(
        _KINDS.get(Document.Kind(paper.kind), "CreativeWork"),
        name=paper.title,
        genre=paper.get_kind_display(),
        inLanguage=paper.language,
        datePublished=day(paper.published_on),
        publisher=paper.publisher and organization(paper.publisher),
        identifier=[row.symbol for row in paper.symbols.all()],
        sameAs=[row.url for row in paper.addresses.all()],
        usageInfo=paper.rights and paper.rights.url,
        copyrightNotice=paper.rights and paper.rights.statement,
        url=address,
    )
    return {"@id": address, **described}
