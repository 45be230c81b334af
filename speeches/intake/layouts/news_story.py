"""
A news story: several people's words and the reporter's own, told apart paragraph by paragraph.

A paragraph wholly in quotation marks is the speaker's own words; one that reports is paraphrase,
whatever it quotes; the rest is the story's own telling, and goes with the statement that it
introduces. Facts of a statement come from its own paragraphs, never from those of another.
"""

from __future__ import annotations

import re

from speeches.intake import sayings, verbs
from speeches.intake.accents import optional
from speeches.intake.page import Page, date_in, passage
from speeches.intake.paste import Block
from speeches.intake.reading import Reading, Statement, Voice, Warning

from . import opening
from .closing import body_of
from .layout import Layout
from .reported import Paragraph, statement_of
from .story_head import StoryHead
from .telling import Telling


def read(page: Page, layout: Layout) -> Reading:
    """A story with its date, and one statement for each person whose words it reports."""
    head = StoryHead(page)
    body = body_of(page, head.text_start, in_one_voice=False)
    paragraphs = [_paragraph(block) for block in body.paragraphs]
    if head.published is None and head.dateline_date is None:
        head.published = next(
            (day for line in body.signature if (day := date_in(line.words))), None
        )
    telling = Telling(paragraphs)
    anchor = head.dateline_date or head.published
    statements = tuple(statement_of(speaking, anchor) for speaking in telling.speakings)
    undated = [
        Warning("The story does not say when this was said.", who.start, who.end)
        for statement in statements
        if statement.delivered is None and (who := statement.printed_as)
    ]
    if not statements and paragraphs:
        statements, undated = (_nobodys(paragraphs),), [_nobody(paragraphs)]
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        genre=_genre(page, layout, head),
        title=head.title,
        published=head.published,
        dateline=head.dateline,
        dateline_date=head.dateline_date,
        place=head.place,
        publisher=head.publisher,
        symbols=page.symbols(head.text_start),
        language=page.language(),
        statements=statements,
        quotations=tuple(telling.quotations),
        kept_out=(*head.kept_out, *page.kept_before(head.text_start), *body.kept_out),
        warnings=tuple(undated),
    )


def _nobodys(paragraphs: list[Paragraph]) -> Statement:
    """The text of a story in which nobody is told to have spoken: all of it is narration."""
    passages = tuple(passage(paragraph.block, Voice.NARRATION) for paragraph in paragraphs)
    return Statement(passages=passages, coverage="excerpts")


def _nobody(paragraphs: list[Paragraph]) -> Warning:
    start, end = paragraphs[0].block.start, paragraphs[0].block.end
    return Warning("Nobody is told here to have said anything: whose words are they?", start, end)


def _genre(page: Page, layout: Layout, head: StoryHead) -> str:
    """A story that its head calls a press release, or that bears a symbol, is one."""
    near = [line for line in page.lines if line.start <= head.text_start][:20]
    called = any(len(line.text) < 90 and _RELEASE.search(line.text) for line in near)
    called = called or any(
        len(line.text) < 90 and _FOR_EDITORS.match(line.text) for line in page.lines[-15:]
    )
    is_release = layout.kind == "press-release" or called or bool(page.symbols(head.text_start))
    return "press release" if is_release else "news story"


def _paragraph(block: Block) -> Paragraph:
    """A paragraph with what the story says in it, and what it quotes."""
    told, marks = sayings.blanked(block.text)
    return Paragraph(block, told, tuple(marks), bool(marks) and not re.search(r"\w", told))


_MUCH = 20
_RELEASE = re.compile(
    optional(
        r"\b(?:press (?:release|statement)|media (?:release|statement)|for press|statement by"
        r"|news release|for immediate release"
        r"|communiqué(?: de presse)?|comunicado(?: de prensa)?|nota de prensa"
        r"|boletín de prensa|nota à imprensa|comunicado de imprensa|пресс-релиз)\b|新闻稿|بيان صحفي"
    ),
    re.I,
)

_FOR_EDITORS = re.compile(
    optional(
        r"\W{0,4}(?:notes? (?:to|for) editors|media contacts?|press contacts?|for (?:more"
        r"|further) information,? (?:please )?contact|note aux rédacteurs"
        r"|contact(?:o)?s? (?:presse|de prensa)|para (?:más información|consultas))\b"
    ),
    re.I,
)


def _against(page: Page) -> int:
    """A text that is introduced, or opens with an address to an audience, is no story."""
    found = opening.find(page)
    return -_MUCH if found.introduction is not None or found.is_salutation else 0


NEWS_STORY = Layout(
    name="News story",
    kind="news-story",
    signs=(
        (
            re.compile(
                r"^(?:UN News|ONU Info|Noticias ONU|ONU News|Centro de Noticias).{0,20}$", re.M
            ),
            3,
        ),
        (re.compile(r"\b(?:says|urges|warns|calls)\b.{0,60}\b(?:UN|U\.N\.) ", re.I), 1),
        (re.compile(r"[”\"»],? (?:she|he|Mr\.|Ms\.|Mrs\.|said|told)\b"), 2),
        (re.compile(r"\((?:Reuters|AP|AFP|Xinhua|IPS|EFE|TASS|Lusa|PTI|ANI|Prensa Latina)\)"), 2),
        (re.compile(rf"\b[A-Z]\w+ (?:today )?(?:{verbs.VERBS}) "), 1),
    ),
    read=read,
    also=_against,
)
