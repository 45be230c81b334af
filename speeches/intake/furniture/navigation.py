"""The furniture of a web page: menus, sharing, languages, and the list of other pages below."""

from __future__ import annotations

from collections.abc import Sequence

from speeches.intake.paste import Block
from speeches.intake.reading import Reason

from .line import Formulas
from .other_scripts import REST_ELSEWHERE

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

NAVIGATION = Formulas(
    rf"(?:{_SHARING})(?:\s*[|/·•,]?\s*(?:{_SHARING})){{0,12}}",
    rf"(?:{_MENU})(?:\s*[|/·•>»›]?\s*(?:{_MENU})){{0,14}}",
    r"global perspective\W{0,3}human stories",
    r"(?:l.info|l.actualité) mondiale.{0,40}|(?:mirada|noticias) global.{0,40}",
    r"un news|onu info|noticias onu|onu news|новости оон|联合国新闻|أخبار الأمم المتحدة",
    r"(?:skip|jump) to (?:main )?(?:content|navigation).{0,20}",
    r"(?:aller|passer) au contenu(?: principal)?|(?:pasar|ir"
    r"|saltar) al contenido(?: principal)?",
    r"in progress at unhq|en cours au siège de l.onu|en curso en la sede.{0,20}",
    r"(?:available languages?|langues disponibles|idiomas disponibles)\s?:.{0,80}",
    r"(?:disponible en|available in)(?:english|español|français|português|\s)+",
    r"(?:javascript (?:is|must be|has been)|please enable javascript)\b.{0,160}",
    r"note: where available, the pdf.{0,160}|download (?:pdf|full text|word)(?:download pdf)?",
    r"(?:close|search|open)(?: (?:search|window|menu|modal))+|expandir imagen|ampliar(?: imagen)?",
    r"(?:bienvenid[oa]s?|bienvenue|bem-vind[oa]s?) (?:a|à|aux|al|às?|na)\b.{0,50}|أهلا بكم.{0,40}",
    r"watch (?:the|this|it|on|online|live|video)\b.{0,60}",
    r"(?:bookmark|bookmark and share|rss)(?: (?:and|share|rss))*",
    r"(?:show all|read more|back to (?:top|list|news|statements|all \w+)|see (?:all"
    r"|more)|view all|load more)",
    r"(?:lire la suite|en savoir plus|haut de (?:la )?page|retour.{0,30}|voir (?:plus"
    r"|tout|aussi))",
    r"(?:leer más|ver más|volver.{0,30}|ver todo|saiba mais|voltar.{0,30}|leia mais"
    r"|читать далее|更多)",
    r"(?:receive|get) (?:daily|weekly|our) .{0,120}",
    r"[♦•►▶→] ?(?:receive|recevez|reciba|receba|download|téléchargez|descargue|follow"
    r"|suivez|siga|get|listen)\b.{0,200}",
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
    r"[\[(](?:english|français|french|español|spanish|portuguese|português|anglais"
    r"|inglés|francés|original.{0,30}|русский|中文|العربية)(?: (?:version|original|text"
    r"|follows).{0,30})?[\])]",
    r"(?:[【\[（][^】\]）]{1,12}[】\]）]\s?){1,6}",
    r"(?:distr|original|language)\W{0,3}: ?\w.{0,40}|page \d+ of \d+",
    r"search this site|services|ministry|our perspective",
    r"an official website of .{3,80}|here.s how you know"
    r"|(?:this is )?an? (?:official )?(?:government"
    r"|\.gov) (?:web)?site.{0,60}|official websites use .{0,60}|secure \.gov websites.{0,60}",
    r"(?:\[\s?[^\[\]]{1,40}\s?\]\s*[|·]?\s*){2,12}",
    r"(?:a[+-]\s?|aa?\s?){2,4}|(?:text|font) size.{0,30}|(?:visto|visitas|hits|views"
    r"|lecturas)\s?:\s?\d.{0,12}",
    r"tweet(?:ar|er)?|pin it|me gusta|j.aime|recommend|votes?|rating|click here.{0,80}",
    r"(?:this page (?:was )?)?last (?:updated|modified|revised).{0,60}|(?:page )?created.{0,40}",
    r"you are visitor .{0,60}|visitors? since .{0,40}|comments to (?:the )?webmaster.{0,60}"
    r"|(?:site )?(?:designed|hosted|powered|maintained) by .{2,60}|webmaster.{0,40}",
    r"(?:stay|keep) (?:connected|in touch|informed|up to date).{0,60}|connect with us.{0,30}",
    r"(?:icono del sitio|site icon|icône du site|ícone do site)\b.{0,60}"
    r"|select (?:a )?page|(?:<{1,2}|[‹←])\s(?-i:[A-ZÀ-Þ])[\w -]{2,30}"
    r"|this page was (?:last )?(?:accessed|modified|updated|printed).{0,60}",
    r"foia|no fear act|sitemap|privacy|cookies|rss feeds?|newsletter|back|close|print version"
    r"|printer[- ]friendly.{0,30}|version imprimable|versión (?:para )?impri\w+|pdf version",
    r"help us improve .{0,60}|ayúdanos a mejorar.{0,60}|aidez-nous à améliorer.{0,60}",
    r"s.abonner.{0,60}|voir toutes les .{2,40}|ver todas las .{2,40}|view all .{2,40}"
    r"|see all .{2,40}|plan du site|mapa (?:del sitio|web)|accessibilité\b.{0,40}",
    r"toggle (?:navigation|menu|search)|close(?: menu)?|main (?:menu|navigation)"
    r"|breadcrumb",
    r"advertisement|publicité|publicidad|sponsored",
    r"(?:select|choose) (?:your )?language.{0,40}|idioma|langues?|languages?",
    r"©.{0,20}(?:united nations|nations unies|naciones unidas|undp|unctad"
    r"|all rights).{0,80}",
    r"(?:all rights reserved|tous droits réservés|todos los derechos reservados).{0,80}",
    having={
        ("http",): (
            r".{0,200}(?:follow|click|visit) (?:on )?(?:this|the|here"
            r"|following) ?(?:link)?\b.{0,20}"
            r"https?:.{0,160}",
        ),
        (">", "»", "›", "/"): (
            r"(?!\d|[\w ]{3,20} / [\w ]{3,20}:\s)[\w’' -]{2,40}"
            r"(?:\s[>»›/]\s[\w’',&:-][\w’',&: -]{1,80}){1,6}",
            r"(?!.{0,60}(?:statement|remarks|message|declar|déclar"
            r"|address))[^\W\d]+(?: [^\W\d]+){0,3} / [^\W\d]+(?: [^\W\d]+){0,3}",
        ),
        ("|", "•"): (
            r"(?-i:[A-ZÀ-Þ0-9’' -]{3,40})(?:\s?[|•]\s?(?-i:[A-ZÀ-Þ0-9’' -]{2,40})){1,8}",
            r"(?!.{0,200}\d{4})[^|\n]{2,40}(?:\s\|\s[^|\n]{2,40}){2,9}",
        ),
    },
)
_REST = Formulas(
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
    r"statements on (?:\d|[a-z]+day).{0,30}|did you know\W{0,3}|le saviez-vous\W{0,3}",
    r"¿sabías que\W{0,5}|enlaces de interés.{0,20}|liens utiles.{0,20}|links úteis.{0,20}",
    r"more on this (?:story|topic).{0,40}",
    r"(?:read|up) next|más leído|les plus lus|next article|siguiente noticia",
    r"related|like this:?|share this:?|recent posts.{0,20}|you might (?:also )?like.{0,30}"
    r"|keep reading.{0,30}",
    r"(?:statements|messages|speeches|declaraciones|déclarations) (?:on|of|du|del) .{4,40}\d{4}",
    r"comments? \(\d+\)|leave a (?:comment|reply).{0,40}|quick links|useful links|footer"
    r"|site footer|tags|tagged|etiquetas|mots[- ]clés|palabras clave|labels|filed under|topics?"
    r"|más leíd[oa]s|lo más (?:leído|visto)|les plus (?:lus|consultés)|most popular"
    r"|this entry was posted.{0,200}|bookmark the permalink.{0,40}|\d+ (?:thoughts|responses"
    r"|replies"
    r"|comments) (?:on|to)\b.{0,160}|\d+ comentarios?|\d+ commentaires?"
    r"|enlaces (?:de interés|útiles|externos)|liens utiles|sites? (?:amis|liés|relacionados)"
    r"|post navigation|share this (?:page|article|story|entry|statement).{0,20}"
    r"|stay connected.{0,60}|is this page useful.{0,10}|was this (?:page|article) helpful.{0,10}"
    r"|(?:speech|statement|message|remarks|discours|discurso|mensaje|declaración) (?:by|par|por|de)"
    r"|un entities involved.{0,60}|goals we are supporting.{0,60}"
    r"|entidades de la onu involucradas.{0,60}|objetivos que estamos apoyando.{0,60}"
    r"|entités des nations unies .{0,60}|objectifs que nous (?:soutenons|appuyons).{0,60}",
)


_LONGEST_OF_A_LIST = 180
"""Letters of a line below “Related stories” that is still a headline or a teaser."""


def mark_after(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """All that follows “Related stories” in the second half of a document is navigation."""
    last_long = max(
        (n for n, line in enumerate(lines) if len(line.text) > _LONGEST_OF_A_LIST), default=-1
    )
    for place in range(len(lines) // 3, len(lines)):
        text = lines[place].text
        if len(text) < 160 and (_REST.fullmatch(text) or REST_ELSEWHERE.fullmatch(text)):
            if last_long <= place:
                found[place:] = [reason or Reason.NAVIGATION for reason in found[place:]]
                return
            found[place] = Reason.NAVIGATION
