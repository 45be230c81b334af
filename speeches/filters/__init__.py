"""
What an address asks of the list of statements, and what it says back.

Floor 5, for the use of views and feeds: ``SpeechFilter`` reads the parameters, keeps those that
are understood, and says in a sentence what is not; ``heading`` puts the result into one sentence.
"""

from .fields import as_typed
from .sentence import heading
from .speeches import Active, SpeechFilter

__all__ = ["Active", "SpeechFilter", "as_typed", "heading"]
