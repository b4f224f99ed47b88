"""A range ends before it begins.

`August 5-3` and `1885-1877` cannot be ranges of time: a figure is wrong, or the ends were exchanged. Shortened
ends (`August 25-6`, `1914-18`), page ranges and years before Christ are no such case.

The same holds of attributes: `notBefore` must not lie after `notAfter`, nor `from` after `to`, nor `when` outside
them. Where the enclosed text fits one of the ends, the other is the one that is wrong.
"""

from collections.abc import Iterator
from dataclasses import replace

from edcheck.model import Date, DateValue, Document, Draft, EncodedDate, Fix, StatedDate
from edcheck.recognise.dates.agreement import contradict, ends_before
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.dates.context import excused, quoted
from edcheck.rules.dates.encoded import one_line, replaced

_OPEN = DateValue(None, None, None)
_RANGES = frozenset({"day-range", "date-range", "month-range", "year-range"})


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for date in document.dates:
        if date.form not in _RANGES or date.verdict != "valid":
            continue
        if _is_reversed(date) and not excused(document, date):
            yield Draft("reversed", date.extent, {"range": quoted(document, date)})
    for encoded in document.encoded:
        # Ends around a day that no month has follow from that day, of which `dates/impossible-date` tells.
        if encoded.reversed_ends and (encoded.text is None or encoded.text.verdict != "impossible"):
            yield _encoded(document, encoded, *encoded.reversed_ends[0])


def _encoded(document: Document, encoded: EncodedDate, first: str, last: str) -> Draft:
    """The finding at that end of an encoded range which the enclosed text does not fit, else at its last."""
    low, high = encoded.values[first], encoded.values[last]
    if first == last:
        return Draft("interval", low.place, {"name": first, "value": low.written}, confidence=0.95)
    text = encoded.text
    low_misfits, high_misfits = _misfits(low, high, text)
    low_is_wrong = low_misfits and not high_misfits
    wrong, other, name = (low, high, first) if low_is_wrong else (high, low, last)
    data = {"first": first, "low": low.written, "last": last, "high": high.written}
    related = ((other.place, last if name == first else first),)
    evidence = () if text is None else (f"the text says “{one_line(text.written)}”",)
    if low_misfits == high_misfits:
        edits = document.edit(low.place, high.written) + document.edit(high.place, low.written)
        fixes = [Fix("exchange the two", edits)]
    else:
        fixes = list(_told(document, wrong, text, low_is_wrong))
    fixes += _same_year(document, wrong, other, low_is_wrong)
    return Draft("encoded", wrong.place, data, related, evidence, tuple(fixes), confidence=0.97)


def _misfits(low: StatedDate, high: StatedDate, text: StatedDate | None) -> tuple[bool, bool]:
    """Whether the text excludes either end as it stands: all of it lies before the first, or after the last."""
    if text is None:
        return False, False
    return contradict(replace(low, end=_OPEN), text), contradict(replace(high, start=_OPEN), text)


def _told(document: Document, wrong: StatedDate, text: StatedDate | None, low_is_wrong: bool) -> Iterator[Fix]:
    """The end that the text gives, where it is a range of full dates."""
    if text is not None and text.is_range and not text.short_year and text.verdict == "valid":
        value = text.start if low_is_wrong else text.end
        if value.full and wrong.start.full:
            yield replaced(document, wrong, "{:04}-{:02}-{:02}".format(*value))


def _same_year(document: Document, wrong: StatedDate, other: StatedDate, low_is_wrong: bool) -> Iterator[Fix]:
    """The same day in the year of the other end, where that puts the ends in order."""
    year, own = other.start.year, wrong.start.year
    if year is None or own is None or year == own or not wrong.written.startswith(f"{own:04}"):
        return
    moved = replace(wrong, start=wrong.start._replace(year=year), end=wrong.end._replace(year=year))
    low, high = (moved, other) if low_is_wrong else (other, moved)
    if not ends_before(high, low):
        yield replaced(document, wrong, f"{year:04}{wrong.written[4:]}")


def _is_reversed(date: Date) -> bool:
    if date.year_inferred:
        return False
    if date.form == "date-range" and (date.start.year is None or date.end.year is None):
        return False
    return _key(date.end) < _key(date.start)


def _key(value: DateValue) -> tuple[int, int, int]:
    year, month, day = (part or 0 for part in value)
    return (year, month, day)


def _tei(date: str) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>On {date} it rained.</p></body></text></TEI>'


rule = Rule(
    id="dates/reversed-range",
    severity="error",
    doc=__doc__,
    messages={
        "reversed": "“{range}” ends before it begins",
        "encoded": "{first} ({low}) lies after {last} ({high})",
        "interval": "{name}=“{value}” ends before it begins",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad("The fair of «August 5-3» drew many."),
        Bad("Josiah Ostrander («1885-1877») built it."),
        Bad("The strike («July 9, 1918-June 5, 1917») failed."),
        Bad(
            _tei('<date notBefore="1921-05-17" notAfter="«1921-05-10»">a day in May</date>'),
            _tei('<date notBefore="1921-05-10" notAfter="1921-05-17">a day in May</date>'),
            format="tei",
        ),
        Bad(
            _tei('<date from="1921-05-03" to="«1921-04-07»">3.–7. Mai 1921</date>'),
            _tei('<date from="1921-05-03" to="1921-05-07">3.–7. Mai 1921</date>'),
            format="tei",
        ),
        Bad(_tei('<date from="«1922»" to="1921-04-07">7 April 1921</date>'), format="tei"),
        Bad(_tei('<date when-iso="«1921-05/1920»">then</date>'), "", format="tei"),
        Bad(_tei('<date when="«1921-06-01»" notAfter="1921-05">May 1921</date>'), format="tei"),
    ),
    good=(
        Good("The fair of August 3-5 drew many."),
        Good("The fair of August 25-6 drew many.", because="the end is written without its tens"),
        Good("The museum is open 10-6 July and August.", because="hours of the day"),
        Good("The war of 1914-18 was over.", because="the end is written without its century"),
        Good("See pp. 1885-1877 and No. 1900-1890.", because="pages and issues are no years"),
        Good("The dynasty (1885-1877 B.C.) ended.", because="years before Christ count backwards"),
        Good(
            _tei('<date notBefore="1921-12-01" notAfter="1921-11-30">31.11.1921</date>'),
            because="the day itself is impossible, and its ends follow from it",
            format="tei",
        ),
        Good(
            _tei('<date notBefore="1921-05" notAfter="1921-05-17">May</date>'),
            because="May begins before its 17th",
            format="tei",
        ),
        Good(
            _tei('<date from="--12-24" to="--01-06">every winter</date>'),
            because="over the end of a year",
            format="tei",
        ),
        Good("The winter of October-March 1918 was hard.", because="it began in the year before"),
    ),
)
