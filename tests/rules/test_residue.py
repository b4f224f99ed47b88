"""Navigation that was left in a text, and words that only look like it."""

import pytest

from edcheck.engine import check, understand
from edcheck.model import Finding
from edcheck.rules.residue import navigation_residue
from edcheck.ruleset import RuleSet
from edcheck.text import Source

RULE = RuleSet((navigation_residue.rule,))
BODY = "The mill fell in May, and the bridge in June.\n\n" * 6


def findings(text: str, name: str = "page.txt") -> list[Finding]:
    result = check(understand(Source.from_text(text, name)), RULE)
    assert not result.problems
    return result.findings


@pytest.mark.parametrize(
    "label",
    ["return return", "top top", "Back to top", "[back]", "[return]", "next | previous", "Return to text", "↑ Top",
     "Go to the top of the page", "Next chapter", "previous – contents – next", "« Home | Top »", "nach oben",
     "retour au texte"],
)  # fmt: skip
@pytest.mark.parametrize("after", ["", "\n\nThe end of it."])
def test_a_label_on_its_own(label: str, after: str) -> None:
    (finding,) = findings(f"{BODY}{label}{after}")
    assert finding.location.quote == label
    assert finding.fixes[0].edits[0].new == ""


@pytest.mark.parametrize(
    "block",
    ["Return!", "Home", "Contents", "Index", "Next", "up", "Return, return, and see.", "He went back to the top.",
     "The top of the page was torn.", "Back to the mill", "Top"],
)  # fmt: skip
def test_words_within_the_text(block: str) -> None:
    assert findings(f"{BODY}{block}\n\n{BODY}") == []


def test_a_word_alone_at_the_end_or_among_notes_is_residue() -> None:
    (finding,) = findings(f"{BODY}return")
    assert finding.location.quote == "return"
    noted = f"The mill [1] fell, the bridge [2] held.\n\n{BODY}1. In May.\n\nreturn\n\n2. In June.\n\n{BODY}"
    assert [found.location.quote for found in findings(noted)] == ["return"]


def test_linked_navigation_of_a_page_is_legitimate() -> None:
    linked = "".join(f'<p>{n}. Note.</p><p><a href="#f{n}">return</a></p>' for n in range(3))
    assert findings(linked, "page.html") == []
    assert [found.location.quote for found in findings(linked + "<p>return</p>", "page.html")] == ["return"]
    assert findings("<p>The mill.</p><p>Back to top</p>", "page.html") == []
