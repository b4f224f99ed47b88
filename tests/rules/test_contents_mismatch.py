"""Tables of contents of any size, and faults in several of them at once."""

import cProfile
import pstats

from edcheck.engine import check_edition, gather, understand
from edcheck.model import Facts, Finding
from edcheck.rules.structure.contents_mismatch import rule
from edcheck.ruleset import RuleSet
from edcheck.text import Source

RULES = RuleSet((rule,))


def facts(name: str, text: str, format: str = "html") -> Facts:
    return gather(understand(Source.from_text(text, name), format=format))


def found(*documents: Facts) -> list[Finding]:
    return check_edition(list(documents), RULES).findings


def test_one_fault_in_two_tables_is_one_finding() -> None:
    nav = '<nav epub:type="toc"><ol><li><a href="a.html">The Frod</a></li></ol></nav>'
    ncx = '<navMap><navPoint><text>The Frod</text><content src="a.html"/></navPoint></navMap>'
    page = facts("a.html", "<h2>The Ford</h2><p>Reeds.</p>")
    [finding] = found(page, facts("nav.html", nav), facts("toc.ncx", ncx, "ncx"))
    assert (finding.location.path, finding.location.quote) == ("nav.html", "The Frod")
    assert [(place.path, place.label) for place in finding.related] == [("a.html", "the heading")]
    [in_ncx] = found(page, facts("toc.ncx", ncx, "ncx"))
    assert (in_ncx.location.path, in_ncx.location.quote) == ("toc.ncx", "The Frod")


def test_a_motto_may_stand_before_the_heading_and_a_chapter_may_not() -> None:
    nav = facts("nav.html", '<nav epub:type="toc"><ol><li><a href="a.html">The Frod</a></li></ol></nav>')
    assert found(nav, facts("a.html", "<p>Reeds and rushes.</p><h2>The Ford</h2>"))
    assert not found(nav, facts("a.html", f"<p>{'Reeds and rushes. ' * 20}</p><h2>The Ford</h2>"))


def test_a_page_of_many_headings_takes_time_in_step_with_their_number() -> None:
    def work(count: int) -> int:
        entries = "".join(f'<li><a href="a.html#h{n}">Upstream {n}</a></li>' for n in range(count))
        whole = "".join(f'<li><a href="a.html">Upstream {n}</a></li>' for n in range(count))
        headings = "".join(f'<h2 id="h{n}">The Weir {n}</h2>' for n in range(count))
        nav = f'<nav epub:type="toc"><ol>{entries}{whole}</ol></nav>'
        documents = facts("nav.html", nav), facts("a.html", headings)
        profile = cProfile.Profile()
        profile.runcall(found, *documents)
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    assert work(400) < 6 * work(100)
