"""For authors of rules and of readers: rules held against their examples, readers against their laws.

Nothing here needs a test framework: what does not hold is yielded as a `Failure` (rules) or raised as a
`BrokenLawError` (readers), each with an explanation.
"""

from edcheck.testing.contract import check_reader
from edcheck.testing.examples import Failure, apply_first_fixes, check_rule, hull, marked, run
from edcheck.testing.growth import best_seconds, check_linear
from edcheck.testing.law import BrokenLawError

__all__ = [
    "BrokenLawError",
    "Failure",
    "apply_first_fixes",
    "best_seconds",
    "check_linear",
    "check_reader",
    "check_rule",
    "hull",
    "marked",
    "run",
]
