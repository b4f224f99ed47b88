"""What transcribing leaves in a text: unseen characters, tags, hyphens, queries; and what only looks so."""

import pytest

from edcheck.engine import check, understand
from edcheck.model import Document, Finding
from edcheck.rule import Rule
from edcheck.rules import BUILT_IN
from edcheck.rules.characters import (
    control_character,
    invisible_character,
    mixed_script_word,
    not_normalised,
    private_use,
    unusual_character,
)
from edcheck.rules.pairs import unclosed_emphasis
from edcheck.rules.residue import (
    illustration_marker,
    line_end_hyphen,
    tag_in_text,
    transcriber_remark,
    unresolved_query,
)
from edcheck.ruleset import RuleSet
from edcheck.testing import best_seconds
from edcheck.testing.examples import apply_first_fixes
from edcheck.text import Source

RULES = (
    control_character.rule,
    invisible_character.rule,
    mixed_script_word.rule,
    not_normalised.rule,
    private_use.rule,
    unusual_character.rule,
    unclosed_emphasis.rule,
    illustration_marker.rule,
    line_end_hyphen.rule,
    tag_in_text.rule,
    transcriber_remark.rule,
    unresolved_query.rule,
)
PAGE = (
    "The Harbour Board met on May 2. The pilots asked the Board for an international harbour light.\n\n"
    "Captain Orlo came by the packet; Captain Orlo liked the pilots. The international harbour light burned.\n"
)


def findings(text: str, *rules: Rule, format: str = "plain") -> list[Finding]:
    result = check(understand(Source.from_text(text, "page"), None, format), RuleSet(rules))
    assert not result.problems
    return result.findings


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "quote"),
    [
        ("Board for", "Bo\x07ard for", "characters/control-character", "\x07"),
        ("Board for", "Bo\u200bard for", "characters/invisible-character", "\u200b"),
        ("Board for", "Bo\xadard for", "characters/invisible-character", "\xad"),
        ("Board for", "Bо\u0061rd for", "characters/mixed-script-word", "Bоard"),
        ("Board for", "Bo\ue001ard for", "characters/private-use", "\ue001"),
        ("an international", "an inter- national", "residue/line-end-hyphen", "inter- national"),
        ("an international", "an inter-\nnational", "residue/line-end-hyphen", "inter-\nnational"),
        ("by the packet", "by the <i>packet</i>", "residue/tag-in-text", "<i>"),
        ("by the packet", "by the [?] packet", "residue/unresolved-query", "[?]"),
        ("by the packet", "by [Illustration] the packet", "residue/illustration-marker", "[Illustration]"),
    ],
)
def test_a_fault_is_told_once_by_one_rule(right: str, wrong: str, rule: str, quote: str) -> None:
    every = [one for one in BUILT_IN if one.scope == "document" and not one.preview]
    (finding,) = findings(PAGE.replace(right, wrong), *every)
    assert (finding.rule, finding.location.quote) == (rule, quote)


def test_a_look_alike_in_a_name_is_no_slip_of_another_kind() -> None:
    text = PAGE.replace("Orlo", "Tarrick") * 3
    every = [one for one in BUILT_IN if one.scope == "document" and one.family in ("words", "characters")]
    (finding,) = findings(text.replace("Tarrick", "Tаrrick", 1), *every)
    assert finding.rule == "characters/mixed-script-word"


@pytest.mark.parametrize("name", ["plain", "html", "tei", "markdown"])
def test_a_well_formed_page_has_nothing(name: str) -> None:
    assert findings(PAGE, *RULES, format=name) == []


def test_a_character_in_many_places_is_one_finding_with_one_fix() -> None:
    text = "\u200b".join(PAGE)
    (finding,) = findings(text, invisible_character.rule)
    assert finding.message_id == "habit"
    broken = PAGE.replace("Board", "Bo\x92ard")
    (finding,) = findings(broken, control_character.rule)
    assert len(finding.related) == 1
    assert apply_first_fixes(broken, [finding]) == PAGE.replace("Board", "Bo’ard")


def test_a_font_of_its_own_is_one_remark() -> None:
    (finding,) = findings("\ue001 \ue002 \ue003 \ue004 \ue001", private_use.rule)
    assert (finding.severity, finding.data["count"]) == ("information", "4")
    assert finding.evidence[0].startswith("U+E001 2 times")


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("В гавани стоял «Opёл», и Oрёл ушёл.", "Орёл"),
        ("Лоцман пришёл c моря; c ним мaтрос.", "матрос"),
        ("Παλιά πóλη και η θάλασσα.", "πόλη"),
    ],
)
def test_words_in_other_scripts(text: str, reads: str) -> None:
    assert reads in [finding.fixes[0].edits[0].new for finding in findings(text, mixed_script_word.rule)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Ein- und Ausfuhr, Haupt- oder Nebenhafen, Vor- sowie Nachsaison.",
        "Avant- et arrière-port, moyen- ou long-courrier.",
        "Северо- и юго-западный ветер, радио- или телестанция.",
        "Socio- y geopolítico; italo- e franco-svizzero.",
        "The first- and second-class passengers, the north- or south-bound boats, a four- to five-mile run.",
        "The well-\nknown pilot and the light-\nkeeper.",
    ],
)
def test_hyphens_that_wait_or_belong_to_a_compound(text: str) -> None:
    assert findings(text, line_end_hyphen.rule) == []


def test_a_text_that_keeps_the_lines_of_the_print_gets_one_remark() -> None:
    words = ["harbour", "breakwater", "lantern", "mooring", "captain", "passage", "channel"]
    text = "\n".join(f"the {word[:3]}-\n{word[3:]} and" for word in words) + "\n\n" + " ".join(words)
    (finding,) = findings(text, line_end_hyphen.rule)
    assert (finding.message_id, finding.severity, finding.data["count"]) == ("kept", "information", "7")


def test_lines_of_the_source_that_tei_records_are_lines() -> None:
    text = "<TEI><text><body><p>a har-<lb/>bour, a har- bour and the harbour</p></body></text></TEI>"
    assert [finding.location.quote for finding in findings(text, line_end_hyphen.rule, format="tei")] != []


@pytest.mark.parametrize(
    ("text", "format", "right"),
    [
        ("<p>The &lt;em&gt;harbour&lt;/em&gt;</p>", "html", "<p>The <em>harbour</em></p>"),
        ("The <b>harbour</b> and <i>more</i>", "plain", "The harbour and more"),
        ("The &lt;b&gt;harbour&lt;/b&gt;", "markdown", "The <b>harbour</b>"),
    ],
)
def test_tags_become_markup_or_go(text: str, format: str, right: str) -> None:
    found = findings(text, tag_in_text.rule, format=format)
    assert apply_first_fixes(text, found) == right


def test_a_plain_text_that_carries_all_its_markup_along_gets_one_warning() -> None:
    (finding,) = findings("<i>a</i> " * 8, tag_in_text.rule)
    assert (finding.message_id, finding.severity, finding.data["count"]) == ("all", "warning", "16")


@pytest.mark.parametrize(
    "query",
    ["[?]", "[word missing]", "[Wort fehlt]", "[mot manquant]", "[слово пропущено]", "[falta una palabra]",
     "[parola mancante]", "[insert date]", "[check spelling]", "[prüfen]", "[à compléter]", "[уточнить]",
     "[completar]", "[da verificare]", "{{place}}", "Lorem ipsum", "TODO"],
)  # fmt: skip
def test_what_is_left_open(query: str) -> None:
    (finding,) = findings(f"The pilots came {query} on board.", unresolved_query.rule)
    assert finding.location.quote == query


@pytest.mark.parametrize(
    "text",
    ["[sic]", "[illegible]", "[12]", "(?)", "What??", "[Names of pilots]", "[a]", "{x}", "chapter XXX was read",
     "XXX. Of pilots", "[checkmate]", "[missing the boat, he swam]"],
)  # fmt: skip
def test_what_is_nobodys_question(text: str) -> None:
    assert findings(f"the pilots came {text} on board", unresolved_query.rule) == []


@pytest.mark.parametrize(
    ("sign", "wrong", "kind"),
    [("_", "_Orme, and", "unclosed"), ("_", "Orme_, and", "unopened"), ("*", "*Orme, and", "unclosed"),
     ("=", "Orme=, and", "unopened")],
)  # fmt: skip
def test_emphasis_without_a_partner(sign: str, wrong: str, kind: str) -> None:
    habit = "".join(f"The {sign}Packet{sign} and the {sign}Gazette{sign} of Arle.\n\n" for _ in range(3))
    (finding,) = findings(f"{habit}The {wrong} the rest.", unclosed_emphasis.rule)
    assert (finding.message_id, finding.location.quote) == (kind, sign)


NASTY = {
    "letters with accents": "e\u0301",
    "accents": "\u0301",
    "zero width spaces": "a\u200b",
    "controls": "\x92",
    "colours": "\x1b[0m",
    "hyphens": "ab- cd ",
    "start tags": "<i>",
    "half tags": "/i>",
    "tags without an end": '<a x="',
    "brackets": "[",
    "queries": "[?",
    "templates": "[insert date ",
    "remarks": "[Transcriber's note ",
    "markers": "[Illustration: ",
    "emphasis": "_a ",
    "crosses": "a XXX b ",
}


@pytest.mark.parametrize("name", NASTY)
def test_work_grows_with_the_text(name: str) -> None:
    small, large = (understand(Source.from_text(NASTY[name] * size, "x"), None, "plain") for size in (2000, 8000))
    for rule in RULES:
        enough = max(8 * _seconds(rule, small), 0.02)
        assert _seconds(rule, large, enough) <= enough, rule.id


def _seconds(rule: Rule, document: Document, enough: float = 0.0) -> float:
    return best_seconds(lambda: list(rule.check(document, rule.options())), enough=enough)
