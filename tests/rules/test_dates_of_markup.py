"""What the rules on encoded dates say beyond their examples: at which statement, how sure, with which fixes."""

from edcheck.engine import check, understand
from edcheck.model import Document, Finding
from edcheck.rules.dates import RULES
from edcheck.ruleset import RuleSet
from edcheck.testing import best_seconds
from edcheck.text import Source

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
<fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc>
<profileDesc><correspDesc><correspAction type="sent">{date}</correspAction></correspDesc>
<langUsage><language ident="de">Deutsch</language></langUsage></profileDesc></teiHeader>
<text><body><p>{body}</p></body></text></TEI>"""
TITLE = "Edda Quill an den Lotsen, 3. Mai 1921"


def findings(date: str = "", title: str = TITLE, body: str = "Komm.") -> list[Finding]:
    source = Source.from_text(LETTER.format(date=date, title=title, body=body), "letter.xml")
    return check(understand(source), RuleSet(RULES)).findings


def said(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.rule.partition("/")[2], finding.message_id, finding.location.quote) for finding in found]


def test_two_statements_outvote_the_third() -> None:
    for date, title, expected in (
        ('<date when="1921-05-03">3. 5. 1912</date>', TITLE, ("text", "3. 5. 1912")),
        ('<date when="1912-05-03">3. 5. 1921</date>', TITLE, ("attribute", "1912-05-03")),
        ('<date when="1921-05-03">3. 5. 1921</date>', TITLE.replace("21", "12"), ("title", "3. Mai 1912")),
        ('<date when="1921-05-03">4. 5. 1921</date>', TITLE.replace("3.", "5."), ("attribute", "1921-05-03")),
    ):
        found = findings(date, title)
        assert said(found) == [("attribute-mismatch", *expected)]
        assert found[0].related


def test_what_the_title_says_is_evidence_where_it_decides() -> None:
    (decided,) = findings('<date when="1921-05-03">3. 5. 1912</date>')
    assert decided.evidence == ("the title says “3. Mai 1921”",)
    (open_,) = findings('<date when="1921-05-03">3. 5. 1912</date>', "Briefe")
    assert (open_.evidence, len(open_.fixes)) == ((), 2)


def test_a_title_of_another_day_altogether_is_only_suspect() -> None:
    (found,) = findings('<date when="1921-05-03">3. 5. 1921</date>', "Antwort auf den Brief vom 17. Juni 1919")
    assert (found.message_id, found.severity) == ("title", "warning")
    (slip,) = findings('<date when="1921-05-03">3. 5. 1921</date>', "An den Lotsen, 3. Juni 1921")
    assert (slip.message_id, slip.severity) == ("title", "error")


def test_an_attribute_without_a_text_is_compared_with_the_title() -> None:
    (found,) = findings('<date when="1921-05-13"/>')
    assert (found.message_id, found.severity) == ("title", "warning")
    assert not findings('<date when="1921-05-03"/>')


def test_an_impossible_text_is_no_contradiction_too() -> None:
    found = findings('<date when="1921-07-01">31. 6. 1921</date>', "Briefe")
    assert said(found) == [("impossible-date", "impossible", "31. 6. 1921")]


def test_a_date_in_the_text_is_reported_once() -> None:
    found = findings(
        body='Am <date when="1921-07-01">31. Juni 1921</date> fror es, am <date>31. 6. 19</date> nicht.'
    )
    assert said(found) == [
        ("impossible-date", "impossible", "31. Juni 1921"),
        ("impossible-date", "impossible", "31. 6. 19"),
    ]


def test_an_impossible_day_in_text_and_attribute_is_one_fault() -> None:
    found = findings('<date when="1921-06-31">31. 6. 1921</date>', "Briefe")
    assert said(found) == [("impossible-date", "impossible", "31. 6. 1921")]
    found = findings('<date when="1921-06-31">30. 6. 1921</date>', "Briefe")
    assert said(found) == [("invalid-attribute", "impossible", "1921-06-31")]


def test_what_is_kept_as_the_source_has_it_is_no_fault() -> None:
    for text in ("<sic>3. 5. 1912</sic>", "3. 5. 19<sic>12</sic>", "<sic>31. 6. 1912</sic>"):
        assert not findings(body=f'<sic>a</sic> <date when="1921-05-03">{text}</date> <sic>b</sic>')
    assert findings(body='<sic>a</sic> <date when="1921-05-03">3. 5. 1912</date> <sic>b</sic>')


def test_time_is_linear() -> None:
    def document(count: int) -> Document:
        pieces = ('<sic>a</sic><date when="1921-05-03"><sic>4. 5. 1921</sic></date> ', "<date>31. 6. 1921</date> ")
        body = "".join(pieces) * count
        return understand(Source.from_text(LETTER.format(title="", date="", body=body), "letter.xml"))

    rules, few, many = RuleSet(RULES), document(500), document(4000)
    enough = 20 * best_seconds(lambda: check(few, rules)) + 0.05
    assert best_seconds(lambda: check(many, rules), enough=enough) < enough


def test_an_invalid_attribute_is_no_contradiction_too() -> None:
    found = findings('<date when="19211-05-03">3. 5. 1912</date>', "Briefe")
    assert said(found) == [("invalid-attribute", "malformed", "19211-05-03")]
    assert [fix.title for fix in found[0].fixes][:1] == ["change to “1912-05-03”"]


def test_a_custom_of_the_edition_is_only_a_warning() -> None:
    dates = [f'<date when="1921-05-{day:02}">{day + 1}. Mai 1921</date>' for day in range(1, 7)]
    assert {found.severity for found in findings(body=" ".join(dates))} == {"warning"}
    assert {found.severity for found in findings(body=" ".join(dates[:2]))} == {"error"}


def test_fixes_keep_the_way_in_which_figures_are_written() -> None:
    for text, fixed in (("03.05.12", "03.05.21"), ("3/5 912", "3/5 921"), ("13. 5. 1921", "3. 5. 1921")):
        found = findings(f'<date when="1921-05-03">{text}</date>')
        assert [fix.title for fix in found[0].fixes][:1] == [f"change the text to “{fixed}”"]


def test_no_text_is_changed_that_has_markup_inside() -> None:
    (found,) = findings('<date when="1921-05-03">3. 5. 19<unclear>12</unclear></date>')
    assert [fix.title for fix in found.fixes] == ["change to “1912-05-03”"]


def test_the_end_that_the_text_does_not_fit_is_the_wrong_one() -> None:
    (first,) = findings('<date notBefore="1922-05-01" notAfter="1921-05-31">3. 5. 1921</date>')
    (last,) = findings('<date notBefore="1921-05-01" notAfter="1920-05-31">3. 5. 1921</date>')
    assert (first.location.quote, last.location.quote) == ("1922-05-01", "1920-05-31")
    assert [fix.title for fix in (*first.fixes, *last.fixes)] == [
        "change to “1921-05-01”",
        "change to “1921-05-31”",
    ]
