"""A rare name is one letter off from a frequent one, or from a name the editors know.

Scanners and tired eyes mistake letters, and names have no dictionary to catch it: `Marlan Harbour` once, beside
`Marlen Harbour` four times. The rule speaks where a rare spelling keeps the same company as the frequent one
(the same word before or after it), where the letters are those that scanners confuse and the frequent form is far
more frequent, where a consonant stands for a vowel (`Brenncl`), or where a word is one or two letters off from a
name listed under `names.known` in the settings. Correct the rare form after a look at the print; where both are
right, list them under `names.variants`.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Document, Draft, Edition, Names
from edcheck.recognise.vocabulary.likeness import confusable, distance, one_edit, vowel_for_consonant
from edcheck.recognise.vocabulary.names import RARE, Company, inflected, near_pairs, shared_company
from edcheck.recognise.vocabulary.places import Finder
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_RATIO = 25
"""How often the usual form must stand for each rare one where no neighbour speaks for it."""
_UNPRONOUNCED = 4
"""The same where a consonant stands for a vowel."""
_CONFUSABLE_FROM = 6
_ANY_EDIT_FROM = 8
_TWO_EDITS_FROM = 7
"""Letters from which two edits still leave a name recognisable."""
_SHORTEST_KNOWN = 4


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    known = dict(_near_known(document))
    pairs = list(near_pairs(document.words))
    if not known and not pairs:
        return
    finder = Finder(document.text, (*known, *(name for pair in pairs for name in pair)))
    for rare, name in known.items():
        yield from _at_known(document, finder, rare, name)
    best: dict[str, tuple[str, Company | None]] = {}
    for rare, frequent in pairs:
        if rare in known or _allowed(document.edition.names, rare, frequent):
            continue
        company = shared_company(finder, document.words.counts, rare, frequent)
        if _convincing(document.words.counts, rare, frequent, company) and (
            rare not in best or _share(company) > _share(best[rare][1])
        ):
            best[rare] = frequent, company
    for rare, (frequent, company) in best.items():
        yield from _drafts(document, finder, rare, frequent, company)


def _share(company: Company | None) -> float:
    return company.share if company else 0.0


def _allowed(names: Names, rare: str, frequent: str) -> bool:
    if not names.known and not names.accepted and not names.variants:
        return False
    listed = {word for name in (*names.known, *names.accepted) for word in name.split()}
    return rare in listed or any({rare, frequent} <= set(group) for group in names.variants)


def _convincing(counts: Counter[str], rare: str, frequent: str, company: Company | None) -> bool:
    if company:
        return True
    if counts[rare] > 1:
        return False
    if len(rare) >= _CONFUSABLE_FROM and counts[frequent] >= _UNPRONOUNCED and vowel_for_consonant(rare, frequent):
        return True
    if counts[frequent] < _RATIO:
        return False
    return len(rare) >= _ANY_EDIT_FROM or (len(rare) >= _CONFUSABLE_FROM and confusable(rare, frequent))


def _drafts(
    document: Document, finder: Finder, rare: str, frequent: str, company: Company | None
) -> Iterator[Draft]:
    counts = document.words.counts
    evidence = [f"“{frequent}” stands {counts[frequent]} times, “{rare}” {times(counts[rare])}"]
    related: tuple[tuple[Extent, str], ...] = ()
    if company:
        evidence.append(f"both stand in “{company.phrase}”")
        related = ((company.at, "the usual spelling in the same company"),)
    else:
        related = tuple((at, "the usual spelling") for at in finder.places(frequent)[:1])
    if confusable(rare, frequent):
        evidence.append("the letters that differ are easily mistaken for each other")
    for at in _suspects(document, finder, rare):
        yield Draft(
            "rare",
            at,
            {"rare": rare, "usual": frequent, "count": counts[frequent]},
            related,
            tuple(evidence),
            (document.fix(f"write “{frequent}”", at, frequent),),
            confidence=0.9 if company else 0.75,
        )


def _suspects(document: Document, finder: Finder, rare: str) -> Iterator[Extent]:
    """Places of a rare word outside boilerplate, misspelt sources of citations and dates that cannot be read."""
    sources = [citation.source_extent for citation in document.citations if citation.resembles]
    sources += [date.extent for date in document.dates if date.verdict == "malformed"]
    for at in finder.places(rare):
        if not document.in_zone(at, "boilerplate", "navigation", "code") and not any(
            source.start <= at.start < source.end for source in sources
        ):
            yield at


def _near_known(document: Document) -> Iterator[tuple[str, str]]:
    """Pairs (rare word, known name): the rare word is nearly the name's last word."""
    names = document.edition.names
    if not names.known:
        return
    counts = document.words.counts
    right = {word for name in (*names.known, *names.accepted) for word in name.split()}
    right.update(word for group in names.variants for word in group)
    halves: dict[str, list[str]] = {}
    for word in document.words.names:
        if counts[word] <= RARE and len(word) >= _SHORTEST_KNOWN and word not in right:
            halves.setdefault(word[:2], []).append(word)
            halves.setdefault("-" + word[-2:], []).append(word)
    for name in names.known:
        last = name.split()[-1] if name.split() else ""
        if len(last) >= _SHORTEST_KNOWN:
            near = {*halves.get(last[:2], ()), *halves.get("-" + last[-2:], ())}
            for word in sorted(near):
                if _nearly(word, last, absent=last not in counts) and word.lower() not in counts:
                    yield word, name


def _nearly(word: str, last: str, absent: bool) -> bool:
    """Whether `word` may be a slip of the known name's `last` word; two edits only where that one is absent."""
    if inflected(word, last):
        return False
    if one_edit(word, last):
        return len(word) > _SHORTEST_KNOWN or word[0] == last[0]
    long = min(len(word), len(last)) >= _TWO_EDITS_FROM
    return absent and long and word[:2] == last[:2] and word[-1] == last[-1] and distance(word, last) == 2


def _at_known(document: Document, finder: Finder, rare: str, known: str) -> Iterator[Draft]:
    """Point at the rare word with the words before it that belong to the name (`Della Marota`)."""
    for at in _suspects(document, finder, rare):
        start = at.start
        for particle in reversed(known.split()[:-1]):
            before = document.text[:start].rstrip()[-len(particle) :] if start else ""
            if before.casefold() != particle.casefold():
                break
            start = document.text.rindex(before, 0, start)
        place = Extent(start, at.end)
        yield Draft(
            "known",
            place,
            {"rare": document.quote(place), "known": known},
            evidence=(f"the settings list “{known}” among the known names",),
            fixes=(document.fix(f"write “{known}”", place, known),),
            confidence=0.9 if one_edit(rare, known.split()[-1]) else 0.8,
        )


_GOOD_COMPANY = (
    "The Marlen Harbour Board met. The Marlen Harbour dues rose. At Marlen the ice broke; Marlen was glad. "
)

rule = Rule(
    id="words/near-duplicate-name",
    severity="warning",
    doc=__doc__,
    messages={
        "rare": "“{rare}” looks like a slip for “{usual}”, which stands {count} times",
        "known": "“{rare}” looks like a slip for the known name “{known}”",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            _GOOD_COMPANY + "Ships left the «Marlan» Harbour at dawn.",
            fixed=_GOOD_COMPANY + "Ships left the Marlen Harbour at dawn.",
        ),
        Bad(
            "Brennel sat. Later Brennel rose, and Brennel left. Was it Brennel? It was «Brenncl», said some.",
            fixed="Brennel sat. Later Brennel rose, and Brennel left. Was it Brennel? It was Brennel, said some.",
        ),
        Bad(
            "The consul, «Brenel», and the envoy, «Della Marota», signed for the towns.",
            fixed="The consul, Brennel, and the envoy, della Marotta, signed for the towns.",
            edition=Edition(names=Names(known=("Brennel", "della Marotta"))),
        ),
        Bad(
            "The minister «Sorthakov» spoke last.",
            fixed="The minister Sorzhokov spoke last.",
            edition=Edition(names=Names(known=("Sorzhokov",))),
        ),
    ),
    good=(
        Good(_GOOD_COMPANY + "The Marlens are an old family.", because="a plural is no slip"),
        Good(
            "In January; January 3, 1871; January 4, 1871; January 5, 1871. On Januiry 6, 1871, he left.",
            because="a date that cannot be read has a rule of its own",
        ),
        Good(
            "Cowper sat. Cowper rose. Then Cowper left; Cowper again. A certain Cooper saw him.",
            because="`w` may be a vowel",
        ),
        Good(
            "Barton sat. Barton rose. Then Barton left; Barton again. A certain Burton saw him.",
            because="two persons may bear like names; nothing else speaks for a slip",
        ),
        Good(
            _GOOD_COMPANY + "Ships left the Marlan Harbour at dawn.",
            because="the editors accept both spellings",
            edition=Edition(names=Names(variants=(("Marlen", "Marlan"),))),
        ),
        Good(
            "General Lodrow and General Sedrow met Brennels.",
            because="other names, and an inflected known one",
            edition=Edition(names=Names(known=("Lodrow", "Brennel"))),
        ),
    ),
)
