"""Brackets: first a stack within each block, then across blocks, then what only a slip explains.

The order matters. A bracket that finds its like in its own paragraph needs no other explanation. One that
opens a long note and closes it paragraphs later is legal, so it is joined before anything is called
mismatched. Only what is left over is compared for the one slip that explains two lonely brackets.
"""

from edcheck.patterns import lazy_pattern
from edcheck.recognise.marks.labels import calls, is_label, is_raised
from edcheck.recognise.marks.pairing import Pairing

CLOSER = {"(": ")", "[": "]", "{": "}"}
OPENER = {closer: opener for opener, closer in CLOSER.items()}
_ESCAPE = "\x1b"
_PAIRS = frozenset(map("".join, CLOSER.items()))
_ROW = lazy_pattern(r"(?:\(\)|\[\]|\{\})++")
_HALF_OPEN = lazy_pattern(r"[\[(]\s*[-+−]?(\d{1,3}(\.\d+)?|[a-z∞])\s*[,;]\s*[-+−]?(\d{1,3}(\.\d+)?|[a-z∞])\s*\Z")
_NEAR = 2
"""Blocks that any bracket may reach across."""
_FAR = 80
"""Blocks that a bracket may reach across which begins a block and ends one."""
_SLIP = 600
"""Code points between two lonely brackets that one slip may explain."""
_STRAYS = 4
"""Brackets of a block that are tried as the one stray."""
_DEPTH = 24
"""Open brackets that a closing one looks through; bounds the time on text made of brackets."""


def pair_brackets(pairing: Pairing) -> None:
    """Find all brackets and join what belongs together."""
    lonely: list[int] = []
    met: dict[int, int] = {}
    openers: list[int] = []
    closers: list[int] = []
    text = pairing.text
    brackets = pairing.places("()[]{}")
    if _ESCAPE in text:
        # A terminal's colour (`ESC [1m`) has no bracket.
        brackets = [place for place in brackets if text[place - 1 : place] != _ESCAPE]
    for places in pairing.by_block(brackets):
        # Nearly all blocks hold one pair after the other, none inside another.
        written = "".join([text[place] for place in places])
        if written in _PAIRS or _ROW.fullmatch(written):
            openers += places[::2]
            closers += places[1::2]
            continue
        left = _pair_block(pairing, places, met)
        if any(not pairing.opens[place] for place in left):
            left = _without_labels(pairing, places, left, met)
        if len(left) > 2:
            left = _with_one_stray(pairing, places, left, met)
        lonely += left
    pairing.join_all(openers, closers)
    lonely = _pair_across(pairing, [place for place in lonely if not _emoticon(pairing, place)])
    _explain_slips(pairing, lonely, met)


def _pair_block(pairing: Pairing, places: list[int], met: dict[int, int]) -> list[int]:
    """Join pairs of one block and return what stays lonely, in order.

    `met` gets, for a lonely opener, the closer that closed something around it, and for a lonely closer the
    opener that was still open when it came.
    """
    text, opens, join = pairing.text, pairing.opens, pairing.join
    stack: list[int] = []
    lonely: list[int] = []
    for place in places:
        character = text[place]
        if character in CLOSER:
            opens[place] = True
            stack.append(place)
            continue
        opens[place] = False
        wanted = OPENER[character]
        if stack and (text[stack[-1]] == wanted or _HALF_OPEN.match(text[stack[-1] : min(place, stack[-1] + 24)])):
            join(stack.pop(), place)
        elif any(text[opener] == wanted for opener in stack[-_DEPTH:]):
            while text[stack[-1]] != wanted:
                met[stack[-1]] = place
                lonely.append(stack.pop())
            join(stack.pop(), place)
        else:
            if stack:
                met[place] = stack[-1]
            lonely.append(place)
    return sorted(lonely + stack)


def _without_labels(pairing: Pairing, places: list[int], left: list[int], met: dict[int, int]) -> list[int]:
    """Pair a block again without the closers that are list labels (`a)`, `12)`, `*)`) or end notes' marks."""
    text = pairing.text
    closers = [place for place in places if text[place] == ")"]
    marks = {place for place in closers if is_raised(text, place)}
    labels = {place for place in left if text[place] == ")" and is_label(text, place, "listed")}
    if len(labels) < 2:
        labels = {place for place in labels if is_label(text, place)}
    labels |= marks.intersection(left)
    if waiting := [place for place in left if text[place] == ")" and place not in labels]:
        labels.update(place for place in waiting if calls(text, place, pairing.heads()))
    if any(text[place] == ")" for place in left if place not in labels):
        heads = {place for place in closers if is_label(text, place, "head")}
        labels |= marks | (heads if len(heads) > 1 else set())
    if not labels:
        return left
    for place in places:
        pairing.partners.pop(place, None)
        met.pop(place, None)
    for place in labels:
        pairing.drop(place)
    return _pair_block(pairing, [place for place in places if place not in labels], met)


def _with_one_stray(pairing: Pairing, places: list[int], left: list[int], met: dict[int, int]) -> list[int]:
    """Pair a block again as if one closer that passed over an opener were the stray, where that explains more.

    In `[a (b] c) d]` the first `]` takes the partner of the last and tears `(…)` apart.
    """
    kept = [place for place in places if place in pairing.opens]
    strays = {met[place] for place in left if pairing.opens[place] and place in met}
    for stray in sorted(strays)[:_STRAYS]:
        retry = Pairing(pairing.text, pairing.blocks, pairing.block_starts)
        retry_met: dict[int, int] = {}
        rest = _pair_block(retry, [place for place in kept if place != stray], retry_met)
        if len(rest) + 1 < len(left):
            for place in kept:
                pairing.partners.pop(place, None)
                met.pop(place, None)
            pairing.partners.update(retry.partners)
            met.update(retry_met)
            return sorted([*rest, stray])
    return left


def _emoticon(pairing: Pairing, place: int) -> bool:
    before = pairing.text[max(place - 2, 0) : place]
    if pairing.text[place] in "()" and before.endswith((":-", ";-", " :", " ;")):
        pairing.drop(place)
        return True
    return False


def _pair_across(pairing: Pairing, lonely: list[int]) -> list[int]:
    """Join lonely brackets of different blocks where that is legal and return the others."""
    text = pairing.text
    stack: list[int] = []
    left: list[int] = []
    for place in lonely:
        if pairing.opens[place]:
            stack.append(place)
            continue
        wanted = OPENER[text[place]]
        near = range(len(stack) - 1, max(len(stack) - _DEPTH, 0) - 1, -1)
        depth = next((n for n in near if text[stack[n]] == wanted), None)
        if depth is not None and _reaches(pairing, stack[depth], place):
            pairing.join(stack[depth], place)
            left += stack[depth + 1 :]
            del stack[depth:]
        else:
            left.append(place)
    return sorted(left + stack)


def _reaches(pairing: Pairing, opener: int, closer: int) -> bool:
    distance = pairing.block(closer) - pairing.block(opener)
    if distance == 0:
        return False
    if distance <= _NEAR:
        return True
    return distance <= _FAR and pairing.begins_block(opener) and pairing.ends_block(closer)


def _explain_slips(pairing: Pairing, lonely: list[int], met: dict[int, int]) -> None:
    """Join a lonely opener and the lonely closer after it where one slip explains both."""
    index = 0
    while index + 1 < len(lonely):
        opener, closer = lonely[index : index + 2]
        same_block = pairing.block(opener) == pairing.block(closer)
        slip = pairing.opens[opener] and not pairing.opens[closer] and same_block and closer - opener < _SLIP
        index += 2 if slip and _explain(pairing, opener, closer, met) else 1


def _explain(pairing: Pairing, opener: int, closer: int, met: dict[int, int]) -> bool:
    text, partners = pairing.text, pairing.partners
    passed, within = met.get(opener), met.get(closer)
    if passed is not None and OPENER[text[closer]] == text[opener]:
        pairing.crossed.update((opener, closer))
        pairing.join(opener, closer)
    elif passed is not None and text[passed] == text[closer]:
        pairing.join(partners[passed], closer)
        _join_mismatched(pairing, opener, passed)
    elif within == opener:
        _join_mismatched(pairing, opener, closer)
    elif within is not None and text[within] == text[opener] and within in partners:
        pairing.join(opener, partners[within])
        _join_mismatched(pairing, within, closer)
    else:
        return False
    return True


def _join_mismatched(pairing: Pairing, opener: int, closer: int) -> None:
    pairing.join(opener, closer)
    pairing.mismatched.update((opener, closer))
