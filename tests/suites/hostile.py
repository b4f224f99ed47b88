"""Texts and archives made to do harm: generated, because nobody should store them."""

import io
import zipfile
from collections.abc import Callable

from edcheck.readers import FORMATS

Made = dict[str, Callable[[], bytes]]
"""Hostile files: the name of each, and what makes it."""

_MANY = 100_000
_MEGABYTE = 1024 * 1024
_SUFFIXES = {"tei": "xml", "plain": "txt", "markdown": "md", "wikitext": "wiki", "rest": "rst"}
_DEEP = {
    "html": ("<div>", "</div>"),
    "tei": ("<div>", "</div>"),
    "ncx": ("<navPoint>", "</navPoint>"),
    "markdown": ("> ", ""),
    "rest": ("* ", ""),
    "wikitext": ("{{a|", "}}"),
    "plain": ("(", ")"),
}
_UNCLOSED = {
    "html": ("<b>", "<a href='#", "<!--", "&#", "<sup>[1", "<p>[1]<a name=n"),
    "tei": ("<note>", "<ref target='#a'>", "<![CDATA[", "<choice><sic>", "<?a ", "<app><lem>"),
    "ncx": ("<text>", "<content src='"),
    "markdown": ("[", "[^a", "[^a]: ", "^[", "![l", "```\n", "<a ", "**", "$$", "{{", "[a](", "- ", "|a"),
    "rest": ("`", ".. [1] ", "|", "**", "[1", "::\n\n "),
    "wikitext": ("[[", "<ref>", "{{", "{|\n", "''", "<ref name=a"),
    "plain": ("[", "“", "(1", "[1] ", "1. ", "‘", "\n* * *\n"),
}


def texts() -> Made:
    """Hostile texts; each name ends with the suffix of the format that reads it."""
    made: Made = {}
    for format in sorted(set(FORMATS) & set(_DEEP)):
        suffix = _SUFFIXES.get(format, format)
        start, end = _DEEP[format]
        made[f"deep.{suffix}"] = _text(start * _MANY + "Rain fell." + end * _MANY)
        for number, part in enumerate(_UNCLOSED[format], 1):
            made[f"unclosed-{number}.{suffix}"] = _text(part * min(_MANY, 400_000 // len(part)))
        made[f"one-line.{suffix}"] = _text("Rain fell [1] on (the) “weir” " * (_MEGABYTE // 30))
        made[f"notes.{suffix}"] = _text("".join(f"Rain[{n}] " for n in range(20_000)))
        made[f"nul.{suffix}"] = _text("Rain\0fell " * 1000)
        made[f"controls.{suffix}"] = _text("".join(map(chr, range(1, 0x3000))) * 10)
    return made | entities()


def entities() -> Made:
    """Texts whose document types are meant to blow up, or to make programs open what they must not."""
    laughs = "".join(f"<!ENTITY l{n} '" + f"&l{n - 1};" * 10 + "'>" for n in range(1, 12))
    parameters = "".join(f"<!ENTITY % p{n} '" + f"&#37;p{n - 1};" * 10 + "'>" for n in range(1, 9))
    long = "Rain " * 20_000
    attribute = "<b c='&l;'/>" * 20_000
    names = " ".join(f"b{n}='1'" for n in range(20_000))
    spaces = " ".join(f"xmlns:b{n}='urn:{n}'" for n in range(20_000))
    written = {
        "laughs.xml": f'<!DOCTYPE a [<!ENTITY l0 "Rain">{laughs}]><a>&l11;</a>',
        "quadratic.xml": f'<!DOCTYPE a [<!ENTITY l "{long}">]><a>{"&l;" * 20_000}</a>',
        "in-attributes.xml": f'<!DOCTYPE a [<!ENTITY l "{long}">]><a>{attribute}</a>',
        "circle.xml": '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;</a>',
        "parameters.xml": f'<!DOCTYPE a [<!ENTITY % p0 "Rain">{parameters}%p8;]><a/>',
        "declarations.xml": f"<!DOCTYPE a [{'<!ELEMENT a ANY>' * _MANY}]><a>Rain</a>",
        "file.xml": '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]><a>&f;</a>',
        "network.xml": '<!DOCTYPE a [<!ENTITY f SYSTEM "http://127.0.0.1:9/f">]><a b="&f;">&f;</a>',
        "outside.xml": '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a>Rain</a>',
        "parameter-file.xml": '<!DOCTYPE a [<!ENTITY % f SYSTEM "file:///etc/hostname">%f;]><a>Rain</a>',
        "included.xml": '<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/hostname"/>Rain</a>',
        "styled.xml": '<?xml-stylesheet href="http://127.0.0.1:9/s.xsl" type="text/xsl"?><a>Rain</a>',
        "attributes.xml": f"<a {names}>Rain</a>",
        "namespaces.xml": f"<a {spaces}>Rain</a>",
    }
    return {name: _text(text) for name, text in written.items()}


def archives() -> Made:
    """Hostile books; what makes archives lie is tried entry by entry in the tests of containers."""
    slips = (
        "../../rain.xhtml",
        "/etc/rain.xhtml",
        "C:\\rain.xhtml",
        "a\\..\\..\\rain.xhtml",
        "%2e%2e%2frain.xhtml",
    )
    made: Made = {f"slip-{number}.epub": _book({name: b"Rain"}) for number, name in enumerate(slips, 1)}
    made |= {
        "bomb.epub": _book({"rain.xhtml": b"\0" * (90 * _MEGABYTE)}),
        "spaces.epub": _book({f"rain-{n}.xhtml": b" " * _MEGABYTE for n in range(60)}),
        "nested.epub": _book({"inner.epub": _book({"rain.xhtml": b"\0" * (20 * _MEGABYTE)})()}),
        "entries.epub": _book({f"{n}.xhtml": b"" for n in range(20_000)}),
        "overlap.epub": _overlapping,
        "cut.epub": lambda: _book({"rain.xhtml": b"<p>Rain</p>" * 1000})()[:-40],
        "rootfile.epub": _book({"META-INF/container.xml": b"<rootfile full-path='../../etc/passwd'/>"}),
        "laughs.epub": _book({"rain.xhtml": entities()["laughs.xml"]()}),
        "deep.epub": _book({"META-INF/container.xml": b"<a>" * _MANY, "content.opf": b"<package>" * _MANY}),
        "bomb.docx": _book({"word/document.xml": b"\0" * (90 * _MEGABYTE)}),
        "deep.docx": _book({"word/document.xml": b"<w:p>" * _MANY}),
        "bomb.txt.gz": lambda: _gzip(b"\0" * (200 * _MEGABYTE)),
        "spaces.txt.gz": lambda: _gzip(b" " * (200 * _MEGABYTE)),
        "cut.txt.gz": lambda: _gzip(b"Rain fell. " * 1000)[:-30],
    }
    return made


def _text(text: str) -> Callable[[], bytes]:
    return lambda: text.encode("utf-8")


def _book(entries: dict[str, bytes]) -> Callable[[], bytes]:
    def make() -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            for name, content in entries.items():
                info = zipfile.ZipInfo()
                info.filename = name
                archive.writestr(info, content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    return make


def _overlapping() -> bytes:
    """A thousand entries of the table that all lead to the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rain.xhtml", b"Rain " * _MEGABYTE)
        (entry,) = archive.infolist()
        archive.filelist += [entry] * 1000
        archive.comment = b"reeds"
    return stream.getvalue()


def _gzip(data: bytes) -> bytes:
    import gzip

    return gzip.compress(data, 6)
