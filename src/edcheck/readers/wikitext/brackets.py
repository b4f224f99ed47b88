"""Which brackets of a wikitext belong together: templates `{{…}}`, links `[[…]]`, and the bars in them."""

from edcheck.patterns import lazy_pattern
from edcheck.records import dataclass, field

_TOKEN = lazy_pattern(
    r"\{\{|\}\}|\[\[|\]\]|\||<(?:!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|(?P<raw>nowiki|pre|math|syntaxhighlight|source|score|chem)\b[^<>]*+(?<!/)>(?:[^<]++|<(?!/(?P=raw)))*+)"
)


@dataclass(slots=True)
class Bracket:
    """A pair of brackets: where its content begins and ends (two signs on either side), and its bars."""

    start: int
    mark: str
    end: int = -1
    bars: list[int] = field(default_factory=list)

    def parts(self) -> list[tuple[int, int]]:
        """Where the parts between the bars begin and end."""
        return list(zip([self.start, *(bar + 1 for bar in self.bars)], [*self.bars, self.end], strict=True))


def find_brackets(text: str) -> dict[int, Bracket]:
    """All pairs by the place of their opening sign, in linear time; what is never closed is left out."""
    found: dict[int, Bracket] = {}
    opened: list[Bracket] = []
    counts = {"{{": 0, "[[": 0}
    for match in _TOKEN.finditer(text):
        mark = match[0]
        if mark == "|":
            if opened:
                opened[-1].bars.append(match.start())
        elif mark in counts:
            counts[mark] += 1
            opened.append(Bracket(match.end(), mark))
        elif mark in ("}}", "]]"):
            wanted = "{{" if mark == "}}" else "[["
            if not counts[wanted] or (wanted == "[[" and opened[-1].mark != "[["):
                continue
            bracket = opened.pop()
            while bracket.mark != wanted:
                counts[bracket.mark] -= 1
                bracket = opened.pop()
            counts[wanted] -= 1
            bracket.end = match.start()
            found[bracket.start - 2] = bracket
    return found
