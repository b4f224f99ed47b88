import pytest

from edcheck.engine import check, understand
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.testing.growth import best_seconds
from edcheck.text import Source

PAIRS = RuleSet(BUILT_IN).narrowed(["pairs"])


@pytest.mark.parametrize(
    ("text", "format", "passage"),
    [
        ("They went on (so his clerk.\n\nThe next day was fine.", "plain", "“(so his clerk.”"),
        ("They went on (so his clerk[^1].\n\n[^1]: Of Tarnmouth.\n", "markdown", "“(so his clerk.”"),
        ("The day was fine.\n\nThey went on, so his clerk).", "plain", "“They went on, so his clerk)”"),
    ],
)
def test_a_passage_that_a_message_quotes_ends_with_its_paragraph(text: str, format: str, passage: str) -> None:
    found = check(understand(Source.from_text(text), format=format), PAIRS).findings
    assert [passage in one.message for one in found] == [True]
    assert all(outside not in found[0].message for outside in ("fine", "Tarnmouth"))


def test_work_grows_with_the_marks_of_one_block_that_have_no_partner() -> None:
    (rule,) = PAIRS.narrowed(["pairs/unclosed-quote"]).rules

    def seconds(marks: int) -> float:
        document = understand(Source.from_text("«" * marks))
        return best_seconds(lambda: list(rule.check(document, rule.options())))

    assert seconds(20_000) < 8 * seconds(5_000)
