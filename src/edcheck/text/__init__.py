"""Bytes, text, positions: knows nothing of editions."""

from edcheck.text.decoding import Decoding
from edcheck.text.source import Source
from edcheck.text.spans import Extent, Position, Span
from edcheck.text.view import TextView, ViewBuilder

__all__ = ["Decoding", "Extent", "Position", "Source", "Span", "TextView", "ViewBuilder"]
