"""Whom to ask, where to find them, and who took the picture."""

from __future__ import annotations

from .line import Formulas

CONTACT = Formulas(
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
    r"(?:follow|suivez|síg[au]e).{0,40}(?:twitter|facebook|@|redes).{0,80}",
    r"\d{1,4},? (?:[\w.'’-]+ ){1,5}(?:street|st|avenue|ave|plaza|road|floor|suite"
    r"|boulevard|place)\b.{0,120}",
    having={
        ("@",): (
            r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}",
            r".{0,120}\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}.{0,160}",
        ),
        ("+", "("): (r".{0,80}(?:\+\d[\d ()./-]{7,20}|\(\d{2,4}\) ?\d{3,4}[ -]\d{3,4}).{0,120}",),
        ("ny", "n.y"): (r".{0,80}\bN\.?Y\.? ?1\d{4}\b.{0,60}",),
    },
)
CAPTION = Formulas(
    r"(?:un |file |archive )?(?:photo|foto|image|imagen|picture|crédit|photograph"
    r"|фото|图片|照片|صورة)s?"
    r"(?: (?:by|credit|caption|onu|un|de archivo|d.archives))?\W{1,3}.{0,240}",
    r"(?:caption|légende|leyenda|pie de foto)\s?:.{0,300}",
    r"©.{0,200}",
    having={
        ("(",): (
            r".{0,400}\((?:file|archive|photo|foto|archives?|archivo|file photo"
            r"|photo d.archives|foto de archivo)[^()]{0,30}\)\W?",
        ),
        ("photo", "foto", "©"): (
            r".{0,400}(?:(?:un |onu |unicef |fao |undp )photo\s?/|foto (?:onu|de la onu)\W"
            r"|photo onu\W|©\s?|\(photo\b)[^.]{1,60}",
        ),
    },
)
