"""Wikitext as the wikis of Wikimedia have it, as far as tables of names go: nothing is expanded.

What a template does only its wiki knows. `templates` names those that hold text or notes; all others are markup.
"""

from edcheck.readers.wikitext.page import read_wikitext

__all__ = ["read_wikitext"]
