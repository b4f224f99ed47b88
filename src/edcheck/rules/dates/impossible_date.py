"""A date is not in the calendar.

June has 30 days and 1918 had no 29 February: a figure was misread, mistyped, or printed wrong. The finding
offers the month's last day and the days that differ by one figure; where the text gives the date in both
calendars, the day that fits the other one comes first. Nothing is decided: compare the print.

Days of the Julian calendar (29 February 1900 in Russia) and double years (`February 29th, 1663-64`) are right,
and so is what the text itself marks with `[sic]`.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile

from edcheck.model import Document, Draft, Edition, EncodedDate
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import excused, quoted, readings_as_fixes
from edcheck.rules.dates.encoded import Kept, one_line, text_fixes


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for date in document.dates:
        if date.verdict != "impossible" or excused(document, date):
            continue
        yield Draft(
            "impossible",
            date.extent,
            {"date": quoted(document, date), "reason": date.reason},
            fixes=readings_as_fixes(document, date),
            confidence=0.97,
        )
    kept: Kept | None = None
    for encoded in document.encoded:
        text = encoded.text
        if text is None or text.verdict != "impossible" or _is_found(document, encoded):
            continue
        kept = kept or Kept(document)
        if not kept.overlap(encoded):
            data = {"date": one_line(text.written), "reason": text.reason}
            yield Draft("impossible", text.place, data, fixes=text_fixes(document, text, text.readings[:3]))


def _is_found(document: Document, encoded: EncodedDate) -> bool:
    """Whether the readable text has the date too, and it is reported there."""
    extent, dates = encoded.element.extent, document.dates
    if extent is None:
        return False
    first = bisect_right(dates, extent.start, key=lambda date: date.extent.end)
    inside = takewhile(lambda index: dates[index].extent.start < extent.end, range(first, len(dates)))
    return any(dates[index].verdict != "valid" for index in inside)


_HEADER = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc><correspAction type="sent">'
    "<date>{}</date></correspAction></correspDesc></profileDesc></teiHeader><text><body><p>Come.</p></body></text></TEI>"
)

rule = Rule(
    id="dates/impossible-date",
    severity="error",
    doc=__doc__,
    messages={"impossible": "“{date}” is not in the calendar: {reason}"},
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            "The bridge was opened on «June 31» and closed again.",
            "The bridge was opened on June 30 and closed again.",
        ),
        Bad(
            "Ostrander wrote on «February 29, 1919» to the council.",
            "Ostrander wrote on February 28, 1919 to the council.",
        ),
        Bad("The gazette wrote on «44 January» that the mill was sold."),
        Bad("The mill stood still from «June 31» to March 31, 1948."),
        Bad("On «31 November (7 December)» the harbour froze.", "On 24 November (7 December) the harbour froze."),
        Bad("See the Harbour Gazette of «May 34, 1935».", "See the Harbour Gazette of May 24, 1935."),
        Bad(
            _HEADER.format("«31.11.1922»"),
            _HEADER.format("30.11.1922"),
            format="tei",
        ),
        Bad("Am «31. Juni 1921» fror es.", "Am 30. Juni 1921 fror es.", edition=Edition(language="de")),
    ),
    good=(
        Good("The ferry sailed on February 29, 1920."),
        Good(
            "Born on February 29th, 1663-64, at Dunmarrow.", because="the year counted from January is a leap year"
        ),
        Good(
            "In Petrovsk on 29 February 1900 the ice broke.", because="1900 was a leap year in the Julian calendar"
        ),
        Good("Dated 31 June 1858 [sic] by the clerk.", because="the editors know"),
        Good("On 14 November 31 delegates met.", because="the number counts delegates"),
        Good("In June 31 delegates met.", because="the number counts delegates"),
        Good("No. 52 of November was never printed.", because="an issue number"),
        Good("In May 68 the students marched.", because="a year of two figures"),
        Good("15. April 33", because="a year of two figures in a letter's date"),
        Good("42. June\n\n43. July", because="numbers of a list"),
        Good("32. Aug. 10.    To his sister", because="the number of a letter in a contents list"),
        Good("32. Aug. 10. An die Schwester", because="the number of a letter", edition=Edition(language="de")),
        Good("Den 15. April 33 kam er.", because="a year of two figures", edition=Edition(language="de")),
        Good("So he died in peace (Suet. Aug. 49).", because="a chapter of a book named after a man"),
        Good("The Dunmarrow Review, 44 June 1970, printed it.", because="an issue number between commas"),
        Good("The war years, from September 39 to May 45, were hard.", because="years of two figures"),
        Good("Bushels sold by      44   June   1891", because="columns of a table"),
        Good("The Dunmarrow Review 52 June 1970 printed it.", because="an issue number without its No."),
    ),
)
