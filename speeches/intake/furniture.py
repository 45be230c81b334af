"""
Lines around a text that are nobody's words: navigation, contacts, page numbers, heads of mails.

First each line by itself, by a table of formulas (one regular expression over one line, without
nested repetition, so that the reader stays linear); then by its neighbours: what follows “Related
stories” is navigation, a line that stands on every page is the page's. A new formula is a new row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from speeches import symbols

from . import datings
from .paste import Block
from .reading import Reason

_LONGEST = 400


def _line(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,5}}(?:{'|'.join(alternatives)})\W{{0,5}}", re.IGNORECASE)


_SHARING = (
    "facebook|twitter|x|print|e-?mail|share|whatsapp|linkedin|telegram|copy link|link|pinterest|pdf"
    "|imprimir|compartir|correo(?: electrónico)?|imprimer|partager|envoyer|courriel"
    "|compartilhar|reddit|rss|youtube"
    "|instagram|bluesky|messenger|threads|flickr|weibo|tiktok|печать|поделиться|分享|打印|微博|微信"
)
_MENU = (
    "home|menu|search|login|log in|sign in|about(?: us)?|contact(?: us)?|news|media|events|topics"
    "|resources|publications|documents|accueil|actualités|inicio|noticias|recherche|buscar"
    "|rechercher"
    "|what we do|who we are|our work|where we work|multimedia|newsroom|press centre"
    "|press room|press"
    "|statements|speeches|press releases|videos?|photos?|audio|podcasts?|interviews?|features?"
    "|français|english|español|العربية|中文|русский|português|kiswahili|get involved|careers|jobs"
    "|procurement|donate|subscribe|library|data|projects|countries|regions|blogs?|stories"
    "|opinion|op-ed|sport|weather|business|world"
    "|quiénes somos|temas|publicaciones|eventos|prensa|contacto|à propos|thèmes|ressources|presse"
    "|menu principal|início|sobre|notícias|imprensa|главная|новости|首页|新闻|الرئيسية|أخبار"
    "|خريطة الموقع"
    "|site map|sitemap|faqs?|a-z|site index|welcome|bienvenue|bienvenidos|follow us|overview"
    "|archive"
)

TABLE: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.DISCLAIMER,
        _line(
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
        ),
    ),
    (
        Reason.DELIVERY_NOTE,
        _line(
            r"(?:please )?check against (?:the )?delivery",
            r"(?:statement type:\s*)?as (?:prepared(?: for delivery)?|delivered)",
            r"(?:strictly )?(?:under )?embargo(?:ed)?\b.{0,160}|not for (?:release"
            r"|publication|distribution)\b.{0,120}",
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
            r"(?:favor )?(?:cotejar|verificar|verifíquese|verifique)\b.{0,10}\b(?:con|contra"
            r"|al|en|a|no)\b.{0,60}",
            r"(?:sujeto|sujeta) a (?:cambios|verificación).{0,60}",
            r"(?:favor )?(?:conferir|verificar) (?:com|na|no momento da) .{0,40}",
            r"(?:проверять|сверить|сверять) (?:с|по|при) .{0,60}",
            r"以(?:现场)?(?:发言|讲话|实际发言)为准|请以.{0,12}为准|与发言核对|请对照发言.{0,6}",
            r"(?:يرجى )?(?:المراجعة|التحقق|يراجع|المقارنة)\b.{0,60}الإلقاء.{0,20}",
        ),
    ),
    (
        Reason.END_MARK,
        re.compile(
            r"(?:[*•∗](?:\s?[*•∗]){1,12}[*\s]{0,12}|\*\s{2,6}\*{1,4}\s{2,6}\*|#(?:\s?#){1,10}"
            r"|\W{0,3}(?:END|ENDS|FIN|Fin|End|Ends|FIM|Fim|КОНЕЦ|-?30-?|完|انتهى)\W{0,3}"
            r"|\W{0,3}(?:end of (?:statement|transcript|message|document|text|speech)"
            r"|fin de la (?:déclaration|transcripción)|fin del (?:discurso|mensaje))\W{0,3}"
            r"|-{2,80}|_{2,80}|={3,80}|—{2,40}|(?:\*\s?)+|/{3,8})"
        ),
    ),
    (
        Reason.ISSUER,
        _line(
            r"(?:united nations )?department of (?:public information"
            r"|global communications)\b.{0,100}",
            r"département de (?:l.information|la communication)\b.{0,120}",
            r"departamento de (?:información pública|comunicación global)\b.{0,120}",
            r"news and media division\b.{0,60}",
            r"service (?:des informations|de l.information)\b.{0,80}",
            r"united nations information (?:service|centre)\W?.{0,40}",
            r"(?:united nations|nations unies|naciones unidas)(?: (?:nations unies"
            r"|naciones unidas))?",
            r"(?:press|media|news) (?:release|statement)(?: \w{20,60})?(?: no\.? ?[\w/-]{1,20})?",
            r"(?:for immediate release|pour diffusion immédiate|para (?:su )?difusión inmediata)",
            r"communiqué de presse(?: n. ?[\w/-]{1,20})?",
            r"(?:comunicado|nota|boletín) de (?:prensa|imprensa"
            r"|la prensa)(?: n.{0,2} ?[\w/-]{1,20})?",
            r"nota à imprensa.{0,20}|comunicado à imprensa.{0,20}",
            r"пресс-релиз.{0,20}|新闻稿|بيان صحفي|نشرة صحفية|نشرة إعلامية",
            r"meetings coverage and press releases",
            r"couverture des réunions.{0,60}communiqués de presse",
        ),
    ),
    (
        Reason.MAIL,
        re.compile(
            r"\W{0,4}(?:(?:from|to|cc|bcc|sent|reply-to|attachments?|importance|forwarded by"
            r"|de|à|a|para|envoyé"
            r"|enviado(?: el)?|date|fecha|data|subject|objet|asunto|assunto|pièces? jointes?"
            r"|adjuntos?|anexos?|от|кому"
            r"|дата|тема|发件人|收件人|主题|抄送|发送时间|日期|من|إلى|الموضوع|التاريخ)\s?[:：]\s.{0,300}"
            r"|.{0,10}(?:original message|forwarded message|message d.origine|message transféré"
            r"|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)).{0,20}"
            r"|begin forwarded message\W?"
            r"|on .{6,80} wrote:|le .{6,80} a écrit\s?:|el .{6,80} escribió:"
            r"|sent from my .{2,30}|envoyé de mon .{2,30}|enviado desde mi .{2,30}"
            r"|(?:fyi|pour info|para (?:su )?información)\W{0,3}"
            r"|(?:(?:kind|best|warm) )?regards,?|cordialement,?|(?:saludos|atentamente"
            r"|bien à vous),?)",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.NAVIGATION,
        _line(
            rf"(?:{_SHARING})(?:\s*[|/·•,]?\s*(?:{_SHARING})){{0,12}}",
            rf"(?:{_MENU})(?:\s*[|/·•>»›]?\s*(?:{_MENU})){{0,14}}",
            r"global perspective\W{0,3}human stories",
            r"(?:l.info|l.actualité) mondiale.{0,40}|(?:mirada|noticias) global.{0,40}",
            r"un news|onu info|noticias onu|onu news|новости оон|联合国新闻|أخبار الأمم المتحدة",
            r"(?:skip|jump) to (?:main )?(?:content|navigation).{0,20}",
            r"(?:aller|passer) au contenu(?: principal)?|(?:pasar|ir"
            r"|saltar) al contenido(?: principal)?",
            r"in progress at unhq",
            r"(?:show all|read more|back to (?:top|list|news|statements|all \w+)|see (?:all"
            r"|more)|view all|load more)",
            r"(?:lire la suite|en savoir plus|haut de (?:la )?page|retour.{0,30}|voir (?:plus"
            r"|tout|aussi))",
            r"(?:leer más|ver más|volver.{0,30}|ver todo|saiba mais|voltar.{0,30}|leia mais"
            r"|читать далее|更多)",
            r"(?:receive|get) (?:daily|weekly|our) .{0,120}",
            r"[♦•►▶→] ?(?:receive|recevez|reciba|receba|download|téléchargez|descargue|follow"
            r"|suivez|siga|get|listen)\b.{0,200}",
            r"(?-i:[A-ZÀ-Þ0-9’' -]{3,40})(?:\s?[|•]\s?(?-i:[A-ZÀ-Þ0-9’' -]{2,40})){1,8}",
            r"(?:recevez|reciba|receba) .{0,160}",
            r"(?:audio|video|photo) (?:hub|gallery|library)|advanced search|search",
            r"(?:l.actualité|l.info) mondiale\b.{0,40}|perspectiva global.{0,40}",
            r"(?:subscribe|sign up|suscríb[ae](?:se|te)|abonnez-vous|inscrivez-vous"
            r"|inscreva-se)\b.{0,160}",
            r"welcome to the united nations.{0,60}",
            r"(?:we use|this (?:web)?site uses|our (?:web)?site uses) cookies\b.{0,300}",
            r"(?:ce site|nous) utilis(?:e|ons) des cookies.{0,300}|(?:este sitio|usamos"
            r"|utilizamos).{0,20}cookies.{0,300}",
            r"(?:accept|reject|decline|manage)(?: all)?(?: cookies)?(?:\s*[|/·•]?\s*(?:accept"
            r"|reject|decline|manage"
            r"|settings|learn more|preferences)(?: all)?(?: cookies)?){0,3}",
            r"(?:aceptar|rechazar|accepter|refuser|tout accepter|aceitar)(?: (?:todas?|todo"
            r"|tout|las|les|cookies|todos)){0,3}"
            r"|(?:cookie|privacy) (?:settings|preferences|policy)",
            r"(?:copyright|fraud alert|privacy notice|terms of use|site index"
            r"|mentions légales|aviso legal)\b.{0,120}",
            r"(?:you are here|vous êtes ici|(?:usted )?está(?:s)? (?:aquí|en)"
            r"|fil d.ariane)\b.{0,160}",
            r"(?!\d)[\w’' -]{2,40}(?:\s[>»›/]\s[\w’',&:-][\w’',&: -]{1,80}){1,6}",
            r"(?:home|accueil|inicio|início)\s?[>»›/|].{0,200}",
            r"(?:previous|next|prev|précédent|suivant|anterior|siguiente"
            r"|seguinte)(?: (?:article|story|post|page|statement))?"
            r"(?:\s*[|/·•]\s*(?:next|suivant|siguiente).{0,30})?",
            r"(?:share|follow)(?: (?:this|us|on|via)\b.{0,50})?\W{0,3}",
            rf"(?:share|partager|compartir|compartilhar)\W{{1,4}}(?:{_SHARING})\b.{{0,60}}",
            r"(?:partager|compartir|compartilhar) (?:cet|ce|esta|este|en|sur|no|em)\b.{0,40}",
            r"(?:listen|écouter|escuchar|download|télécharger|descargar|baixar|play)(?: (?:to"
            r"|the|this|le|el|la|o|as|en|pdf|audio|now|full)\b.{0,50})?",
            r"[\[(](?:see|scroll|voir|ver|versión|version|traduc|full|read|click|watch"
            r"|bilingual|trilingual|all-).{0,100}[\])]",
            r"[\[(](?:delayed in transmission|reissued as received"
            r"|reissued for technical reasons|text follows|as received"
            r"|republished)\W{0,2}[\])]",
            r"statement type:.{0,60}|statement: .{0,60}",
            r"(?:statements|speeches|messages)(?: and (?:messages|remarks|releases|speeches"
            r"|statements))?(?:\s*\|.{0,90})?",
            r"(?:available|also available|disponible|read (?:this|it)) (?:in|en|also)\b.{0,80}",
            r"(?:arabic|chinese|english|french|russian|spanish|العربية|中文|english|français"
            r"|русский|español|português)"
            r"(?:\s*[|/·•,]?\s*(?:arabic|chinese|english|french|russian|spanish|العربية|中文"
            r"|français|русский|español|português)){1,8}",
            r"\d{1,3} (?:views|shares|comments?|min(?:ute)?s? read|likes)",
            r"(?:reading time|temps de lecture|tiempo de lectura)\b.{0,30}",
            r"(?:last )?(?:updated|modified)(?: on)?:? .{0,60}",
            r"(?:tags?|topics?|keywords|filed under|mots.clés|etiquetas|temas|categories"
            r"|category|themes)\s?:.{0,300}",
            r"(?:source|url|link|web)\s?:\s?(?:https?:|www\.).{0,300}",
            r"propos recueillis par .{3,80}|(?:interview|interviewed|entrevista"
            r"|entretien) (?:conducted|by|realizada|réalisé)\b.{0,80}",
            r"(?:this )?(?:interview|conversation|transcript) has been (?:lightly )?(?:edited"
            r"|condensed).{0,80}",
            r"[(](?:reporting|editing|additional reporting|writing|with|con información"
            r"|avec) .{3,120}[)]",
            r"(?!.{0,200}\d{4})[^|\n]{2,40}(?:\s\|\s[^|\n]{2,40}){2,9}",
            r"[♦◆►▶].{0,200}",
            r"[a-z]{2,4}(?:/[a-z]{2,4}){1,3}",
            r"全球视角.{0,10}|(?:脸书|推特|打印|微信|微博|分享|电邮)(?:\s(?:脸书|推特|打印|微信|微博|分享|电邮)){0,6}",
            r"(?:you (?:are receiving|received)|unsubscribe|vous recevez|usted recibe)\b.{0,200}",
            r"like (?:this:?|loading.{0,5})|leave a (?:reply|comment).{0,20}"
            r"|your e-?mail address will not.{0,60}",
            r"by admin\b.{0,80}|posted (?:by|in)\b.{0,80}",
            r"(?:author\W{1,3}|view all posts).{0,80}|click to share.{0,80}|top stories",
            r"back to [\w ]{2,30}",
            r"was this page (?:helpful|useful)\b.{0,40}|(?:terms of (?:use|service)"
            r"|accessibility|legal notice)(?:\W.{0,120})?",
            r"(?!.{0,60}(?:statement|remarks|message|declar|déclar"
            r"|address))[^\W\d]+(?: [^\W\d]+){0,3} / [^\W\d]+(?: [^\W\d]+){0,3}",
            r"[\[(](?:english|français|french|español|spanish|portuguese|português|anglais"
            r"|inglés|francés|original.{0,30}|русский|中文|العربية)(?: (?:version|original|text"
            r"|follows).{0,30})?[\])]",
            r"(?:[【\[（][^】\]）]{1,12}[】\]）]\s?){1,6}",
            r"(?:distr|original|language)\W{0,3}: ?\w.{0,40}|page \d+ of \d+",
            r"search this site|services|ministry|our perspective",
            r"toggle (?:navigation|menu|search)|close(?: menu)?|main (?:menu|navigation)"
            r"|breadcrumb",
            r"advertisement|publicité|publicidad|sponsored",
            r"(?:select|choose) (?:your )?language.{0,40}|idioma|langues?|languages?",
            r"©.{0,20}(?:united nations|nations unies|naciones unidas|undp|unctad"
            r"|all rights).{0,80}",
            r"(?:all rights reserved|tous droits réservés|todos los derechos reservados).{0,80}",
        ),
    ),
    (
        Reason.PRINT,
        re.compile(
            r"(?:https?://|www\.)\S{3,300}(?:\s{1,6}\d{1,3}\s?(?:/|of|de|sur)\s?\d{1,3})?"
            r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s{1,4}\d{1,2}[:h.]\d\d(?::\d\d)?(?:\s?[AP]\.?M\.?)?(?:\s.{0,200})?"
            r"|.{0,20}https?://\S{3,300}\s+\d{1,3}\s?/\s?\d{1,3}"
            r"|(?:page\s)?\d{1,3}\s?(?:of|/|de"
            r"|sur)\s?\d{1,3}\s+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,20}"
            r"|.{4,200}\spage \d{1,3} (?:of|de|/) \d{1,3}"
            r"|https?://\S{3,200}\s+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,20}"
            r"|printed (?:on|from)\b.{0,120}|imprimé le\b.{0,80}|impreso el\b.{0,80}"
            r"|[a-z]{2,4}\s{1,4}\d{4}-\d\d-\d\d\s{1,4}\d\d:\d\d",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.CONTACT,
        _line(
            r"(?:media|press|news) (?:contacts?|inquiries|enquiries|office)\b.{0,200}",
            r"(?:contacts?|contact persons?|contactos?)(?: (?:presse|de prensa|médias?"
            r"|para la prensa|media))?\s?:?.{0,200}",
            r"(?:más|mayor|mayores|plus d.|pour plus d.|further|more) (?:información"
            r"|informaciones|informations?|information)\W.{0,80}",
            r"(?:for|pour|para) (?:further|more|additional|plus d.|toute|más|mayor(?:es)?"
            r"|mais|media|press|consultas|obtenir|tout)\b"
            r".{0,30}(?:contact|visit|see|call|contacter|veuillez|consult|visite|comun|enquir"
            r"|inquir|información\b|informação\b|informations?\b).{0,250}",
            r"(?:tel|tél|teléfono|phone|fax|e-?mail|correo electrónico|courriel|cell|mobile"
            r"|website|web|тел|факс|电话|传真|هاتف)"
            r"\W{1,4}.{0,160}",
            r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}",
            r".{0,120}\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}.{0,160}",
            r".{0,80}(?:\+\d[\d ()./-]{7,20}|\(\d{2,4}\) ?\d{3,4}[ -]\d{3,4}).{0,120}",
            r"(?:follow|suivez|síg[au]e).{0,40}(?:twitter|facebook|@|redes).{0,80}",
            r"\d{1,4},? (?:[\w.'’-]+ ){1,5}(?:street|st|avenue|ave|plaza|road|floor|suite"
            r"|boulevard|place)\b.{0,120}",
            r".{0,80}\bN\.?Y\.? ?1\d{4}\b.{0,60}",
        ),
    ),
    (
        Reason.CAPTION,
        _line(
            r"(?:un |file |archive )?(?:photo|foto|image|imagen|picture|crédit|photograph"
            r"|фото|图片|照片|صورة)s?"
            r"(?: (?:by|credit|caption|onu|un|de archivo|d.archives))?\W{1,3}.{0,240}",
            r"(?:caption|légende|leyenda|pie de foto)\s?:.{0,300}",
            r"©.{0,200}",
            r".{0,400}\((?:file|archive|photo|foto|archives?|archivo|file photo"
            r"|photo d.archives|foto de archivo)[^()]{0,30}\)\W?",
            r".{0,400}(?:(?:un |onu |unicef |fao |undp )photo\s?/|foto (?:onu|de la onu)\W"
            r"|photo onu\W|©\s?|\(photo\b)[^.]{1,60}",
        ),
    ),
    (
        Reason.PAGE_NUMBER,
        re.compile(
            r"\W{0,3}\d{1,3}\s?\W{0,3}\s+press release\s.{2,40}|\W{0,3}(?:(?:page|página"
            r"|pagina|p\.|pág\.|стр\.|صفحة|第)\s?)?\d{1,4}(?:\s?(?:of|de|sur|/|out of"
            r"|из)\s?\d{1,4})?"
            r"\s?页?\W{0,3}|\d{3,5}[A-Z]|(?:\(more\)|\(suite\)|\(cont.{0,12}\)|/\.\.\."
            r"|\.\.\./\d{0,3})"
            r"|\W{0,3}page\s+[\divx]{1,4}\W{0,3}",
            re.IGNORECASE,
        ),
    ),
)

_REST_IS_NAVIGATION = _line(
    r"related (?:stories|articles|news|content|links|items|documents|statements|topics|pages"
    r"|events).{0,30}",
    r"(?:more|other|latest|recent|most read|popular|top) (?:news|stories|articles|statements"
    r"|from|on|in|about)\b.{0,60}",
    r"(?:you may also like|read also|see also|also on|news in brief|news tracker|recommended"
    r"|trending|most viewed).{0,60}",
    r"(?:articles? (?:similaires|connexes|liés|récents)|à lire (?:aussi|également)"
    r"|sur le même (?:sujet|thème)|lire aussi"
    r"|dernières (?:actualités|nouvelles)|plus d.actualités).{0,60}",
    r"(?:noticias|artículos|contenidos?|historias|enlaces|documentos) (?:relacionad[oa]s?"
    r"|recientes).{0,40}|lea también.{0,80}"
    r"|(?:últimas|más) noticias.{0,40}|te puede interesar|ver también",
    r"(?:notícias|conteúdos?|artigos) relacionad[oa]s?.{0,40}|leia também.{0,60}"
    r"|читайте также.{0,60}|相关(?:新闻|报道|链接|文章).{0,20}"
    r"|(?:مواضيع|أخبار) ذات صلة.{0,20}",
    r"(?:earlier|previous|past|older|all|other) (?:messages|statements|speeches|editions"
    r"|years|remarks|news).{0,40}",
    r"more on this (?:story|topic).{0,40}",
    r"(?:read|up) next|más leído|les plus lus|next article|siguiente noticia",
    r"related|like this:?|share this:?|recent posts.{0,20}|you might (?:also )?like.{0,30}"
    r"|keep reading.{0,30}",
    r"comments? \(\d+\)|leave a (?:comment|reply).{0,40}|quick links|useful links|footer"
    r"|site footer",
)
_RUNNING = frozenset({Reason.PRINT, Reason.PAGE_NUMBER, Reason.RUNNING_TITLE})
_PARTS_OF_A_PAGE = frozenset({Reason.PRINT, Reason.PAGE_NUMBER})


def reason_for(line: str) -> Reason | None:
    """Why a line on its own is not part of a statement; None when it may be one."""
    if len(line) > _LONGEST:
        return None
    found = next((reason for reason, pattern in TABLE if pattern.fullmatch(line)), None)
    if found is None and (repaired := _repaired(line)) != line:
        return next((reason for reason, pattern in TABLE if pattern.fullmatch(repaired)), None)
    return found


def _repaired(line: str) -> str:
    """A line as it may have been before a machine misread it: NATI0NS, lnformation."""
    if re.fullmatch(r"(?:\w{1,2} ){6,}\w.*", line) and len(line.split()) > 8:
        line = f"press release {line.replace(' ', '')}" if "R E L" in line else "united nations"
    line = re.sub(r"(?<=[A-Z])0(?=[A-Z])", "O", line)
    line = re.sub(r"(?<=[a-z])0(?=[a-z])", "o", line)
    return re.sub(r"\bln(?=[a-z])", "In", re.sub(r"(?<=[a-z])1(?=[a-z])", "l", line))


def reasons(lines: Sequence[Block]) -> list[Reason | None]:
    """For each line of a document why it is no part of the text; None where it may be."""
    found = [reason_for(line.text) for line in lines]
    _mark_mail(lines, found)
    if Reason.MAIL in found:
        _mark_partings(lines, found)
    _mark_running(lines, found)
    _mark_repeated(lines, found)
    _mark_after(lines, found)
    return found


_PARTING = re.compile(
    r"\W{0,4}(?:(?:kind |best |warm )?regards|best|cordialement|saludos"
    r"|atentamente|bien à vous|sincerely|amitiés|abrazos?),?",
    re.I,
)


def _mark_partings(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """The name under “Regards,” of a mail is its writer's."""
    for place in range(1, len(lines)):
        above = lines[place - 1]
        near = lines[place].start - above.end <= 3
        if (
            found[place] is None
            and near
            and len(lines[place].text) < 45
            and _PARTING.fullmatch(above.text)
        ):
            found[place - 1] = found[place] = Reason.MAIL


def _mark_running(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """A symbol or a day beside a page number is printed on every page."""
    for place in range(6, len(lines)):
        text = lines[place].text
        if found[place] is not None or len(text) > 60:
            continue
        if re.match(r"\W{0,3}\d{1,3}\W{1,3}\s?\D", text) and is_symbol(text):
            found[place] = Reason.RUNNING_TITLE
        if found[place - 1] not in _RUNNING:
            continue
        dates = datings.find(text)
        if is_symbol(text) or (dates and dates[0].end - dates[0].start >= len(text) - 3):
            found[place] = Reason.RUNNING_TITLE


_HEADER = re.compile(
    r"\W{0,4}(?:from|to|cc|bcc|sent|subject|date|de|à|a|para|fecha|data|envoyé|enviado|objet"
    r"|asunto|assunto|от|кому|тема|发件人|主题)\s?[:：]",
    re.I,
)


def _mark_mail(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """What stands above the last head of a forwarded mail was written by who forwarded it."""
    heads = [
        place
        for place, line in enumerate(lines)
        if found[place] is Reason.MAIL and _HEADER.match(line.text)
    ]
    runs = [
        place
        for number, place in enumerate(heads)
        if sum(abs(place - other) <= 4 for other in heads[max(0, number - 4) : number + 5]) >= 3
    ]
    if not runs or len(lines) - runs[-1] < 3:
        kept = set(runs)
        for place in heads:
            found[place] = found[place] if place in kept else None
        return
    for place in range(runs[-1]):
        found[place] = found[place] or Reason.MAIL


def is_symbol(text: str) -> bool:
    """Whether a line holds document symbols and hardly anything else."""
    text = re.sub(
        r"^\W{0,3}\d{1,3}\W{0,3}\s|^(?:press release|communiqué de presse"
        r"|comunicado de prensa)\W{0,3}",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(r"^page \d{1,3}\s", "", text, flags=re.I)
    found = symbols.find(text)
    held = sum(symbol.end - symbol.start for symbol in found)
    return bool(found) and held * 2 > len(text)


_ADDRESSED = re.compile(r"(?P<title>.{4,200}?)\s+(?:https?://|www\.)\S{4,190}(?:\s+\d+\s?/\s?\d+)?")


def _mark_repeated(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """A line beside a page number or an address of a print that comes again is a running title."""
    counts = Counter(line.text for line in lines if 3 < len(line.text) < 200)
    for place, line in enumerate(lines):
        addressed = (
            _ADDRESSED.fullmatch(line.text)
            if found[place] is None and len(line.text) < 400
            else None
        )
        if counts[line.text] > 1 and re.match(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s", line.text):
            found[place] = Reason.PRINT
        if addressed and (counts[addressed["title"]] or counts[line.text] > 1):
            found[place] = Reason.PRINT
        if found[place] is not None or counts[line.text] < 2:
            continue
        beside = found[max(0, place - 2) : place] + found[place + 1 : place + 3]
        if _PARTS_OF_A_PAGE & set(beside) and place > 1:
            found[place] = Reason.RUNNING_TITLE


def _mark_after(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """All that follows “Related stories” in the second half of a document is navigation."""
    for place in range(len(lines) // 3, len(lines)):
        text = lines[place].text
        if len(text) < 120 and _REST_IS_NAVIGATION.fullmatch(text):
            following = lines[place + 1 :]
            if not any(len(line.text) > 300 for line in following):
                for rest in range(place, len(lines)):
                    found[rest] = found[rest] or Reason.NAVIGATION
            else:
                found[place] = Reason.NAVIGATION
