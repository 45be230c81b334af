"""
Formulas of official texts, as tables: what a line is, what a kind of statement is called.

Each entry is one regular expression over one line, without nested repetition, so that the reader
stays linear. English, French and Spanish; a new language or formula is a new line here.
"""

from __future__ import annotations

import re

from .accents import optional
from .alternatives import by_letters
from .scripts import arabic, chinese, russian

STATUS = (
    (
        "transcript",
        re.compile(
            optional(
                r"\b(?:unofficial|uncorrected|near-verbatim|rush)? ?transcript\b|transcription\b"
                r"|transcripción"
            ),
            re.I,
        ),
    ),
    (
        "as-delivered",
        re.compile(
            optional(r"\bas delivered\b|tel que prononcé|tal como (?:fue|se) pronunci"), re.I
        ),
    ),
    (
        "as-prepared",
        re.compile(
            optional(
                r"check against (?:the )?delivery|as prepared(?: for delivery)?|(?:prononcé"
                r"|texte prononcé) fait foi"
                r"|vérifier au prononcé|cotejar|verificar|verifíquese|verifique|conferir com"
                r"|сверить|сверять|проверять"
                r"|(?:发言|讲话)为准|与发言核对|请对照发言|الإلقاء"
            ),
            re.I,
        ),
    ),
)
"""How near a text is to what was said, where the document says so."""

KINDS = (
    (
        "video-message",
        r"video[- ]?(?:message|statement)|message vidéo|(?:mensaje|mensagem) (?:de|en"
        r"|em) v[íi]deo|videomensaje|видеообращение",
    ),
    ("message", r"messages?|mensajes?|mensagem|послани[ея]|сообщение|(?:ال)?رسالة"),
    (
        "remarks",
        r"(?:opening |closing |keynote |introductory |welcoming |concluding )?remarks"
        r"|observations liminaires|observations"
        r"|palabras|remarques|comentarios",
    ),
    (
        "speech",
        r"(?:keynote )?(?:address|speech)|discours|allocution|discurso|alocuci[oó]n|alocução"
        r"|lecture|речь|речи|обращение|كلمة|خطاب",
    ),
    (
        "statement",
        r"statements?|explanation of (?:vote|position)|right of reply|response"
        r"|d[ée]clarations?|declaraci(?:[oó]n|ones)|intervention|intervenci[oó]n"
        r"|intervenção|declaração|выступление"
        r"|выступления|заявлени[ея]|(?:ال)?بيان",
    ),
    ("article", r"op-ed|article|opinion piece|tribune|artículo de opinión"),
)
"""What statements are called, and the kind of ``Speech`` that each is."""

KIND_WORDS = by_letters(optional("|".join(words for _, words in KINDS)))
_HAN = {
    "video-message": "视频(?:致辞|讲话|信息)",
    "message": "致辞|贺词|献词|贺信|信息$",
    "remarks": "讲话要点",
    "speech": "讲话|演讲|发言稿",
    "statement": "发言|声明",
    "article": "署名文章",
}
"""In Chinese words stand without spaces between them."""
KIND = re.compile(
    "|".join(
        rf"(?P<k{n}>(?<![^\W\d_])(?:{optional(words)})(?![^\W\d_])|{_HAN[kind]})"
        for n, (kind, words) in enumerate(KINDS)
    ),
    re.IGNORECASE,
)
WRITTEN = frozenset({"message", "article"})
RECORDED = frozenset({"video-message"})

INTRODUCTION = re.compile(
    optional(
        r"(?:(?:the )?following (?:is|are|was|were|(?:[\w’'-]+ ){0,5}(?:statement|message|remarks"
        r"|text|address|speech|transcript|release))\b|(?:here|below) (?:is|are|follows)\b"
        r"|please find (?:below|attached|enclosed)\b|find below\b"
        r"|on trouvera,? ci-(?:après|dessous)\b|(?:vous trouverez|veuillez trouver) ci-(?:après"
        r"|dessous)\b|ci-après|voici\b"
        r"|(?:la|le) (?:déclaration|message|discours|texte|communiqué|allocution)(?: suivante?)\b"
        r"|a continuación\b|(?:el|la) siguiente (?:mensaje|declaración|texto|discurso)\b"
        r"|se reproduce\b|(?:este|el siguiente) es el (?:texto|mensaje)\b"
        r"|segue(?:-se)? (?:abaixo|a seguir|o texto|a íntegra)\b|a seguir\b|leia a seguir\b"
        r"|ниже (?:приводится|следует|публикуется)\b|以下(?:是|为)|فيما يلي)"
    ),
    re.IGNORECASE,
)
"""How a press release introduces the text that follows."""

INTRODUCES = re.compile(
    optional(
        r"(?:made|issued|delivered|gave|released|sent|addressed)\b.{0,60}?\bthe following"
        r" (?:statement|remarks|message|address|text|speech)\b.{0,80}:"
        r"|(?:hizo|formuló|emitió|pronunció|dirigió|divulgó|dio a conocer)\b.{0,80}?\b(?:la|el)"
        r" siguiente (?:declaración|mensaje|discurso|texto|comunicado)\b.{0,80}:"
        r"|(?:fait|prononcé|publié|adressé|diffusé|livré)\b.{0,60}?\b(?:la déclaration|le message"
        r"|l.allocution|le discours|le communiqué) suivante?\b.{0,80}:"
        r"|(?:fez|emitiu|proferiu|divulgou|dirigiu)\b.{0,80}?\b(?:a|o) seguinte"
        r" (?:declaração|mensagem|discurso|nota)\b.{0,80}:"
    ),
    re.IGNORECASE,
)
"""How one begins who tells first whose text it is: “Name today made the following statement:”."""

SALUTATION = re.compile(
    optional(
        r"(?:(?:thank you,? (?:very much,? )?)?(?:mr\.?|madam|madame|mister|lord mayor|dear"
        r"|distinguished"
        r"|honou?rable|your|esteemed|respected)(?: \w+)? "
        r"(?:president|co-?chair\w*|chair\w*|secretary|co-chairs?|moderator|vice-president|speaker"
        r"|under-secretary|executive|minister"
        r"|colleagues?|delegates?|friends?|members?|guests?|participants?|ambassadors?"
        r"|excellenc\w+|highness\w*|majest\w+|representatives?|ministers?|panell?ists|director\w*"
        r"|heads?)\b"
        r"|(?:your )?excellenc(?:y|ies)\b|ladies and gentlemen\b|dear friends\b"
        r"|distinguished \w+\b|friends\b|colleagues\b|all protocols? \w+"
        r"|(?:merci,? )?(?:m\.|mme|monsieur|madame|messieurs|mesdames)(?: (?:le|la"
        r"|les))? (?:président\w*|secrétaire|ministres?|co-?président\w*|ambassad\w+|messieurs"
        r"|vice|modérat\w+|directeur|directrice|représentants?|délégués?)\b"
        r"|mesdames et messieurs\b|mesdames, messieurs\b|excellences\b|chers? (?:collègues"
        r"|amis)\b|chères? \w+|distingués \w+|honorables \w+"
        r"|(?:gracias,? )?(?:muchas gracias,? )?(?:se[ñn]or|sr\.?|señora|sra\.?|señores|señoras"
        r"|distinguid[oa]s?|estimad[oa]s?|honorables?|querid[oa]s|compañer[oa]s|herman[oa]s"
        r"|excelent[ií]sim[oa]s?) (?:president\w+|secretari\w+|ministr\w+|embajador\w*"
        r"|director\w*|y señores|delegad\w+|colegas|representantes?|amig\w+|señor\w*|miembros"
        r"|vicepresident\w+|copresident\w+|moderador\w*)\b"
        r"|excelencias?\b|señoras y señores\b|damas y caballeros\b|compañer[oa]s\b"
        r"|amigas y amigos\b|colegas\b"
        r"|(?:obrigad[oa],? )?(?:senhora?|sr\.?|sra\.?|caros?|caras?|prezad[oa]s?|distint[oa]s"
        r"|ilustres) (?:president\w+|ministr\w+|secretári\w+|colegas|amig\w+|delegad\w+"
        r"|embaixador\w*|senhor\w*)\b"
        r"|senhoras e senhores\b|excelências?\b"
        rf"|{russian.SALUTATIONS}|{arabic.SALUTATIONS}|{chinese.SALUTATIONS})"
    ),
    re.IGNORECASE,
)
"""How a speaker turns to the audience; a text that is spoken begins so."""

CLOSING = re.compile(
    r"(?:i |we |and i |once again,? i )?(?:thank(?:s| you)(?: all)?\b|je vous remercie"
    r"|merci\b|(?:muchas )?gracias\b|(?:muito )?obrigad[oa]|спасибо|благодарю|谢谢|شكرا)",
    re.IGNORECASE,
)
"""How a speaker ends."""

NAME = r"[A-ZÀ-ÖØ-Þ][\w'’&-]*"
"""A word that begins with a capital."""

_SMALL = (
    "of|for|on|the|and|des|de|du|la|le|les|pour|para|las|los|del|a|à|against|to|with|from|through"
    "|et|y|e|da|do|das|dos|contra|contre"
)
TRAILING_SMALL_WORDS = re.compile(rf"(?: (?:{_SMALL}))+$")

OCCASION = re.compile(
    r"\b(?:marking|to mark|we mark|marks|marked|celebrating|to celebrate|observing|commemorating"
    r"|observance of|on the occasion of|(?:[Mm]essage|[Rr]emarks) (?:on|for)) (?:the )?"
    rf"(?P<name>(?:{NAME}|\d+)(?: (?:{NAME}|(?:{_SMALL})(?!\w))){{0,14}})",
)
"""An observance or event that a statement marks, by its name in capitals."""

IS_OBSERVANCE = re.compile(
    r"(?<![Tt]his )(?<![Ll]ast )(?<![Nn]ext )(?<![Ee]ach )(?<![Ee]very )(?<!per )(?<!One )(?<!New )"
    r"\b(?:Day|Week|Month|Year|Decade|Journ[ée]e|Semaine|Ann[ée]e|D[ée]cennie|D[íi]a|Semana|Año|Decenio"
    r"|Dia|Ano|Década|Anniversary|anniversaire"
    r"|[Aa]niversario|DAY|WEEK|YEAR|MONTH|DECADE|JOURN[ÉE]E|SEMAINE|ANN[ÉE]E|D[ÍI]A|SEMANA|AÑO"
    r"|ANNIVERSARY|ДЕНЬ|ДНЯ|ДНЮ|[Дд]ень|[Дд]ня|[Дд]ню)\b|日|اليوم",
)

GATHERING = by_letters(
    optional(
        r"symposium|conference|forum|summit|congress|meeting|session|panel|roundtable|round table"
        r"|seminar"
        r"|workshop|dialogue|debate|assembly|committee|council|ceremony|event|consultations?"
        r"|launch|opening|briefing|discussion|gathering"
        r"|expo|exhibition|reception|luncheon|hearing|observance|celebration|commemoration"
        r"|segment|plenary|week|review|webinar|lecture|retreat|fair|festival|commencement"
        r"|graduation|dinner|breakfast|lunch|award|colloquium|course|hackathon|convention|talks"
        r"|assizes|commission|rally|inauguration"
        r"|conférence|sommet|réunion|colloque|débat|assemblée|comité|conseil|cérémonie|séminaire"
        r"|atelier|séance|ouverture|table ronde|congrès|inauguration|lancement|commémoration"
        r"|consultation"
        r"|conferencia|cumbre|reunión|foro|período de sesiones|periodo de sesiones|sesión|debate"
        r"|asamblea|comité|comisión|consejo|ceremonia|seminario|taller|apertura|mesa redonda"
        r"|congreso|inauguración|encuentro|diálogo|acto|evento|lanzamiento|consulta"
        r"|conferência|cúpula|cimeira|reunião|fórum|fórum|sessão|assembleia|comissão|conselho"
        r"|cerimónia|cerimônia|abertura|seminário|diálogo"
    )
)
_PROPER = (
    "Symposium|Conference|Forum|Summit|Congress|Meeting|Session|Panel|Roundtable|Seminar"
    "|Workshop|Dialogue|Debate|Assembly"
    "|Committee|Ceremony|Event"
)
NAMED_EVENT = re.compile(rf"\b{NAME} (?:(?:{NAME}|of|for|on|the|and) ){{0,10}}(?:{_PROPER})\b")
"""A meeting by its name in capitals: Development Cooperation Symposium."""

AT_AN_EVENT = re.compile(
    r"\b(?:at|during|told|addressing) "
    rf"(?P<event>(?:an?|the|this year.s) (?:[\w-]+ ){{0,6}}(?:{GATHERING})\b"
    r"[^.;:“”\"\n]{0,160})",
    re.IGNORECASE,
)
"""An event by what it is: “an event marking …”. What follows, up to the stop, belongs to it."""

AT_THE_GATHERING = re.compile(
    rf"\b(?:at|to|during) (?:the|this|that) (?:[\w-]+ ){{0,2}}(?:gathering|{GATHERING})\b",
    re.IGNORECASE,
)
"""A meeting named before and only pointed at: “at the gathering”."""

_NO_MONTH = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)"
)
PLACE = re.compile(
    r"\b(?:at|in) (?:the )?(?P<place>(?:UN|United Nations) Headquarters"
    rf"(?: in {NAME}(?: {NAME})?)?|(?<=\bin ){_NO_MONTH}{NAME}(?: {NAME}){{0,2}})"
)
"""Where something took place: after *in* and a name, or Headquarters."""

ORGANIZERS = re.compile(
    r"\b(?:convened|organi[sz]ed|hosted|sponsored)(?: jointly)? by "
    rf"(?P<names>(?:the )?{NAME}(?: (?:{NAME}|of|for|on|the|and|in)){{0,20}})"
)

STOP_WORDS = {
    "en": "the of and to in that is for on with as are be this by we our was has have it he "
    "she said at from will",
    "fr": "de l d à s qu n c je m le la les des et en que est pour dans une nous qui sur au "
    "du par aux ce cette ont sont il elle avec pas plus",
    "es": "de la el los las y en que es para con una por del nos se su al la de un lo más "
    "como este esta ha son no",
    "pt": "de o os as e em que é para com uma por do da nos se ao não dos das na no um mais "
    "como são foi pela pelo",
    "ru": "и в на что мы это с по для не как из к за",
}
SCRIPTS = (("ar", "\u0600", "\u06ff"), ("zh", "\u4e00", "\u9fff"), ("ru", "\u0400", "\u04ff"))


def kind_named(text: str) -> tuple[str, int, int] | None:
    """The first word that says what kind of statement this is: the kind, and its span."""
    found = KIND.search(text)
    if found is None:
        return None
    kind = next(KINDS[int(name[1:])][0] for name, word in found.groupdict().items() if word)
    return kind, found.start(), found.end()


def language_of(text: str) -> str:
    """The language of a text, by its script and commonest words; empty when it can't be told."""
    sample = text[:6000]
    letters = sum(character.isalpha() for character in sample) or 1
    for code, first, last in SCRIPTS:
        if sum(first <= character <= last for character in sample) * 3 > letters:
            return code
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    best, second = _ranked(words)
    if best[0] and second[0] * 3 > best[0] * 2:  # two languages: the one that comes first
        best, _ = _ranked(words[: max(60, len(words) // 3)])
    return best[1] if best[0] else ""


def _ranked(words: list[str]) -> list[tuple[int, str]]:
    """The two languages whose commonest words are found most often."""
    counts = [
        (sum(map(set(stops.split()).__contains__, words)), code)
        for code, stops in STOP_WORDS.items()
    ]
    return sorted(counts, key=lambda pair: -pair[0])[:2]
