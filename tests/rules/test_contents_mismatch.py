"""Tables of contents of any size, and faults in several of them at once."""

import cProfile
import pstats

from edcheck.engine import check_edition, gather, locate, understand
from edcheck.model import Document, Finding, Spot
from edcheck.rules.structure.contents_mismatch import rule
from edcheck.ruleset import RuleSet
from edcheck.text import Source

RULES = RuleSet((rule,))


def document(name: str, text: str, format: str = "html") -> Document:
    return understand(Source.from_text(text, name), format=format)


def found(*documents: Document) -> list[Finding]:
    by_name = {one.name: one for one in documents}
    return check_edition([gather(one) for one in documents], RULES, by_name.get).findings


def test_one_fault_in_two_tables_is_one_finding() -> None:
    nav = '<nav epub:type="toc"><ol><li><a href="a.html">The Frod</a></li></ol></nav>'
    ncx = '<navMap><navPoint><text>The Frod</text><content src="a.html"/></navPoint></navMap>'
    page = document("a.html", "<h2>The Ford</h2><p>Reeds.</p>")
    [finding] = found(page, document("nav.html", nav), document("toc.ncx", ncx, "ncx"))
    assert (finding.location.path, finding.location.quote) == ("nav.html", "The Frod")
    assert [(place.path, place.label) for place in finding.related] == [("a.html", "the heading")]
    [in_ncx] = found(page, document("toc.ncx", ncx, "ncx"))
    assert (in_ncx.location.path, in_ncx.location.quote) == ("toc.ncx", "The Frod")


def test_a_finding_stands_although_its_documents_cannot_be_shown_again() -> None:
    nav = document("nav.html", '<nav epub:type="toc"><ol><li><a href="a.html">The Frod</a></li></ol></nav>')
    page = document("a.html", "<h2>The Ford</h2><p>Reeds.</p>")
    [finding] = check_edition([gather(nav), gather(page)], RULES).findings
    assert (finding.location.path, finding.location.start, finding.location.quote) == ("nav.html", (1, 1), "")
    assert [place.path for place in finding.related] == ["a.html"]
    assert locate(page, Spot(page.name, page.blocks[0].extent)).quote == "The Ford"


def test_a_motto_may_stand_before_the_heading_and_a_chapter_may_not() -> None:
    nav = document("nav.html", '<nav epub:type="toc"><ol><li><a href="a.html">The Frod</a></li></ol></nav>')
    assert found(nav, document("a.html", "<p>Reeds and rushes.</p><h2>The Ford</h2>"))
    assert not found(nav, document("a.html", f"<p>{'Reeds and rushes. ' * 20}</p><h2>The Ford</h2>"))


def test_a_page_of_many_headings_takes_time_in_step_with_their_number() -> None:
    def work(count: int) -> int:
        entries = "".join(f'<li><a href="a.html#h{n}">Upstream {n}</a></li>' for n in range(count))
        whole = "".join(f'<li><a href="a.html">Upstream {n}</a></li>' for n in range(count))
        headings = "".join(f'<h2 id="h{n}">The Weir {n}</h2>' for n in range(count))
        nav = f'<nav epub:type="toc"><ol>{entries}{whole}</ol></nav>'
        documents = document("nav.html", nav), document("a.html", headings)
        profile = cProfile.Profile()
        profile.runcall(found, *documents)
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    assert work(400) < 6 * work(100)
