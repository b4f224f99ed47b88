"""Writes the elements of a Word file out as text with marks."""

from collections.abc import Callable
from typing import Any

from edcheck.containers.ooxml import child, local, setting, text_boxes, values
from edcheck.patterns import lazy_pattern
from edcheck.text.marked import Mark

OBJECT = "\ufffc"
"""Stands for what is no prose (a picture, a formula), and for the mark of a note."""
_LINE = "\u2028"
"""A line break within a paragraph, which is no end of a line of ours."""
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_HEADING = lazy_pattern(r"heading ([1-9])")
_OBJECTS = frozenset({"drawing", "pict", "object", "oMath", "oMathPara", "sym", "contentPart"})
_BOXES = frozenset({"drawing", "pict", "object"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\xad", "cr": _LINE}
_INSERTED, _DELETED = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_THROUGH = frozenset({"sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo"})


class Manuscript:
    """The text of a file while it is written out: `targets` are those of links, `styles` the names of styles."""

    def __init__(self, targets: dict[str, str], styles: dict[str, str]) -> None:
        self.marks: list[Mark] = []
        self._targets = targets
        self._styles = styles
        self._parts: list[str] = []
        self._at = 0
        self._fields: list[bool] = []
        """The open fields, and of each whether what comes next is its code and not its result."""
        self._codes = 0
        self._boxes: list[Any] = []
        self._counts: dict[str, int] = {}
        self._labels: dict[str, str] = {}
        self._comments: dict[str, int] = {}

    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def body(self, element: Any, kind: str = "") -> None:
        """Write the paragraphs and tables of an element; `kind` is that of its paragraphs, if it decides it."""
        for one in element:
            name = local(one)
            if name == "p":
                self._paragraph(one, kind)
            elif name == "tc":
                self.body(one, "cell")
            elif name not in ("sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "Fallback"):
                self.body(one, kind)

    def notes(self, kind: str, root: Any, targets: dict[str, str]) -> None:
        """Write the notes of one kind, each with a mark for the whole."""
        self._targets = targets
        for note in root:
            given = values(note)
            if local(note) != kind or given.get("type") in _SEPARATORS:
                continue
            name = f"{kind}-{given.get('id', '')}"
            start = self._at
            if kind != "comment":
                self._write(OBJECT)
                self._mark("hidden", start)
            self.body(note)
            data = {"group": kind, "label": self._labels.get(name, ""), "responsible": given.get("author", "")}
            if given.get("id", "") in self._comments and kind == "comment":
                data["at"] = str(self._comments[given["id"]])
            self._mark("note", start, name, data)

    # -- paragraphs

    def _paragraph(self, paragraph: Any, kind: str) -> None:
        start = self._at
        self._inline(paragraph)
        style = self._styles.get(setting(paragraph, "pPr", "pStyle"), "")
        level = self._level(paragraph, style)
        if level:
            kind = "heading"
        elif child(paragraph, "pPr", "numPr") is not None:
            kind = "item"
        elif "quot" in style or style == "block text":
            kind = "quote"
        self._mark("block", start, kind or "paragraph", {"level": str(level), "style": style})
        self._write("\n")
        self._fields.clear()
        self._codes = 0
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.body(box)

    @staticmethod
    def _level(paragraph: Any, style: str) -> int:
        heading = _HEADING.match(style)
        if heading:
            return min(int(heading[1]), 6)
        outline = setting(paragraph, "pPr", "outlineLvl")
        if outline.isdigit() and int(outline) < 9:
            return min(int(outline) + 1, 6)
        return 1 if style == "title" else 0

    def _inline(self, element: Any) -> None:
        for one in element:
            name = local(one)
            write = _INLINE.get(name)
            if write is not None:
                write(self, one)
            elif name in _CHARACTERS:
                self._write(_CHARACTERS[name])
            elif name in _OBJECTS:
                self._object(one, name)
            elif name in _INSERTED or name in _DELETED:
                self._change(one, name)
            elif name in _THROUGH:
                self._inline(one)

    def _run(self, run: Any) -> None:
        if child(run, "rPr", "vanish") is not None:
            return
        start = self._at
        self._inline(run)
        if setting(run, "rPr", "vertAlign") == "superscript":
            self._mark("superscript", start)

    def _words(self, element: Any) -> None:
        self._write(element.text or "")

    def _line_break(self, element: Any) -> None:
        if values(element).get("type") == "page":
            self._mark("page", self._at)
        self._write(_LINE)

    def _page(self, element: Any) -> None:
        self._mark("page", self._at)

    def _field(self, element: Any) -> None:
        kind = values(element).get("fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._codes += 1
        elif kind in ("separate", "end") and self._fields:
            self._codes -= self._fields.pop()
            if kind == "separate":
                self._fields.append(False)

    def _link(self, element: Any) -> None:
        start, given = self._at, values(element)
        self._inline(element)
        target = self._targets.get(given.get("id", ""), "")
        if given.get("anchor"):
            target += f"#{given['anchor']}"
        if target:
            self._mark("link", start, target)

    def _bookmark(self, element: Any) -> None:
        name = values(element).get("name", "")
        if name and name != "_GoBack":
            self._mark("anchor", self._at, name)

    def _call(self, element: Any) -> None:
        kind, given = local(element).removesuffix("Reference"), values(element)
        name, start = f"{kind}-{given.get('id', '')}", self._at
        own = given.get("customMarkFollows", "") in ("1", "true", "on")
        if not own:
            self._counts[kind] = self._counts.get(kind, 0) + 1
        label = "" if own else str(self._counts[kind])
        self._labels.setdefault(name, label)
        self._write(OBJECT)
        self._mark("hidden", start)
        self._mark("call", start, name, {"label": label, "group": kind})

    def _comment(self, element: Any) -> None:
        self._comments.setdefault(values(element).get("id", ""), self._at)

    def _dated(self, element: Any) -> None:
        start = self._at
        self._inline(element)
        date = child(element, "sdtPr", "date")
        if date is not None and values(date).get("fullDate"):
            self._mark("date", start, values(date)["fullDate"][:10])

    def _object(self, element: Any, name: str) -> None:
        boxes = list(text_boxes(element)) if name in _BOXES else []
        self._boxes += boxes
        if not boxes:
            self._write(OBJECT)

    def _change(self, element: Any, name: str) -> None:
        if name in _INSERTED:
            start = self._at
            self._inline(element)
            self._mark("added", start)
        else:
            gone = "".join(one.text or "" for one in element.iter() if local(one) in ("delText", "t"))
            self._mark("deleted", self._at, gone)

    def _choice(self, element: Any) -> None:
        first = next((one for one in element if local(one) in ("Choice", "Fallback")), None)
        if first is not None:
            self._inline(first)

    def _write(self, text: str) -> None:
        if not self._codes:
            self._parts.append(text)
            self._at += len(text)

    def _mark(self, kind: str, start: int, value: str = "", data: dict[str, str] | None = None) -> None:
        self.marks.append(Mark(kind, start, self._at, value, data or {}))


_INLINE: dict[str, Callable[[Manuscript, Any], None]] = {
    "AlternateContent": Manuscript._choice,
    "bookmarkStart": Manuscript._bookmark,
    "br": Manuscript._line_break,
    "commentRangeStart": Manuscript._comment,
    "commentReference": Manuscript._comment,
    "endnoteReference": Manuscript._call,
    "fldChar": Manuscript._field,
    "footnoteReference": Manuscript._call,
    "hyperlink": Manuscript._link,
    "lastRenderedPageBreak": Manuscript._page,
    "r": Manuscript._run,
    "sdt": Manuscript._dated,
    "t": Manuscript._words,
}
