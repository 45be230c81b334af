"""What a paper says of its use: whose the words are, who may print them, and on what terms."""

from __future__ import annotations

from .line import Formulas

_TERMS = (
    r"(?:copyright\b|©\s?(?:copyright\s)?(?:[^/\n]{0,60}\b)?(?:19|20)\d\d\b|copyright ©).{0,200}",
    r"©.{0,80}(?:rights|reproduc|derechos|droits|direitos|prohibid|redistribu).{0,200}",
    r"(?:.{0,80}[.,;:©|–—-]\s?)?all rights (?:are )?reserved\b.{0,80}"
    r"|tous droits (?:de reproduction )?réservés.{0,80}"
    r"|(?:.{0,80}[.,;:©|–—-]\s?)?(?:todos los )?derechos reservados\b.{0,80}"
    r"|(?:.{0,80}[.,;:©|–—-]\s?)?todos os direitos reservados.{0,80}|(?:все )?права защищены.{0,80}"
    r"|版权所有.{0,40}|.{0,20}جميع الحقوق محفوظة.{0,60}",
    r"(?:free|full )?\s?(?:reproduction|republication|reprinting|re-?use|redistribution)"
    r"(?: (?:of|in) .{0,80})? (?:is |are )?(?:freely )?"
    r"(?:permitted|authori[sz]ed|allowed|prohibited|forbidden|encouraged|welcome)\b.{0,160}",
    r"(?:this|these|the|all|any part of this|no part of this) (?:\w+ ){0,3}?"
    r"(?:text|statement|release|article|speech|material|content|publication|document|page|story)s?"
    r"(?: \w+){0,5}? (?:may|can|must|is|are)(?: not)?(?: be)? (?:freely |free to )?(?:be )?"
    r"(?:reproduc|republish|reprint|redistribut|quoted|copied|re-?used|used freely)\w*.{0,160}",
    r"not (?:for|to be) (?:reproduction|reproduced|redistribution|redistributed)\b.{0,120}",
    r"(?:this \w+ is |text )?(?:licen[sc]ed|released|published|available) under (?:a |the )?"
    r"(?:creative commons|cc[ -]by|open government licen[cs]e|public domain)\b.{0,120}",
    r"(?:creative commons|cc[ -]by(?:-\w\w){0,3})\b.{0,120}"
    r"|(?:this \w+ is )?in the public domain\b.{0,80}",
    r"(?:la )?reproduction (?:(?:totale|partielle|du texte"
    r"|de ce \w+|de cet \w+)(?: ou partielle)? )?"
    r"(?:est )?(?:autorisée|interdite|libre|permise)\b.{0,160}|libre de droits?\b.{0,80}"
    r"|ce (?:texte|document|communiqué) (?:peut|ne peut) .{0,20}reprodui.{0,160}",
    r"(?:se (?:permite|autoriza|prohíbe)|(?:queda |está )?(?:\w+mente )?(?:prohibida|permitida"
    r"|autorizada))(?: \w+)? (?:la |su )?(?:libre )?(?:reproducción|redistribución|copia).{0,160}"
    r"|(?:la )?reproducción (?:(?:total|parcial|de \w+ \w+)(?: o parcial)? )?(?:está |es |queda )?"
    r"(?:permitida|autorizada|prohibida|libre)\b.{0,160}"
    r"|este (?:texto|artículo|documento|material) puede reproducirse.{0,160}",
    r"(?:é )?(?:permitida|autorizada|proibida) a reprodução.{0,160}"
    r"|(?:a )?reprodução (?:é |está )?(?:autorizada|permitida|proibida|livre)\b.{0,160}",
    r"(?:при (?:перепечатке|использовании|цитировании)|перепечатка) .{0,200}",
    r"(?:未经(?:书面)?(?:许可|授权)|转载请注明|不得转载|欢迎转载).{0,60}",
    r"(?:يسمح|يُسمح|يجوز|لا يجوز|يمنع|تمنع) (?:بإعادة|إعادة|ب?نقل|ب?استنساخ|ب?نسخ).{0,160}",
)
RIGHTS = Formulas(*_TERMS)
