"""HTML."""

from edcheck.model import Markup
from edcheck.readers.plain import read_plain
from edcheck.text import Source


def read_html(source: Source) -> Markup:
    """Placeholder until the reader lands in its own commit."""
    return read_plain(source)
