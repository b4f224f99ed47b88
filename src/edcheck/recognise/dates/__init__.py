"""Finds dates, as the text states them, with a verdict on each expression.

The names of the forms (`Date.form`):

| form | examples |
| --- | --- |
| `month-day-year`, `month-day` | `July 2, 1918`, `July 2d, 1918`, `Sept. 3` |
| `day-month-year`, `day-month` | `2 July 1918`, `the 3d of May, 1790`, `17th April` |
| `month-year`, `month` | `June 1918`, `Sept., 1918`; `in October` |
| `day-range`, `day-list` | `August 2-3, 1918`, `2/3 July`; `July 4 and 10` |
| `date-range`, `month-range` | `July 31-August 1`; `April-December 1918`, `July 1914-1918` |
| `pair` | `25 October (7 November) 1917`, `8 (21) January`, `2/15 July 1918` |
| `relative-day` | `the 2nd inst.` |
| `iso`, `numeric` | `1918-07-02`; `20.12.2006`, `31/06/17` |
| `year`, `year-range` | `in 1918`; `1883-1939` |

A year written for both beginnings of the year (`Feb. 10, 1674-5`) is given as the later one. A weekday before
the date and an editor's brackets around the year belong to the date's extent, an article does not.
"""

from edcheck.model import Date, Document
from edcheck.recognise.dates.datelines import mark_datelines
from edcheck.recognise.dates.expressions import find_named
from edcheck.recognise.dates.languages import Language, code_of, language_for
from edcheck.recognise.dates.numbers import find_numeric
from edcheck.recognise.prose import language_of_words

__all__ = ["find_dates", "language_of", "read_encoded_dates"]


def language_of(document: Document) -> Language:
    """The language in which a document writes dates; English where nothing tells.

    It is the one set for the edition, else the one that the markup names, else the one that the words speak.
    """
    return language_for(_code_of(document))


def _code_of(document: Document) -> str:
    stated = code_of(document.edition.language)
    # English is what an edition is set to where nobody set anything.
    if document.edition.language != "en":
        return stated or code_of(document.markup.language)
    if document.markup.language:
        return code_of(document.markup.language) or stated
    return code_of(language_of_words(document)) or stated


def read_encoded_dates(document: Document) -> None:
    """Put into the document the dates that its markup encodes, and the date in its title where there are such."""
    markup = document.markup
    if not markup.dates and not any(one.name == "date" for one in markup.metadata):
        return
    # Most texts encode none, and no start pays for reading them.
    from edcheck.recognise.dates.attributes import find_encoded, find_title_date

    code = language_of(document).code
    document.encoded = find_encoded(document, code)
    document.title_date = find_title_date(document, code)


def find_dates(document: Document) -> list[Date]:
    """Return the dates of a document in the order of the text; no two overlap and none leaves its block."""
    language = language_of(document)
    dates = find_named(document, language)
    numeric = list(find_numeric(document.text, dates, language))
    if numeric:
        dates = sorted((*dates, *numeric), key=lambda date: date.extent)
    mark_datelines(document, dates, language)
    return dates
