"""One small edition, told once: three letters with their notes, and the defects that are planted in it.

The text is written in a notation of its own, which `writing` turns into every format that edcheck reads:
`{3}` calls note 3, `*x*` is emphasised, `«name:x»` is a place at which the defect `name` must be found, and
`‹right|wrong›` is what a clean and a damaged edition have there; a note whose label is empty is lost.
"""

from edcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its heading, its dateline, its paragraphs, and its notes by number."""

    heading: str
    dateline: str
    iso: str
    paragraphs: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]


TITLE = "Letters of a Lighthouse Keeper"
AUTHOR = "Tobias Wrenfield"

LETTERS = (
    Letter(
        "To the Harbour Board",
        "Gull Point, March 4, 1871",
        "1871-03-04",
        (
            "Gentlemen, the lamp was trimmed and lit on «impossible:‹February 27|February 30›, 1871», as you "
            "desired,{1} and has burned every night since. The oil that came with the cutter is *better* than "
            "what we had in autumn; I have put the old barrels‹{2}|› aside for the boats.",
            "The gale of last week took the rail from the lower gallery ‹(the upper one held) and|«unclosed:(»the "
            "upper one held and› carried two of the shutters out to sea.{3} I ask for new ones before the "
            "equinox, and for a coil of rope.",
        ),
        (
            ("1", "The order is in the minute book of the Board, under the same winter."),
            ("«unreferenced:2»", "They were still in the boat house when the inventory was taken."),
            ("3", "One of them was found by fishermen and brought back on «malformed:‹April|Arpil› 9, 1871»."),
        ),
    ),
    Letter(
        "To His Sister",
        "Gull Point, June 18, 1871",
        "1871-06-18",
        (
            "Dear Agnes, thank you for the seeds. The beans are up along the south wall,{4} and the hens have "
            "learned to leave them alone. On «weekday:‹Thursday|Monday›, June 15, 1871», the inspector came in "
            "the steam launch and stayed for dinner.{5} He says that «repeated:‹the|the the›» light can be seen "
            "from the ridge above your house; look for it on a clear evening.",
            "You ask whether I am lonely. There is the book to be kept, and the glass to be cleaned, and in the "
            "evening I read aloud to the dog.{«misreference:‹6|16›»}",
        ),
        (
            ("4", "The garden wall stands to this day."),
            ("5", "His report praises the order of the house and the quality of the soup."),
            ("6", "A spaniel, given to him by the pilots."),
        ),
    ),
    Letter(
        "To the Editor of the Shipping List",
        "Gull Point, October 2, 1871",
        "1871-10-02",
        (
            "Sir, your paper says that the light at Gull Point was dark on the night of the wreck.{7} It was not. "
            "The log shows the hour of each trimming,{8} and the master of the brig has «digit:‹found|f0und›» "
            "for himself that the bearing was true.{9}",
            "I trust that you will print this letter in the same place and the same type.{«orphan:10»}",
        ),
        (
            ("7", "The wreck of the brig Perpetua, with a cargo of slate."),
            ("8", "The log is lost; the Board had a copy made for the inquiry."),
            ("«misnumbered:‹9|8›»", "He said the same at the inquiry, under oath."),
            ("‹10|›", "It was printed a fortnight later, on the last page."),
        ),
    ),
)


RULES = {
    "digit": "words/digit-in-word",
    "impossible": "dates/impossible-date",
    "malformed": "dates/malformed-date",
    "misnumbered": "notes/misnumbered-note",
    "misreference": "notes/misnumbered-reference",
    "orphan": "notes/orphan-reference",
    "repeated": "words/repeated-word",
    "unclosed": "pairs/unclosed-bracket",
    "unreferenced": "notes/unreferenced-note",
    "weekday": "dates/weekday-mismatch",
}
"""The rule that finds each defect."""
