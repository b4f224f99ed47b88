"""Which hyphens inside a word are surely those of a line's end, and which may be the writer's own."""

import pytest

from edcheck.engine import understand
from edcheck.model import Edition
from edcheck.rule import NoOptions
from edcheck.rules.words import inconsistent_hyphenation
from edcheck.text import Source

PLAIN = "Some row at times, and any man may own a body of water where a thing floats. "


def told(closed: str, hyphenated: str) -> list[tuple[str, str | None]]:
    text = f"{PLAIN}{f'They {closed} saw it. ' * 40}They {hyphenated} saw it."
    rule = inconsistent_hyphenation.rule
    return [
        (draft.message, draft.severity)
        for draft in rule.check(understand(Source.from_text(text), Edition()), NoOptions())
    ]


def test_a_hyphen_that_only_a_line_end_explains_is_a_finding() -> None:
    assert told("sometimes", "some-times") == [("rare", None)]


@pytest.mark.parametrize("parts", ["any-thing", "some-where", "every-body"])
def test_pronouns_that_old_print_parts_are_a_remark(parts: str) -> None:
    assert told(parts.replace("-", ""), parts) == [("even", "information")]
