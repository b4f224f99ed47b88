"""reStructuredText as docutils and Sphinx have it, as far as tables of names go.

Blocks are told by their first line and by how far they are indented; `inline` reads what stands within them.
"""

from edcheck.readers.rest.page import read_rest

__all__ = ["read_rest"]
