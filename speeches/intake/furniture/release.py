"""What an issuing office prints around a statement: whose it is, how far it may be relied on."""

from __future__ import annotations

import re

from .line import Formulas

DISCLAIMER = Formulas(
    r"for (?:the )?(?:use of )?information (?:only|media)\b.{0,120}",
    r"(?:this is )?(?:an )?(?:unofficial|uncorrected"
    r"|not an official)\W.{0,4}(?:transcript|translation|record"
    r"|document).{0,60}",
    r"(?:à|a) l.(?:intention|usage) des organes d.information\b.{0,120}",
    r"(?:document|texte) non officiel",
    r"para (?:uso|información) de los medios de (?:información|comunicación)\b.{0,120}",
    r"(?:solo para información|documento no oficial)\b.{0,80}",
    r"(?:transcript|transcription)\W{1,3}e\W?&\W?oe?\b.{0,80}",
    r"e\W?&\W?o\W?e\W?(?:\W{1,3}.{0,60})?",
    r"не является официальным документом.{0,60}",
    r"только для информации.{0,100}",
    r"للإعلام فقط.{0,60}|وثيقة غير رسمية.{0,40}",
    r"(?:非正式文件|非正式记录).{0,20}|неофициальн.{0,60}",
    r"仅供(?:参考|新闻媒体使用).{0,60}",
    r"(?:خاص ب)?وسائل الإعلام\W.{0,60}ليست? وثيقة رسمية.{0,40}",
    r"the (?:views|opinions) expressed (?:in|by|here).{0,300}",
    r"(?:this|ce|este) (?:e-?mail|message|mensaje|correo"
    r"|courriel)\b.{0,60}(?:confidenti|privileged|destinat).{0,300}",
    r"this (?:is a )?(?:machine|unofficial) translation.{0,120}",
    r"(?:unofficial translation|traduction non officielle|traducción no oficial)\b.{0,80}",
)
DELIVERY_NOTE = Formulas(
    r"(?:please )?check against (?:the )?delivery",
    r"(?:statement type:\s*)?as (?:prepared(?: for delivery)?|delivered)",
    r"(?:strictly )?(?:under )?embargo(?:ed)?\b.{0,160}"
    r"|not (?:for|to be) (?:release|released|published|broadcast|used|publication"
    r"|distribution)\b.{0,120}",
    r"(?:the )?contents? of this (?:press release|release|document|report"
    r"|statement)\b.{0,60}must not.{0,200}",
    r"(?:el contenido|los contenidos) de est\w+ (?:comunicado|documento|nota"
    r"|informe)\b.{0,260}",
    r"le contenu (?:de ce|du présent|du rapport)\b.{0,60}ne (?:doit|peut).{0,200}",
    r"(?:prohibida|prohibido) (?:su )?(?:publicación|difusión).{0,120}"
    r"|(?:bajo )?embargo\b.{0,120}|embargado hasta.{0,120}",
    r"sous embargo\b.{0,120}",
    r"(?:seul )?le (?:prononcé|texte prononcé) fait foi",
    r"(?:à )?vérifier (?:au|avec le|contre le) (?:prononcé|texte prononcé)",
    r"(?:(?:por )?favor,? (?:de )?|s[íi]rvase |se ruega )?"
    r"(?:cotejar|verificar|verifíquese|verifique)\b.{0,10}\b(?:con|contra"
    r"|al|en|a|no)\b.{0,60}",
    r"(?:sujeto|sujeta) a (?:cambios|verificación).{0,60}",
    r"(?:favor )?(?:conferir|verificar) (?:com|na|no momento da) .{0,40}",
    r"(?:проверять|сверить|сверять) (?:с|по|при) .{0,60}",
    r"以(?:现场)?(?:发言|讲话|实际发言)为准|请以.{0,12}为准|与发言核对|请对照发言.{0,6}",
    r"(?:يرجى )?(?:المراجعة|التحقق|يراجع|المقارنة)\b.{0,60}الإلقاء.{0,20}",
)
END_MARK = re.compile(
    r"(?:[*•∗](?:\s?[*•∗]){1,12}[*\s]{0,12}|\*\s{2,6}\*{1,4}\s{2,6}\*|#(?:\s?#){1,10}"
    r"|\W{0,3}(?:END|ENDS|FIN|Fin|End|Ends|FIM|Fim|КОНЕЦ|-?30-?|完|انتهى)\W{0,3}"
    r"|\W{0,3}(?:end of (?:statement|transcript|message|document|text|speech)"
    r"|fin de la (?:déclaration|transcripción)|fin del (?:discurso|mensaje))\W{0,3}"
    r"|-{2,80}|_{2,80}|={3,80}|—{2,40}|(?:\*\s?)+|/{3,8})"
)
ISSUER = Formulas(
    r"(?:united nations )?department of (?:public information"
    r"|global communications)\b.{0,100}",
    r"département de (?:l.information|la communication)\b.{0,120}",
    r"departamento de (?:información pública|comunicación global)\b.{0,120}",
    r"news and media division\b.{0,60}",
    r"service (?:des informations|de l.information)\b.{0,80}",
    r"united nations information (?:service|centre)\W?.{0,40}",
    r"(?:united nations|nations unies|naciones unidas)(?: (?:nations unies"
    r"|naciones unidas))?",
    r"(?:press|media|news) (?:release|statement)(?: \w{20,60})?"
    r"(?: (?:no\.? ?)?[\w./-]{0,6}\d[\w/-]{0,20})?",
    r"for (?:the )?press\b.{0,40}|(?:pm|press|statement|ref) no\.? ?\d[\w/-]{0,12}",
    r"(?:for immediate release|pour diffusion immédiate|para (?:su )?difusión inmediata)",
    r"communiqué de presse(?: (?:n. ?)?[\w/-]{0,4}\d[\w/-]{0,20})?",
    r"(?:comunicado|nota|boletín) de (?:prensa|imprensa"
    r"|la prensa)(?: (?:n.{0,2} ?)?[\w/-]{0,4}\d[\w/-]{0,20})?",
    r"nota à imprensa.{0,20}|comunicado à imprensa.{0,20}",
    r"пресс-релиз.{0,20}|新闻稿|بيان صحفي|نشرة صحفية|نشرة إعلامية",
    r"meetings coverage and press releases",
    r"couverture des réunions.{0,60}communiqués de presse",
)
