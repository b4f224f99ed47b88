"""Texts that nobody transcribed: every rule looks at them, in every format, and none fails."""

import pytest

from edcheck.engine import check, check_edition, understand
from edcheck.readers import FORMATS
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.text import Source

EVERY_RULE = RuleSet(BUILT_IN).narrowed(preview=True)
HARBOUR = "A quiet harbour lay before them, and the pilot said nothing at all that day. "
HUGE = "9" * 5000
OTHER_DIGITS = "²³①②Ⅻ٣٤५９８𝟗"
TEXTS = {
    "nothing": "",
    "blanks": " \n\n\t\n",
    "no word": "— … ! ? ; 1 2 3 *** \n" * 200,
    "one line": HARBOUR * 400,
    "notes alone": "\n".join(f"[{number}] A note of 4 July 19{number % 90 + 10}." for number in range(1, 300)),
    "lone surrogates": "Mo\ud800day, 12 Feb\ud800uary 1918 [1] “\udc80 \n\n[1] \udfff\n" * 20,
    "references to surrogates": "<p>In J&#xD800;ly 4, 1918 &#xDFFF; &#xFFFFFFFF; &#0;</p><h1>&#xD800;</h1>",
    "carriage returns": "A short paragraph.\r\rAnd one that goes\ron, July 44, 1918.\r\r" * 50,
    "controls": "A \x1b[0mshort\x07 par\0 of \0words. \x85\x0b\x0c [1]\n\n" * 50,
    "one sign": "".join(f"{sign * 900}\n\n" for sign in "-_*=<>[(?,.&#`~|\\"),
    "signs to the end": "\n\n" + "-" * 300,
    "huge items": "\n".join(f"{number}. item\n{HUGE}. other" for number in range(1, 20)),
    "huge pages": f"[p. {HUGE}]\n\n{HARBOUR}\n\n" * 12,
    "huge chapters": f"CHAPTER {HUGE}\n\n{HARBOUR}\n\n" * 12,
    "huge notes": f"{HARBOUR}[{HUGE}]\n\n" * 12,
    "long Roman chapters": f"CHAPTER {'M' * 10_000}.\n\n{HARBOUR}\n\n" * 6,
    "long Roman items": f"{'xi' * 5000}. {HARBOUR}\n\n" * 6,
    "other digits": "".join(
        f"{sign}. item [{sign}] July {sign}, 19{sign}8\n\nCHAPTER {sign}\n\n[p. {sign}]\n\n{sign}\n\n{HARBOUR}\n\n"
        for sign in OTHER_DIGITS
    ),
    "headings": "".join(f"{'#' * (number % 6 + 1)} Heading {number}\n\n" for number in range(600)),
    "deep items": "".join(f"{'  ' * depth}1. item\n" for depth in range(200)),
    "deep lists": "<ol><li>1. x" * 500,
    "breaks": "<p>" + "".join(f'<pb n="{HUGE}{number}"/> {HARBOUR}' for number in range(12)) + "</p>",
}


@pytest.mark.parametrize("format", sorted(FORMATS))
@pytest.mark.parametrize("name", TEXTS)
def test_no_rule_fails(name: str, format: str) -> None:
    document = understand(Source.from_text(TEXTS[name], "odd"), None, format)
    result = check(document, EVERY_RULE)
    assert result.facts is not None
    whole = check_edition([result.facts], EVERY_RULE, {"odd": document}.get)
    assert [problem for problem in (*result.problems, *whole.problems) if problem.kind == "rule-failed"] == []
