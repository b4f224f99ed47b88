"""Quotation marks with their partners: straight ones, guillemets, and quotations over several paragraphs.

A straight `"` says by what stands around it whether it opens. A straight `'` is nearly always an apostrophe;
it is a mark only where a pair is beyond doubt. Curled marks are in `curled`.
"""

from bisect import bisect_left
from itertools import pairwise

from edcheck.patterns import lazy_pattern
from edcheck.recognise.marks.curled import Habit, pair_double, pair_single
from edcheck.recognise.marks.pairing import Pairing, in_word, may_close, may_open

_STRAIGHT_SINGLE = lazy_pattern(
    r"'(?<![^\s(\[{\"“—–-]')(?=[\w\"“])(?:[^']++|(?<=\w)'(?=\w))++(?<=[.,;:!?—\"”])'(?![\w'])"
)
_LONGEST_SINGLE = 403
"""Code points of a quotation between straight single marks, with the marks."""
_OUTSIDE_WORD = lazy_pattern(r"’(?:(?<![^\W_]’)|(?![^\W_]))")
_SINGLE = ("'", "’")
_STOPS = (",", ".", ";", ":", "!", "?")
_BLANK = frozenset(("", " ", "\t", "\r", "\n", "\xa0"))
_DOUBLE = frozenset('“”„"')
_HEADING = " _*([“”„\"‘'«‹\xa0\u2009\u200a\u202f"
"""Marks and blanks that may stand before the first word of a block."""
_HEAD = 8
_NEAR = 2
"""Blocks that any quotation may reach across without opening again."""
_FAR = 12
"""Blocks that a quotation may reach across where no other quotation stands between."""


def pair_quotes(pairing: Pairing) -> None:
    """Find all quotation marks and join what belongs together."""
    text = pairing.text
    if "“" in text or "”" in text or "„" in text:
        places = pairing.places("“”„")
        habit = Habit("„" in text, text.count("“"), "”" in text)
        for group in pairing.by_block(places):
            pair_double(pairing, group, habit)
        _settle(pairing, places)
    if "‘" in text or "‚" in text:
        places = [place for place in pairing.places("‘‚") if not in_word(text, place)]
        places = sorted((*places, *pairing.matches(_OUTSIDE_WORD)))
        for group in pairing.by_block(places):
            pair_single(pairing, group)
        _settle(pairing, places)
    if '"' in text:
        places = pairing.places('"')
        for group in pairing.by_block(places):
            _pair_straight(pairing, group)
        _settle(pairing, places)
        _join_curled_with_straight(pairing, places)
    for opener, closer in (("«", "»"), ("‹", "›")):
        if opener in text or closer in text:
            _pair_guillemets(pairing, opener, closer)
    if "'" in text:
        _pair_straight_single(pairing)


def _pair_straight(pairing: Pairing, places: list[int]) -> None:
    text, opens = pairing.text, pairing.opens
    stack: list[int] = []
    for place in places:
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        left, right = may_open(text, place), may_close(text, place)
        if before.isdigit() and not (stack and right):
            continue  # inches, seconds
        if not stack and before in _BLANK and after in _BLANK:
            if not (after and place != places[-1] and pairing.begins_block(place)):
                continue  # a ditto mark
        elif before in _SINGLE and text[place - 2 : place - 1] in _STOPS and after.isalnum():
            left, right = False, True  # the blank behind a quotation within the quotation was lost
        if left if left != right else not stack:
            if stack and pairing.begins_line(place):
                continue  # old typography repeats the mark at the head of each line
            opens[place] = True
            stack = [*stack[-1:], place]
        else:
            opens[place] = False
            if stack:
                pairing.join(stack.pop(), place)


def _join_curled_with_straight(pairing: Pairing, straight: list[int]) -> None:
    """Join a lonely curled mark and the lonely straight one that stands where its partner must be."""
    opens, partners, block = pairing.opens, pairing.partners, pairing.block
    if not any(place not in partners for place in straight if place in opens):
        return
    lonely = sorted(place for place in opens if place not in partners and pairing.text[place] in _DOUBLE)
    for opener, closer in pairwise(lonely):
        if (
            opens[opener]
            and not opens[closer]
            and block(opener) == block(closer)
            and '"' in (pairing.text[opener], pairing.text[closer])
            and opener not in partners
        ):
            pairing.join(opener, closer)
            pairing.mismatched.update((opener, closer))
            pairing.continued.discard(opener)


def _pair_guillemets(pairing: Pairing, left: str, right: str) -> None:
    places = pairing.places(left + right)
    inward = _points_inward(pairing.text, left, right)
    opener = right if inward else left
    for group in pairing.by_block(places):
        stack: list[int] = []
        for place in group:
            if pairing.text[place] == opener:
                if not (stack and pairing.begins_line(place)):
                    pairing.opens[place] = True
                    stack.append(place)
            else:
                pairing.opens[place] = False
                if stack:
                    pairing.join(stack.pop(), place)
    _settle(pairing, places)


def _points_inward(text: str, left: str, right: str) -> bool:
    """Tell German »…« from French «…» by what the first marks of the text touch."""
    votes = 0
    for character, weight in ((left, 1), (right, -1)):
        place = text.find(character)
        for _ in range(5):
            if place < 0:
                break
            before, after = text[place - 1 : place], text[place + 1 : place + 2]
            # A figure behind a mark is the number of a note as often as it is quoted.
            votes += weight * ((before.isalnum() or before in (".", "!", "?")) - after.isalpha())
            place = text.find(character, place + 1)
    return votes > 0


def _pair_straight_single(pairing: Pairing) -> None:
    pairs: list[tuple[int, int]] = []
    found = _STRAIGHT_SINGLE.search(pairing.text)
    while found:
        start, end = found.span()
        short = 3 < end - start <= _LONGEST_SINGLE
        if short:
            pairs.append((start, end - 1))
        found = _STRAIGHT_SINGLE.search(pairing.text, end if short else start + 1)
    for group in pairing.by_block([place for pair in pairs for place in pair]):
        together = set(group)
        for opener, closer in pairs[bisect_left(pairs, (group[0],)) :]:
            if opener > group[-1]:
                break
            if opener in together and closer in together:
                pairing.opens[opener], pairing.opens[closer] = True, False
                pairing.join(opener, closer)


def _settle(pairing: Pairing, places: list[int]) -> None:
    """Join marks that stayed lonely in their blocks across blocks, and see which quotations open again."""
    opens, partners, block = pairing.opens, pairing.partners, pairing.block
    marks = [place for place in places if place in opens and place not in pairing.miscurled]
    waiting: int | None = None
    between = 0
    for place in marks:
        if place in partners:
            between += 1
        elif opens[place]:
            waiting, between = place, 0
            if _opens_again(pairing, place):
                pairing.continued.add(place)
        elif waiting is not None:
            distance = block(place) - block(waiting)
            far = 0 < distance <= _FAR and (not between or _ends_two(pairing.text, place))
            if 0 < distance <= _NEAR or far:
                pairing.join(waiting, place)
                pairing.continued.discard(waiting)
            waiting = None


def _ends_two(text: str, place: int) -> bool:
    """Tell whether the mark stands right behind another closing one, and so ends the outer quotation."""
    before = text[place - 2 : place]
    return before[-1:] == text[place] or (before[-1:] in _SINGLE and before[:1] == text[place])


def _opens_again(pairing: Pairing, place: int) -> bool:
    """Tell whether the next block, or the one after it, begins with the same mark, be it behind others."""
    character = pairing.text[place]
    alike = '“”"' if character in _DOUBLE else character
    index = pairing.block(place)
    for block in pairing.blocks[index + 1 : index + 3]:
        start = block.extent.start + block.indent
        head = pairing.text[start : start + _HEAD]
        marks = head[: len(head) - len(head.lstrip(_HEADING))]
        if any(mark in alike for mark in marks):
            return True
    return False
