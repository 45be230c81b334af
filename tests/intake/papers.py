"""Papers that the reader is tried on: the founding documents, and invented ones of their kinds."""

from functools import cache
from pathlib import Path

from speeches.intake import read
from speeches.offsets import decode

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
MESSAGE = FIXTURES / "documents" / "003_4c7a4ca5e05de16a.txt"
STORY = FIXTURES / "documents" / "000_877a6427c41ded7e.txt"


@cache
def message():
    """The founding document of 2012, as read."""
    return read(decode(MESSAGE.read_bytes())[0])


@cache
def story():
    """The founding document of 2017, as read."""
    return read(decode(STORY.read_bytes())[0])


INVENTED_MESSAGE = """\
For information only - not an official document

UNIS/SGSM/9999
3 March 2031

United Nations Secretary-General Rosalind Okafor-Lindqvist

Message on the International Day of Shared Wells

5 March 2031

VIENNA, 5 March (UN Information Service) - A well that two villages dig belongs to both.

1. Water is not a gift.
It is a duty.

I ask every Government to keep its wells open.

* *** *

Media contacts: press desk
"""

INVENTED_RELEASE = """\
DSG/SM/99001-DEV/99002

DEPUTY SECRETARY-GENERAL SAYS BRIDGES NEED TWO BANKS

18 October 2031
Department of Public Information • News and Media Division • New York

Following are Deputy Secretary-General Tomas Achterberg’s remarks, as prepared for delivery, at \
the opening of the forum on river crossings, in Nairobi, 17 October:

Thank you, Madam Chair.

A bridge has two banks, and so has a bargain.

* *** *

For information media • not an official record
"""

INVENTED_STORY = """\
UN News
Facebook Twitter Print Email

Share the harvest, urges UN food chief
14 May 2031
Economic Development

Nobody should eat alone, Director of the World Orchard Programme Ingrid Halvorsen said on Monday.

“We have apples enough,” she told a meeting in Geneva to mark World Orchard Day. “What we lack is \
carts.”

## *Carts for all*

The road from the orchards is older than the States it crosses.

Earlier this week farmers met in Lima for a two-day Andean Harvest Conference, hosted by the \
Government of Peru and the Potato Union.

“Terraces were the first cooperation,” Minister for Rural Affairs Mateo Quispe said at the \
gathering.

“They still hold.”
"""
