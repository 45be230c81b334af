"""
What content systems print around a text: buttons, crumbs, counters, notes of the press.

``navigation`` holds what the pages of the United Nations say; here stands what ministries,
newspapers and blogs add, in Portuguese too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from speeches.intake.paste import Block
from speeches.intake.reading import Reason

from .line import Formulas

PAGE = Formulas(
    r"(?:pular|saltar|ir) para o (?:conteúdo|menu|rodapé).{0,20}|acesso rápido|acesso à informação"
    r"|órgãos do governo|legislação|acessibilidade.{0,20}|entrar|(?:buscar"
    r"|busca) no (?:portal|site)"
    r"|você está aqui\b.{0,200}|página inicial.{0,160}|compartilhe(?: (?:no|em|por|com).{0,40})?"
    r"|voltar (?:ao|para o) (?:topo|início).{0,30}|ir para o topo|assuntos? relacionados?"
    r"|(?:veja|leia) (?:também|mais)\b.{0,60}|todo o conteúdo deste site\b.{0,200}"
    r"|participe|serviços|canais|áudio|ouvir|reportar erro",
    r"(?:sign|log) (?:in|up|out)|register|search for|search \w+ ?…?|go to (?:top|search|menu)"
    r"|aller à la recherche|rechercher sur le site|personnaliser|tout (?:refuser|accepter)"
    r"|gérer (?:mes|les) (?:cookies|préférences)|retour à l.accueil|imprimer (?:cette|la) page"
    r"|(?:print|e-?mail|share|save|bookmark) this page(?: (?:print|e-?mail|share"
    r"|save) this page){0,3}"
    r"(?: (?:text|font) size.{0,20})?",
    r"breaking(?: news)?\s?:.{0,160}|live updates?\b.{0,100}|dernière minute\s?:.{0,160}"
    r"|última hora\s?:.{0,160}",
    r"(?:advertisement|publicité|publicidad|publicidade|anúncio)(?: .{0,40})?"
    r"|continue reading (?:the|this|below|after|main).{0,60}|story continues below.{0,60}"
    r"|skip advertisement|(?:supported|sponsored) by",
    r"a version of this (?:article|story|op-ed|column)\b.{0,200}"
    r"|(?:this article|a version) (?:was )?(?:originally |first )?(?:appeared|published)\b.{0,160}"
    r"|(?:read|view|show|hide|see) (?:all |more )?comments?.{0,30}|comments (?:are closed|off)"
    r"|today.s paper|correction appended.{0,100}|order reprints.{0,60}",
    r"(?:opening|office|visiting|consular) hours\s?:.{0,100}"
    r"|(?:heures d.ouverture|horario(?: de atención)?|horários?)\s?:.{0,100}"
    r"|(?:address|adresse|dirección|endereço)\s?:.{0,160}|emergency (?:number|contact"
    r"|line)\b.{0,80}",
    r"(?:photos|images|pictures) (?:from|of) the \w+|(?:photo|image) gallery|watch the \w+"
    r"|download (?:speech|statement|transcript|the \w+|document)s?(?: \(.{3,40}\))?"
    r"|(?:latest|all|more|other) (?:speeches|statements|news|remarks)(?: [»>→])?",
    r"proudly powered by.{0,40}|theme:? .{3,60}|powered by \w+.{0,40}",
    r"(?:[<>»›·]\s?)(?:home|news|speeches|statements|press|media|newsroom|publications)",
)
_JOINT = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_LEAST_JOINTS = 3
_LONGEST = 200
_BAR = re.compile(r"\s*[|│¦]\s*")
_TAG = re.compile(r"[|│]\s?[^|.!?]{2,40}")
_LEAST_WORDS_OF_A_MENU = 2


def reason_for(line: str) -> Reason | None:
    """Why a line is a page's own: entries of a menu run together, or parted by bars."""
    if len(line) > _LONGEST:
        return None
    is_run = len(_JOINT.findall(line)) >= _LEAST_JOINTS and not re.search(r"[.!?,;]", line)
    return Reason.NAVIGATION if is_run or _is_bar_of_entries(line) else None


def _is_bar_of_entries(line: str) -> bool:
    """“14 May 2020 | Today’s Paper | Subscribe | Log in”: two entries or more are buttons."""
    if line.count("|") < _LEAST_WORDS_OF_A_MENU:
        return False
    parts = [part for part in _BAR.split(line) if part]
    return sum(bool(PAGE.fullmatch(part)) for part in parts) >= _LEAST_WORDS_OF_A_MENU


def mark_tags(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """Tags one below the other, each behind a bar: with the first, that has none."""
    for place, line in enumerate(lines):
        if found[place] is None and _TAG.fullmatch(line.text):
            found[place] = Reason.NAVIGATION
            above = place - 1
            near = above >= 0 and line.start - lines[above].end <= 1
            if near and found[above] is None and len(lines[above].text) < _LONGEST // 5:
                found[above] = Reason.NAVIGATION
