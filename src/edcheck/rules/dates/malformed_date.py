"""A date cannot be read as it stands.

Scanners take `II` for 11 and `l` for 1, typists lose a letter of the month or set a stop for a comma. The
finding says what is wrong and offers what was meant, so far as one change explains it. A spelling or a stop
that the document uses throughout is its custom and left alone, and so are the stops of an old dateline
(`Mar. 8. 1650.`).
"""

from collections.abc import Iterator

from edcheck.model import Date, Document, Draft, Edition
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import excused, quoted, readings_as_fixes

_ABBREVIATED = lazy_pattern(r"(?:[^\W\d_]+[.,]? )?[^\W\d_]+\.")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for date in document.dates:
        if date.verdict == "malformed" and not excused(document, date) and not _in_old_dateline(document, date):
            yield _draft(document, date)


def _in_old_dateline(document: Document, date: Date) -> bool:
    """Whether a dateline has the stops that old prints set where we set commas."""
    if date.role != "dateline" or date.fault != "stop-for-comma":
        return False
    return _ABBREVIATED.match(document.quote(date.extent)) is not None


def _draft(document: Document, date: Date) -> Draft:
    certain = len(date.readings) == 1
    # Old prints set stops where we set commas: a quoted imprint (`Mar. 8. 1650`) may be right.
    old_print = date.fault in ("stop-for-comma", "stray-comma") and _ABBREVIATED.match(document.quote(date.extent))
    return Draft(
        "malformed",
        date.extent,
        {"date": quoted(document, date), "reason": date.reason},
        fixes=readings_as_fixes(document, date, "unsafe" if certain else "suggestion"),
        severity="warning" if old_print else None,
        confidence=0.8 if old_print else 0.97 if certain else 0.9,
    )


rule = Rule(
    id="dates/malformed-date",
    severity="error",
    doc=__doc__,
    messages={"malformed": "“{date}” cannot be read as a date: {reason}"},
    check=check,
    fix="unsafe",
    bad=(
        Bad("The council met on «Febuary 3» in the barn.", "The council met on February 3 in the barn."),
        Bad("Dunmarrow, «Ju1y 4, 19l8»", "Dunmarrow, July 4, 1918"),
        Bad(
            "The Gazette for «September\nII, 1869», prints it.", "The Gazette for September\n11, 1869, prints it."
        ),
        Bad("Harbour Gazette, «July 8. 1918»", "Harbour Gazette, July 8, 1918"),
        Bad("The record of «1918-13-45» is lost."),
        Bad("Ostrander left on «July 4, 19575»."),
        Bad("Adopted on «31 August 1918»Gazette No. 185", "Adopted on 31 August 1918 Gazette No. 185"),
        Bad("Written on «Anril 5, 1923», in haste.", "Written on April 5, 1923, in haste."),
        Bad("Am «3. Dezmber 1921» fror es.", "Am 3. Dezember 1921 fror es.", edition=Edition(language="de")),
    ),
    good=(
        Good("Dunmarrow, July 4, 1918"),
        Good("They met on July 8. 1918 was a hard year.", because="a sentence ends before the year"),
        Good("Sept. 7. 1736. Oct. 9. 1736. Nov. 11. 1737.", because="the stop is this document's custom"),
        Good(
            "The clerk of Arle wrote in his register:\n\n“Mar. 8. 1650.\n\n“Orlow was buried.”",
            because="an old dateline",
        ),
        Good("Done this 2d. day of Octr. 1741, at Dunmarrow.", because="old forms are no errors"),
        Good("Mark 3, 14 and Augustus 12", because="neither is a month"),
        Good("Am 3. Feber 1921 und am 5. Octbr. fror es.", because="old forms", edition=Edition(language="de")),
        Good("In Januar 1918 und am 3 Februar", because="months of another language"),
        Good("The speech (July 1918a) was printed.", because="a letter that tells works of one year apart"),
    ),
)
