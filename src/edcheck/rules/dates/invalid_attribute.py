"""An attribute that encodes a date holds no date.

A year with five figures, a day that its month does not have, points where hyphens belong: whatever sorts, searches
or draws a calendar by such a value passes it over or fails. The finding offers the values that one slip explains;
the text beside the attribute, where it is a date, decides between them.

TEI's `when`, `from`, `to`, `notBefore` and `notAfter` take the notations of XML Schema (`1921-12-03`, `1921-12`,
`--12-03`), their `-iso` forms also ISO 8601 and EDTF (`1921-12~`, `192X`), HTML's `datetime` that of HTML. A value
that is understood but belongs into the `-iso` form is only pointed out, and so is one in the notation of EDTF's
draft of 2012 (`192u`, `unknown/1921`). A date in figures at the head of a file
(`date: 1848-13-04`) is held to the same notation.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, EncodedDate, StatedDate
from edcheck.recognise.dates.edtf import modernised
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.encoded import replaced, value_fixes


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for encoded in document.encoded:
        for name, value in encoded.values.items():
            if value.verdict != "valid":
                if not _copied(value, encoded):
                    yield _draft(document, encoded, name, value)
            elif value.notation == "iso":
                yield from _of_iso(document, name, value)


def _of_iso(document: Document, name: str, value: StatedDate) -> Iterator[Draft]:
    """What is understood, but not where it stands, or only in the draft of 2012."""
    new = modernised(value.written)
    data = {"name": name, "value": value.written, "new": new}
    if not name.endswith("-iso"):
        yield Draft("notation", value.place, data, severity="information")
    elif new != value.written:
        fix = replaced(document, value, new, "unsafe")
        yield Draft("draft", value.place, data, fixes=(fix,), severity="information")


def _copied(value: StatedDate, encoded: EncodedDate) -> bool:
    """Whether the text has the same impossible day: then the fault is the text's, and reported there."""
    text = encoded.text
    if text is None or text.verdict != "impossible":
        return False
    return value.verdict == "impossible" and value.start == text.start


def _draft(document: Document, encoded: EncodedDate, name: str, value: StatedDate) -> Draft:
    blank = value.fault == "blank"
    return Draft(
        "empty" if value.fault == "empty" else value.verdict,
        value.place if value.written else encoded.element.tag,
        {"name": name, "value": value.written, "reason": value.reason},
        fixes=value_fixes(document, value, "safe" if blank else "suggestion") if value.written else (),
        severity="warning" if blank else None,
        confidence=0.97,
    )


def _tei(date: str) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>On {date} it rained.</p></body></text></TEI>'


rule = Rule(
    id="dates/invalid-attribute",
    severity="error",
    doc=__doc__,
    messages={
        "malformed": "{name}=“{value}” is no date: {reason}",
        "impossible": "{name}=“{value}” is not in the calendar: {reason}",
        "empty": "{name} holds no date: it is empty",
        "draft": "{name}=“{value}” is in the notation of EDTF's draft of 2012; EDTF writes “{new}”",
        "notation": "{name}=“{value}” is in a notation that {name}-iso takes and {name} does not",
    },
    check=check,
    fix="safe",
    bad=(
        Bad(
            '<p>On <time datetime="«19216-05-03»">May 3, 1926</time> it rained.</p>',
            '<p>On <time datetime="1926-05-03">May 3, 1926</time> it rained.</p>',
            format="html",
        ),
        Bad(
            '<p>On <time datetime="«1921-06-31»">the last of June</time> it rained.</p>',
            '<p>On <time datetime="1921-06-30">the last of June</time> it rained.</p>',
            format="html",
        ),
        Bad(
            _tei('<date when="«1921-5-3»">3 May 1921</date>'),
            _tei('<date when="1921-05-03">3 May 1921</date>'),
            format="tei",
        ),
        Bad(
            _tei('<date when="«03.05.1921»">the day after</date>'),
            _tei('<date when="1921-05-03">the day after</date>'),
            format="tei",
        ),
        Bad(
            _tei('<date when="«1921-05-1921»">a day in May</date>'),
            _tei('<date when="1921-05">a day in May</date>'),
            format="tei",
        ),
        Bad(
            _tei('<date when="«1921-05-03 »">3 May</date>'),
            _tei('<date when="1921-05-03">3 May</date>'),
            format="tei",
        ),
        Bad(
            _tei('<date when="«1921-17-05»">that day</date>'),
            _tei('<date when="1921-05-17">that day</date>'),
            format="tei",
        ),
        Bad(_tei('<date notBefore="1921" notAfter="«1922~»">then</date>'), "", format="tei"),
        Bad(_tei('<date when-iso="«192u»">then</date>'), _tei('<date when-iso="192X">then</date>'), format="tei"),
        Bad(
            _tei('<date when-iso="«1921~/unknown»">then</date>'),
            _tei('<date when-iso="1921~/">then</date>'),
            format="tei",
        ),
        Bad("---\ndate: «1848-13-04»\n---\n\nRain.\n", format="markdown"),
    ),
    good=(
        Good("---\ndate: 1848-06-30\n---\n\nRain.\n", format="markdown"),
        Good("---\ndate: 2018-2019-20\n---\n\nRain.\n", format="markdown"),
        Good(
            '<p>At <time datetime="14:30">half past two</time>, for <time datetime="PT2H">hours</time>.</p>',
            format="html",
        ),
        Good('<p><time datetime="1921-W18">That week</time>.</p>', because="HTML has weeks", format="html"),
        Good(_tei('<date when="--05-03">3 May</date>'), because="a day of any year", format="tei"),
        Good(_tei('<date when="-0043-03-15">the Ides</date>'), because="a year before Christ", format="tei"),
        Good(
            _tei('<date when="1921-06-31">31 June 1921</date>'),
            because="the fault is the text's",
            format="tei",
        ),
        Good(
            _tei('<date when="1900-02-29">29 February</date>'),
            because="a leap day of the old calendar",
            format="tei",
        ),
        Good(_tei('<date when-iso="192X" from-iso="1921~/..">once</date>'), because="EDTF", format="tei"),
        Good(
            _tei('<date when-custom="Ab urbe condita 2674">once</date>'),
            because="a notation of one's own",
            format="tei",
        ),
    ),
)
