"""The reader's contract: one function from a `Source` to `Markup`.

A reader says only what the markup itself says. It never raises on any content, judges nothing, runs in time
linear in the source, and keeps every view piece equal to its slice of the source.
"""

from collections.abc import Callable

from edcheck.model import Markup
from edcheck.text import Source

Reader = Callable[[Source], Markup]
