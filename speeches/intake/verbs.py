"""Verbs of saying, by which a story tells that somebody said something."""

from __future__ import annotations

import re

from .alternatives import by_letters, in_any_case
from .scripts import arabic, chinese, russian

ENGLISH_INVERTED = "said|says|added|adds|asked|according to|explained|replied|joked|wrote"
"""Those that may stand before the name: “said Ms. Adjei”."""
ENGLISH = (
    r"said|says|added|adds|adding|told|tells|urge[ds]|urging|called|stress(?:ed|es)|noted"
    r"|notes|noting|highlighted"
    r"|underscor(?:ed|ing|es)|underlined|cautioned|warn(?:ed|s)|emphasi[sz]ed|explain(?:ed|s)"
    r"|continued|declared"
    r"|stated|announced|welcomed|pointed out|recalled|expressed|reiterated|affirmed|appealed"
    r"|argued|asked|replied|answered"
    r"|praised|acknowledged|pledged|agreed|concluded|remarked|insisted|observed|described"
    r"|put it|commented|promised|admitted"
    r"|recounted|spoke|was speaking|joked|mused|laughed|recommended|predicted|estimated"
    r"|countered|vowed|lamented|suggested|confirmed|reported|revealed|wondered|advised"
    r"|repeated|summed up|summarized|proposed|thanks|feared|hoped|believes?|thought|quipped"
    r"|wrote|tweeted|thanked|hailed|reminded|went on|quoted as saying|according to|declares"
    r"|commended|invited|paid tribute|encouraged|complained"
)
FRENCH = (
    r"a (?:\w+ )?(?:dit|déclaré|affirmé|ajouté|souligné|indiqué|expliqué|précisé|rappelé"
    r"|estimé|averti|insisté|noté|lancé|demandé|conclu|assuré|reconnu|annoncé|exhorté|appelé"
    r"|plaidé|observé|martelé|poursuivi|remarqué|salué|répondu|fait (?:remarquer|valoir"
    r"|observer|savoir)|mis en garde|raconté|résumé|promis|regretté|déploré|confié|relevé"
    r"|proposé|conseillé|tranché|souhaité|alerté|admis|avoué|plaisanté|répliqué|renchéri"
    r"|soutenu|prévenu|signalé|encouragé|remercié|prié|écrit|répété|commenté|confirmé|glissé"
    r"|nuancé|invité|soupiré|ironisé)"
    r"|(?:s['’]est|se sont) (?:\w+ )?(?:félicitée?|inquiétée?|exclamée?|réjouie?|interrogée?)"
    r"|dit|déclare|affirme|ajoute|souligne|indique|explique|précise|rappelle|estime|selon"
    r"|d['’]après|insiste|note"
    r"|ont (?:dit|déclaré|affirmé|souligné)|déclarait|résume|raconte|lance|plaide|conclut"
    r"|poursuit|observe"
)
SPANISH = (
    r"dijo|declaró|afirmó|añadió|agregó|señaló|subrayó|destacó|indicó|explicó|sostuvo|aseguró"
    r"|recordó|advirtió|insistió|manifestó|expresó|apuntó|enfatizó|precisó|concluyó|pidió"
    r"|instó|reconoció|anunció|comentó|aseveró|remarcó|puntualizó|resumió|preguntó|respondió"
    r"|contó|relató|resaltó|planteó"
    r"|ha (?:dicho|declarado|afirmado|señalado|subrayado|destacado|explicado|asegurado"
    r"|recordado|advertido)|según|dice|afirma|explica|señala|asegura"
)
PORTUGUESE = (
    r"disse|afirmou|declarou|acrescentou|destacou|ressaltou|sublinhou|explicou|lembrou"
    r"|alertou|apontou|enfatizou|segundo|concluiu|observou|defendeu|contou|pediu|reconheceu"
    r"|anunciou|salientou|frisou"
)
_ELSEWHERE = rf"(?=[\u0600-\u06ff])(?:{arabic.VERBS})|(?=[\u0400-\u04ff])(?:{russian.VERBS})"
VERBS = by_letters(f"{ENGLISH}|{FRENCH}|{SPANISH}|{PORTUGUESE}|{_ELSEWHERE}")
_IN_CHINESE = rf"(?=[\u4e00-\u9fff])(?:{chinese.VERBS})"
WIDE = (
    r"[a-zñáéíóú]{2,}(?:ó|aron|ieron)|a (?:[a-zà-ÿ]+ ){0,2}[a-zà-ÿ]{2,}(?:é|is|it|u|i)"
    r"|[a-z]{3,}(?:ou|eu|iu)"
)
WIDE_VERB = re.compile(rf"(?<![\w-])(?=\w)(?:{VERBS}|{WIDE})(?![\w-])|{_IN_CHINESE}", re.IGNORECASE)
"""Verbs beside a quotation, where hardly any verb is not one of saying."""
VERB = re.compile(rf"(?<![\w-])(?=\w)(?:{in_any_case(VERBS)})(?![\w-])|{_IN_CHINESE}")
