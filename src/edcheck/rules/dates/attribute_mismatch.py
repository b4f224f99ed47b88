"""The date in an attribute is not the date in the text beside it.

One of them was mistyped, or came along when the line was copied from the letter before. Where the title of a
letter gives its date too, two statements outvote the third, and the finding lies at the one that stands alone;
otherwise it lies at the attribute, and both repairs are offered.

Statements are compared only on what both give: `May 1921` agrees with every day of that month, `3. 5. 02` with
1902. A day in the Old Style agrees with the same day in the New. Nothing is compared with `c. 1921` or
`yesterday`, nor in a passage marked as wrong in the source (`<sic>`).
"""

from collections.abc import Iterator
from dataclasses import replace

from edcheck.model import DateValue, Document, Draft, EncodedDate, Fix, Place, Severity, StatedDate
from edcheck.recognise.dates.agreement import contradict
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.encoded import Kept, as_written, one_line, replaced

_OF_THE_TITLE = ("sent", "written")
"""Roles of a date that a letter's title gives too."""
_CUSTOM = 5
"""Dates that must differ from their texts to make that a custom, if they are more than those that do not."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    title = document.title_date
    agreed: list[EncodedDate] = []
    outvoted = 0
    severity = _severity(document)
    kept: Kept | None = None
    for encoded in document.encoded:
        claim, text = encoded.claim, encoded.text
        if claim is None:
            continue
        third = title if encoded.element.role in _OF_THE_TITLE else None
        if text is not None and contradict(claim, text):
            outvoted += third is not None
            kept = kept or Kept(document)
            if not kept.overlap(encoded):
                yield replace(_between(document, encoded, claim, text, third), severity=severity)
        elif third is not None and contradict(claim, third):
            agreed.append(encoded)
        elif third is not None:
            outvoted += 1
    if title is not None and agreed and not outvoted:
        yield _title(document, title, agreed)


def _severity(document: Document) -> Severity | None:
    """A warning where most of a document's attributes differ from their texts: they are about something else."""
    compared = [
        contradict(encoded.claim, encoded.text)
        for encoded in document.encoded
        if encoded.claim is not None and encoded.text is not None
    ]
    return "warning" if sum(compared) >= _CUSTOM and 2 * sum(compared) > len(compared) else None


def _between(
    document: Document, encoded: EncodedDate, claim: StatedDate, text: StatedDate, title: StatedDate | None
) -> Draft:
    """The finding that attribute and text differ, at whichever of them stands alone against the title."""
    text_is_wrong = title is not None and not contradict(claim, title) and contradict(text, title)
    attribute_is_wrong = title is not None and not contradict(text, title) and contradict(claim, title)
    data = {"attribute": claim.written, "text": one_line(text.written)}
    related: list[tuple[Place, str]] = []
    evidence: tuple[str, ...] = ()
    if title is not None and (text_is_wrong or attribute_is_wrong):
        related.append((title.place, "the title"))
        evidence = (f"the title says “{one_line(title.written)}”",)
    to_text, to_attribute = _new_value(document, encoded, claim, text), _new_text(document, claim, text)
    if text_is_wrong:
        related.append((claim.place, "the attribute"))
        return Draft(
            "text", text.place, data, tuple(related), evidence, (*to_attribute, *to_text), confidence=0.97
        )
    related.append((text.place, "the text"))
    fixes = to_text if attribute_is_wrong else (*to_text, *to_attribute)
    confidence = 0.97 if attribute_is_wrong else 0.8 if text.doubtful else 0.95
    return Draft("attribute", claim.place, data, tuple(related), evidence, fixes, confidence=confidence)


def _title(document: Document, title: StatedDate, agreed: list[EncodedDate]) -> Draft:
    """The finding that the title differs from all that the markup says of the letter's date."""
    claims = [encoded.claim for encoded in agreed if encoded.claim is not None]
    # What is written on one day may be about another: only of letters does a title give the day of writing.
    sent = all(encoded.element.role == "sent" for encoded in agreed)
    witnessed = sent and (any(encoded.text is not None for encoded in agreed) or len(claims) > 1)
    # One part mistyped is a slip; a wholly different date may be another letter's, which the title names.
    slipped = witnessed and _parts_apart(claims[0].start, title) == 1
    data = {"title": one_line(title.written), "attribute": claims[0].written}
    related = tuple((claim.place, "the attribute") for claim in claims)
    return Draft(
        "title",
        title.place,
        data,
        related,
        fixes=_new_text(document, claims[0], title),
        severity=None if slipped else "warning",
        confidence=0.95 if slipped else 0.8,
    )


def _parts_apart(value: DateValue, title: StatedDate) -> int:
    return sum(one is not None and one != other for one, other in zip(value, _merged(value, title), strict=True))


def _new_value(document: Document, encoded: EncodedDate, claim: StatedDate, text: StatedDate) -> tuple[Fix, ...]:
    """The attribute as the text has it, where one attribute holds one date and the text gives no less than it."""
    if len(encoded.values) != 1 or claim.is_range or text.is_range or claim.start.year is None:
        return ()
    merged = _merged(claim.start, text)
    given = [part for part in merged if part is not None]
    if None in merged[: len(given)]:
        return ()
    return (replaced(document, claim, "-".join((f"{given[0]:04}", *(f"{part:02}" for part in given[1:])))),)


def _merged(value: DateValue, text: StatedDate) -> DateValue:
    year, month, day = text.start
    if year is not None and text.short_year and value.year is not None:
        year += value.year - value.year % text.short_year
    return DateValue(value.year if year is None else year, month or value.month, day or value.day)


def _new_text(document: Document, claim: StatedDate, text: StatedDate) -> tuple[Fix, ...]:
    """The text as the attribute has it, where all that differs is written in figures."""
    place = as_written(document, text)
    if place is None or claim.is_range or text.is_range:
        return ()
    new, written = text.written, text.written
    names = ("year", "month", "day")
    wrong = [
        (text.parts.get(name), said)
        for name, said, own in zip(names, claim.start, _merged(claim.start, text), strict=True)
        if said is not None and own is not None and said != own
    ]
    for at, said in sorted(wrong, key=lambda one: one[0] or place, reverse=True):
        if at is None or not written[at.start : at.end].isdecimal():
            return ()
        figures = _like(written[at.start : at.end], said)
        new = new[: at.start] + figures + new[at.end :]
    return (document.fix(f"change the text to “{one_line(new)}”", place, new),) if new != written else ()


def _like(old: str, number: int) -> str:
    """A number in as many figures as the old one has: years of two, days with their noughts."""
    return str(number)[-len(old) :] if number > 99 else f"{number:0{len(old) if old[0] == '0' else 1}}"


def _header(date: str, title: str = "Edda Quill to Josiah Ostrander, 3 May 1921") -> str:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{title}</title>'
        f'</titleStmt></fileDesc><profileDesc><correspDesc><correspAction type="sent">{date}</correspAction>'
        "</correspDesc></profileDesc></teiHeader><text><body><p>Come.</p></body></text></TEI>"
    )


def _body(date: str) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>On {date} it rained.</p></body></text></TEI>'


rule = Rule(
    id="dates/attribute-mismatch",
    severity="error",
    doc=__doc__,
    messages={
        "attribute": "the attribute says {attribute}, the text “{text}”",
        "text": "the text says “{text}”, the attribute and the title {attribute}",
        "title": "the title says “{title}”, the encoded date {attribute}",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            '<p>On <time datetime="«1921-05-30»">May 3, 1921</time> it rained.</p>',
            '<p>On <time datetime="1921-05-03">May 3, 1921</time> it rained.</p>',
            format="html",
        ),
        Bad(
            _header('<date when="1921-05-03">«03.05.1912»</date>'),
            _header('<date when="1921-05-03">03.05.1921</date>'),
            format="tei",
        ),
        Bad(
            _header('<date when="«1912-05-03»">[3?] May 1921</date>'),
            _header('<date when="1921-05-03">[3?] May 1921</date>'),
            format="tei",
        ),
        Bad(
            _header('<date when="1921-05-03">3 May 1921</date>', "Edda Quill to the pilot, «13 May 1921»"),
            _header('<date when="1921-05-03">3 May 1921</date>', "Edda Quill to the pilot, 3 May 1921"),
            format="tei",
        ),
        Bad(_body('<date from="«1921-05-03»" to="1921-05-06">7–9 May 1921</date>'), format="tei"),
    ),
    good=(
        Good(_header('<date when="1921-05-03">3. V. 21</date>'), format="tei"),
        Good(_header('<date notBefore="1921-05-01" notAfter="1921-05-31">May 1921</date>'), format="tei"),
        Good(
            _body('<date when="1918-02-14">1 February 1918</date>'),
            because="the Old Style of that day",
            format="tei",
        ),
        Good(
            _body('<date when="1675-02-20">10 February 1674</date>'),
            because="a year that began in March",
            format="tei",
        ),
        Good(
            _body('<date when="1921-05-03"><sic>3 May 1912</sic></date>'),
            because="the source has it so",
            format="tei",
        ),
        Good(_body('<date when="1921-05-03">yesterday</date>'), because="no date in the text", format="tei"),
        Good(_body('<date when="1921">c. 1920</date>'), because="the text gives it as a guess", format="tei"),
        Good(
            _body('<date when="1921-05-03">the 3d of May</date>'),
            because="less than the attribute says",
            format="tei",
        ),
    ),
)
