"""Text from outside made safe for a page: escaped, and every hidden character shown as a badge with its number."""

import re
from functools import cache
from unicodedata import name

from markupsafe import Markup, escape

from edcheck.reports.visible import HIDDEN, ODD_SPACE, SHORT, number

_CODE = re.compile(r"`([^`]++)`")
_LINE_END = re.compile(r"\r\n?")
_HIDDEN_EXACTLY = re.compile(f"[{HIDDEN}]")
_HIDDEN_IN_PROSE = re.compile("[" + HIDDEN.replace(r"\x00-\x1f", r"\x00-\x08\x0b-\x1f") + "]")


def shown(text: str) -> Markup:
    """Running text: line ends and tabs stay, for a browser treats them as blanks."""
    if text.isascii() and text.isprintable():
        return escape(text)
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return Markup(_HIDDEN_IN_PROSE.sub(_badge, escape(text)))


def shown_exactly(text: str) -> Markup:
    r"""Text of which every character counts, as in a correction: line ends are shown as `\n`, odd blanks too."""
    result = _HIDDEN_EXACTLY.sub(_badge, escape(text))
    return Markup(ODD_SPACE.sub(_badge, result) if text.isspace() else result)


def explained(text: str) -> Markup:
    """Running text of a rule, in which what stands between backticks is code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(shown(text))))


def shown_path(path: str) -> Markup:
    """A path with its folders set back, that may break behind each of them."""
    *folders, name = path.split("/")
    if not folders:
        return shown_exactly(path)
    parts = Markup("/<wbr>").join(shown_exactly(folder) for folder in folders)
    return Markup('<span class="folder">{}/<wbr></span>{}').format(parts, shown_exactly(name))


def _badge(match: re.Match[str]) -> str:
    return _badge_of(match[0])


@cache
def _badge_of(character: str) -> str:
    title = name(character, "a control character")
    return f'<span class="ch" title="{title}">{SHORT.get(character) or number(character)}</span>'
