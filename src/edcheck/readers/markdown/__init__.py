"""Markdown as CommonMark, GitHub, pandoc and the makers of static sites have it.

pulldown-cmark parses; `masks` keeps from it what is none of its business; `runs` reads what it leaves as text:
notes above all, since a call without a note is to the parser just text in brackets, and to an editor a fault.
"""

from edcheck.readers.markdown.page import read_markdown

__all__ = ["read_markdown"]
