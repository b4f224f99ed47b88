"""Citations are found at their places, with their sources, numbers and dates, and nowhere else."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.engine import check, understand
from edcheck.model import Citation, Document, Edition, Finding, Serial
from edcheck.recognise.citations.rhythm import Count, counted, date_of, fitted, issues_until
from edcheck.rules.citations import RULES
from edcheck.ruleset import RuleSet
from edcheck.text import Source

CITATIONS = RuleSet(RULES)
PLAIN = Edition()
TUESDAY_TO_SUNDAY = (1, 2, 3, 4, 5, 6)
GAZETTE = Serial(
    "Harbour Gazette",
    ("H.G.",),
    TUESDAY_TO_SUNDAY,
    {40: datetime.date(1921, 3, 1), 60: datetime.date(1921, 3, 24)},
)
REGISTERED = Edition(serials=(GAZETTE,))


def document(text: str, edition: Edition = PLAIN) -> Document:
    return understand(Source.from_text(text, "page"), edition)


def citations(text: str, edition: Edition = PLAIN) -> list[Citation]:
    return document(text, edition).citations


def findings(text: str, edition: Edition = PLAIN) -> list[Finding]:
    result = check(document(text, edition), CITATIONS)
    assert not result.problems
    return result.findings


def day(when: datetime.date) -> str:
    return f"{when.strftime('%B')} {when.day}, {when.year}"


def test_a_block_of_its_own_is_a_citation() -> None:
    (found,) = citations("The ice broke.\n\nMess.N.P.C.D., no.17, July 2, 1921")
    assert (found.source, found.number, found.serial) == ("Mess.N.P.C.D.", 17, None)


def test_published_in_two_papers_is_two_citations() -> None:
    text = "Published in Mess.N.P.C.D., No.17, July 2, 1921 and in Port Ledger, July 3, 1921."
    first, second = citations(text)
    assert (first.source, first.number) == ("Mess.N.P.C.D.", 17)
    assert (second.source, second.number) == ("Port Ledger", None)


def test_the_extent_runs_from_the_source_to_the_date() -> None:
    made = document("Published in Port Ledger, No. 17, July 2, 1921.")
    (found,) = made.citations
    assert made.quote(found.extent) == "Port Ledger, No. 17, July 2, 1921"
    assert made.quote(found.source_extent) == "Port Ledger"
    assert found.number_extent is not None
    assert made.quote(found.number_extent) == "No. 17"


def test_dates_of_citations_get_their_role() -> None:
    made = document("Moscow, July 1, 1921\n\nThe ice broke.\n\nPort Gazette, no. 4, July 2, 1921")
    assert [date.role == "citation" for date in made.dates] == [False, True]


def test_a_number_may_follow_the_date() -> None:
    (found,) = citations("Port Gazette, July 2, 1921, no. 12")
    assert found.number == 12


def test_registered_names_are_found_in_running_text_and_across_line_ends() -> None:
    (found,) = citations("The Harbour\nGazette of March 3, 1921, and other papers said so.", REGISTERED)
    assert found.serial == "Harbour Gazette"
    (found,) = citations("As H.G., no. 42, March 3, 1921, said, all was well.", REGISTERED)
    assert (found.serial, found.number) == ("Harbour Gazette", 42)


@pytest.mark.parametrize(
    "text",
    [
        "Port Arlow, July 2, 1921",
        "He left Port Arlow on July 2, 1921",
        "July 2, 1921",
        "To the Captain of the Port, July 2, 1921",
        "The Gazette came out and nobody, not even the mayor, read it before July 2, 1921",
        "They met at no. 12, July 2, 1921, to talk.",
        "what is it? no. 4, July 2, 1921",
    ],
)
def test_places_and_sentences_are_no_citations(text: str) -> None:
    assert citations(text) == []


def test_a_sure_sibling_confirms_a_source_without_number() -> None:
    first, second = citations("Arlow Packet, no. 4, July 2, 1921\n\nIce.\n\nArlow Packet, July 9, 1921")
    assert first.source == second.source


def test_near_forms_are_noted() -> None:
    (found,) = citations("Published in Harbour Gazelte, March 3, 1921.", REGISTERED)
    assert (found.serial, found.resembles) == (None, "Harbour Gazette")
    (found,) = citations("Published in Harbour-Gazette, March 3, 1921.", REGISTERED)
    assert found.resembles == "Harbour Gazette"
    (found,) = citations("Published in Inland Ledger, March 3, 1921.", REGISTERED)
    assert found.resembles is None


def test_other_languages_announce_citations_too() -> None:
    german = Edition(language="de")
    (found,) = citations("Erschienen in Der Hafenbote, Nr. 7, 3. März 1921.", german)
    assert (found.source, found.number) == ("Der Hafenbote", 7)


def test_the_language_of_a_citation_is_that_of_its_text() -> None:
    page = '<html lang="fr"><p>Publié dans Le Phare, 3 mai 1911, et dans La Rade, 4 mai 1911.</p></html>'
    found = understand(Source.from_text(page, "page"), PLAIN, "html").citations
    assert [one.source for one in found] == ["Le Phare", "La Rade"]


DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(1930, 12, 1))


@given(DAYS, st.integers(1, 60), st.sampled_from([TUESDAY_TO_SUNDAY, (0, 2, 4), (6,), tuple(range(7))]))
def test_counting_issues_agrees_with_walking_the_calendar(
    start: datetime.date, length: int, weekdays: tuple[int, ...]
) -> None:
    end = start + datetime.timedelta(days=length)
    walked = sum((start + datetime.timedelta(days=i)).weekday() in weekdays for i in range(1, length + 1))
    assert issues_until(end, weekdays) - issues_until(start, weekdays) == walked


@given(st.integers(1, 35))
def test_number_and_date_of_an_issue_find_each_other(ahead: int) -> None:
    first = datetime.date(1921, 3, 1)
    serial = Serial("Gazette", (), TUESDAY_TO_SUNDAY, {40: first})
    when = first + datetime.timedelta(days=ahead)
    (count,) = counted(serial, when)
    found = date_of(serial, count, count.number)
    assert found == when or when.weekday() == 0


def test_between_known_issues_both_ways_are_counted() -> None:
    counts = counted(GAZETTE, datetime.date(1921, 3, 4))
    assert counts == [Count(43, 40, 1), Count(43, 60, -1)]


def test_what_cannot_be_counted_is_not() -> None:
    assert counted(Serial("Gazette", issues={4: datetime.date(1921, 3, 1)}), datetime.date(1921, 3, 2)) == []
    assert counted(GAZETTE, datetime.date(1931, 3, 2)) == []
    assert counted(GAZETTE, datetime.date(1921, 3, 1)) == [Count(40, 40, 0)]
    assert date_of(GAZETTE, Count(43, 40, 1), 60) == datetime.date(1921, 3, 24)
    assert date_of(GAZETTE, Count(43, 40, 1), 4000) is None


@pytest.mark.parametrize("rhythm", [TUESDAY_TO_SUNDAY, (0, 1, 2, 3, 4, 5), (3,)])
def test_the_rhythm_of_a_paper_is_found(rhythm: tuple[int, ...]) -> None:
    start = datetime.date(1921, 3, 1)
    issued = [start + datetime.timedelta(days=i) for i in range(60)]
    issued = [when for when in issued if when.weekday() in rhythm]
    fit = fitted((when, 100 + index) for index, when in enumerate(issued))
    assert fit is not None
    assert fit[0] == rhythm


def test_numbers_without_a_rhythm_fit_none() -> None:
    start = datetime.date(1921, 3, 1)
    assert fitted((start + datetime.timedelta(days=7 * i), 3 * i * i) for i in range(6)) is None
    assert fitted([]) is None


@settings(max_examples=60)
@given(st.integers(1, 22), st.integers(-3, 3))
def test_an_issue_number_off_the_count_is_one_finding_and_the_right_one_none(ahead: int, off: int) -> None:
    when = datetime.date(1921, 3, 1) + datetime.timedelta(days=ahead)
    if when.weekday() == 0:
        return
    number = (
        40 + issues_until(when, TUESDAY_TO_SUNDAY) - issues_until(datetime.date(1921, 3, 1), TUESDAY_TO_SUNDAY)
    )
    found = findings(f"Ice.\n\nHarbour Gazette, no.{number + off}, {day(when)}", REGISTERED)
    assert [finding.rule for finding in found] == ["citations/issue-number-mismatch"] * (off != 0)


def test_both_repairs_are_offered() -> None:
    (found,) = findings("Harbour Gazette, no.44, March 4, 1921", REGISTERED)
    assert found.severity == "warning"
    assert [edit.new for fix in found.fixes for edit in fix.edits] == ["43", "March 5, 1921"]


def test_one_known_issue_gives_information_only() -> None:
    serial = Serial("Harbour Gazette", (), TUESDAY_TO_SUNDAY, {40: datetime.date(1921, 3, 1)})
    (found,) = findings("Harbour Gazette, no.44, March 4, 1921", Edition(serials=(serial,)))
    assert found.severity == "information"


def test_a_date_that_crosses_the_month_is_not_rewritten() -> None:
    (found,) = findings("Harbour Gazette, no.35, March 2, 1921", REGISTERED)
    assert [edit.new for fix in found.fixes for edit in fix.edits] == ["41"]


def test_a_day_without_issue_is_said_in_the_rhythm() -> None:
    dates = {40: (3, 1), 41: (3, 2), 45: (3, 6), 46: (3, 8), 51: (3, 13), 52: (3, 14)}
    text = "\n\n".join(f"Port Gazette, no.{n}, {day(datetime.date(1921, *when))}" for n, when in dates.items())
    (found,) = findings(text)
    assert found.severity == "information"
    assert "Monday" in found.message or "for the date" in found.message


def test_mixed_abbreviations_are_one_remark() -> None:
    text = "\n\n".join(
        f"Port Gazette, {no}{4 + i}, July {4 + i}, 1921" for i, no in enumerate(["no.", "no.", "No.", "Nr. "])
    )
    (found,) = findings(text)
    assert found.severity == "information"
    assert found.location.quote == "No.6"
    assert [place.quote for place in found.related] == ["Nr. 7", "no.4"]


def test_a_misspelt_source_points_at_the_word_that_differs() -> None:
    (found,) = findings("Published in Harbour Gazelte, March 3, 1921.", REGISTERED)
    assert (found.rule, found.location.quote) == ("citations/misspelt-source", "Gazelte")


def test_a_source_that_differs_in_several_words_is_pointed_at_whole() -> None:
    serial = Serial("Messenger of Northern Ports")
    (found,) = findings("Published in Mesenger of Nothern Ports, March 3, 1921.", Edition(serials=(serial,)))
    assert found.location.quote == "Mesenger of Nothern Ports"


@pytest.mark.parametrize("label", ["", "7. ", "[7] ", "[^7]: ", "7) "])
@pytest.mark.parametrize("page", ["", ", p. 3.", ", S. 3", "; pp. 3–4.", ", стр. 12.", ", p. 3, col. 2."])
def test_a_note_may_be_a_citation(label: str, page: str) -> None:
    (found,) = citations(f"It rained.\n\n{label}Harbour Gazette, no. 9, July 2, 1921{page}")
    assert (found.source, found.number) == ("Harbour Gazette", 9)


@pytest.mark.parametrize("behind", [" in the harbour", ", p. 3, and more of it", "; S. 3 of the"])
def test_a_sentence_is_no_citation(behind: str) -> None:
    assert citations(f"7. Harbour Gazette, no. 9, July 2, 1921{behind} where the ferry lay") == []
