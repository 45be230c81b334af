"""
From a document to draft statements: read, match, file, three steps in that order.

The reader (``read``) is pure: text in, a ``Reading`` out, no model and no setting. The matcher
(``matching``) proposes records for what was read and writes nothing; the filer (``drafting``)
makes records of what an editor accepted and parses nothing. ``archive`` builds the fixtures from
the founding documents by the same three steps, ``seeding`` puts fixtures into the database.

Floor 4: may import models, leaves and the capabilities of floor 3; only faces import it. This
module imports the reader alone, so that ``from speeches.intake import read`` touches no model.
"""

from .parser import read
from .reading import Reading

__all__ = ["Reading", "read"]
