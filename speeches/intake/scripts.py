"""
Who speaks and on what occasion, where a head is in Arabic, Chinese or Russian.

These languages know no capitals to tell a name by, or bend it: the formulas of their official
texts are tables here, one row for each way of putting it. Groups: office, name, event.
"""

from __future__ import annotations

import re

from .credits import Credit

Span = tuple[int, int]

_HAN = r"[\u4e00-\u9fff·•]"
_HAN_OFFICE = (
    r"(?:代表团团长|常驻代表|副代表|代表|秘书长|部长|主席|总理|总统|大使|外长|署长|主任|司长|参赞"
    r"|国务委员|总干事|高级专员|执行主任|协调员|行政首长|发言人|特使|公使|团长)"
)
_RU_KIND = (
    r"(?:послани[ея]|выступлени[ея]|заявлени[ея]|реч[ьи]|обращени[ея]|доклад|слов[оа]|сообщени[ея])"
)
_RU_EVENT = r"(?:по случаю|в связи с|на|в ходе|в рамках|перед|посвящ[её]нн\w+)"
_RU_OFFICE = (
    r"(?:генеральн|постоянн|заместител|министр|президент|посол|посла|председател|директор"
    r"|исполнительн|глав|руководител|представител|премьер|секретар|верховн|администратор"
    r"|координатор)"
)
_AR_OFFICE = (
    r"(?:الأمين(?:ة)? العام(?:ة)?|الرئيس(?:ة)?|رئيس(?:ة)?|وزير(?:ة)?|السفير(?:ة)?|سفير(?:ة)?"
    r"|المندوب(?:ة)?|مندوب(?:ة)?|الممثل(?:ة)?|ممثل(?:ة)?|المدير(?:ة)?|مدير(?:ة)?|نائب(?:ة)?"
    r"|المفوض(?:ة)?|وكيل(?:ة)?|القائم بالأعمال|أمير|ملك)"
)

_ROWS: dict[str, tuple[re.Pattern[str], ...]] = {
    "zh": (
        re.compile(
            r"(?:^|\n)(?!联合国|常驻)(?P<name>[\u4e00-\u9fff]{2,3})(?P<office>副部长|部长|外长|总理|主席|大使|国务委员)在"
        ),
        re.compile(
            rf"(?P<office>[^\n，。：:（）“”]{{0,30}}?{_HAN_OFFICE})[，、]?(?:特命全权)?(?P<name>{_HAN}{{2,16}}?)(?:大使"
            rf"|公使|参赞|先生|女士|部长|阁下|博士|同志)?"
            r"(?:\n|，|的)?(?:今[天日]|昨[天日])?(?:在|就|于|向|关于|为)"
        ),
        re.compile(
            rf"(?P<office>[^\n，。：:（）“”]{{0,30}}?{_HAN_OFFICE})[\s，、]*(?P<name>{_HAN}{{2,16}}?)(?:大使"
            rf"|公使|先生|女士|阁下)?(?:致辞|发言|讲话|声明|的?(?:致辞|发言|讲话|声明|贺信|献词))"
        ),
        re.compile(
            rf"(?:^"
            rf"|\n)\s*(?P<office>[^\n，。：:]{{0,30}}?{_HAN_OFFICE})[\s，、]+(?P<name>{_HAN}{{2,16}})\s*(?:大使"
            rf"|公使|先生|女士|阁下)?(?=\n|$)"
        ),
        re.compile(
            rf"(?:^"
            rf"|\n)\s*(?P<name>{_HAN}{{2,12}})[\s，、（(]+(?P<office>[^\n，。：:]{{0,30}}?{_HAN_OFFICE})[）)]?(?=\n"
            rf"|$)"
        ),
        re.compile(
            rf"(?P<office>(?:联合国)?{_HAN_OFFICE})(?:在|就|关于|的|致|发表|{_HAN}{{0,12}}致辞|{_HAN}{{2,30}}献词)"
        ),
    ),
    "ar": (
        re.compile(
            rf"(?:يلقي(?:ه|ها)|ألقا(?:ه|ها)|أدلى (?:به|بها)|كلمة|بيان)\s(?:سعادة |معالي "
            rf"|السيد(?:ة)? |السفير(?:ة)? "
            rf"|الدكتور(?:ة)? "
            rf"){{1,3}}(?P<name>[^\n،:؛.]{{4,40}})\s?[،,\n]\s?(?P<office>[^\n،:؛.]{{0,30}}{_AR_OFFICE}[^\n،:؛.]{{0,80}})"
        ),
        re.compile(
            rf"(?P<office>(?:[^\n،:؛.]{{0,20}}\s)??{_AR_OFFICE}[^\n،:؛.]{{0,90}})\s?[،,]\s?(?:السيد(?:ة)?"
            rf"|سعادة|معالي|الدكتور(?:ة)?"
            rf"|السفير(?:ة)?)?\s?(?P<name>[^\n،:؛.]{{4,50}}?)(?=\s?[،:؛.\n]|\s(?:في|أمام"
            rf"|بمناسبة|خلال|لدى|إلى|بشأن)\s|$)"
        ),
        re.compile(
            rf"(?:^|\n)\s*(?:سعادة |معالي |السيد(?:ة)? |السفير(?:ة)? "
            rf"|الدكتور(?:ة)? "
            rf"){{1,3}}(?P<name>[^\n،:؛.]{{4,40}})\s?[،,\n]\s?(?P<office>(?:ال)?{_AR_OFFICE}[^\n،:؛.]{{0,80}})"
        ),
        re.compile(
            rf"(?:رسالة|كلمة|بيان|خطاب)\s(?:موجهة من\s"
            rf"|من\s)?(?P<office>(?:ال)?{_AR_OFFICE}(?:\sلل?أمم المتحدة)?)"
        ),
    ),
    "ru": (
        re.compile(
            rf"(?i:{_RU_KIND})\s+(?P<office>(?i:{_RU_OFFICE})[^\n,:.]{{3,140}}?)[,\n]?\s+(?:(?:г-на"
            rf"|г-жи|г-н|г-жа|Е\.П\.|посла|господина"
            rf"|госпожи)\s+)?(?P<name>[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё-]+"
            rf"|[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+){{1,3}})(?=\s+(?i:{_RU_EVENT})\b|[,\n]|$)"
        ),
        re.compile(
            rf"(?i:{_RU_KIND})\s+(?P<office>(?i:{_RU_OFFICE})[^\n,:.]{{3,140}}?)(?=\s+(?i:{_RU_EVENT})\s"
            rf"|[,:\n]|$)"
        ),
        re.compile(
            rf"(?:^|\n)\s*(?P<office>(?i:{_RU_OFFICE})[^\n,:.]{{3,140}}?)[,\n]?\s+(?:(?:г-н"
            rf"|г-жа|Е\.П\.)\s+)?(?P<name>[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+){{1,3}})(?=[,\n]"
            rf"|$)"
        ),
        re.compile(
            rf"(?:^"
            rf"|\n)\s*(?P<name>[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+){{1,3}}),\s+(?P<office>(?i:{_RU_OFFICE})[^\n:.]{{3,140}})"
        ),
    ),
}
_EVENTS: dict[str, tuple[re.Pattern[str], ...]] = {
    "zh": (
        re.compile(
            r"(?:在|于|为|就|致)(?P<event>[^\n，。：:]{3,60}?(?:会议|大会|届会|会|论坛|峰会|辩论|委员会|研讨会|仪式|磋商"
            r"|[”》]))(?:开幕式|闭幕式)?(?:上|下|中|期间|议题下)?(?:的|所作|发表|致)?(?:发言|讲话|致辞|声明|主旨)"
        ),
        re.compile(r"(?P<event>(?:联合国|世界|国际|全球)[^\n，。：:在]{1,30}日)"),
        re.compile(r"在(?P<event>[^\n，。：:]{4,60}?)(?:上|期间|中)的?(?:发言|讲话|致辞|声明)"),
    ),
    "ar": (
        re.compile(r"(?:بمناسبة|احتفالا ب|بمناسبه)\s?(?:الاحتفال ب)?(?P<event>[^\n،:؛.]{4,110})"),
        re.compile(
            r"(?:في|أمام|خلال|لدى|إلى)\s(?P<event>(?:افتتاح |الجلسة |الدورة |دورة |المؤتمر "
            r"|مؤتمر |الاجتماع |اجتماع |المنتدى |منتدى |القمة |قمة |اللجنة |المناقشة |الندوة "
            r"|ندوة |حلقة )[^\n،:؛.]{2,110})"
        ),
    ),
    "ru": (
        re.compile(r"(?i:по случаю|в связи с|посвящ[её]нн\w+)\s+(?P<event>[^\n,:.]{4,120})"),
        re.compile(
            r"(?<!\w)(?i:на|в ходе|перед)\s+(?P<event>[^\n,:]{0,60}?(?i:сесси|конференци"
            r"|заседани|форум|саммит|совещани|конгресс|дебат|ассамбле|церемони|встреч|открыти"
            r"|комитет|симпозиум|семинар)[^\n,:.]{0,120})"
        ),
    ),
}
_BEFORE_NAME = re.compile(
    r".*\s(?:التي وجهت?ها?|الذي (?:ألقاه|أدلى به)|التي ألقتها|يلقيها|يلقيه|ألقاها|ألقاه|وجهها"
    r"|أدلى به|أدلت به)\s"
)


def author(text: str, language: str) -> Credit | None:
    """The person who speaks, by the formulas of the language; None where none fits."""
    for pattern in _ROWS.get(language, ()):
        if found := pattern.search(text):
            groups = found.groupdict()
            name = found.span("name") if groups.get("name") else None
            start, end = found.span("office")
            if before := _BEFORE_NAME.match(text[start:end]):
                start += before.end()
            return Credit(name, (start, end), found.start(), found.end())
    return None


def event(text: str, language: str) -> Span | None:
    """The event or observance, by the formulas of the language."""
    for pattern in _EVENTS.get(language, ()):
        if found := pattern.search(text):
            return found.span("event")
    return None
