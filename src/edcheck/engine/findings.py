"""Makes findings of what rules say: words and severities, order, fingerprints."""

from collections import Counter
from operator import itemgetter

from edcheck.engine.places import Placing
from edcheck.model import Draft, Finding, Location
from edcheck.model.finding import SEVERITIES, Severity
from edcheck.records import NamedTuple
from edcheck.rule import Rule
from edcheck.text import Span

try:
    # `hashlib` loads OpenSSL, a twentieth of every start; the same function is in Python itself.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_RANK = {"off": len(SEVERITIES), **{name: rank for rank, name in enumerate(SEVERITIES)}}


class Said(NamedTuple):
    """What one draft says, ready to be put in order; without what only the finished finding needs."""

    path: str
    spans: tuple[Span, ...]
    rule: str
    message: str
    severity: Severity
    location: Location
    related: tuple[Location, ...]
    data: dict[str, str]
    draft: Draft


def say(draft: Draft, rule: Rule, place: Placing) -> Said:
    """Put a draft into words, and its places into lines and columns."""
    severity = rule.severity
    if draft.severity is not None and _RANK[draft.severity] > _RANK[severity]:
        severity = draft.severity
    data = {name: str(value) for name, value in draft.data.items()}
    message = rule.messages[draft.message].format(**data)
    location = place(draft.at, "")
    related = tuple([place(where, label) for where, label in draft.related])
    return Said(location.path, location.spans, rule.id, message, severity, location, related, data, draft)


def finish(said: list[Said]) -> list[Finding]:
    """Sort by place and make the findings, each with its fingerprint; equal ones are counted apart."""
    seen: Counter[str] = Counter()
    findings = []
    for _, _, rule, message, severity, location, related, data, draft in sorted(said, key=itemgetter(0, 1, 2, 3)):
        context = " ".join(f"{location.before}|{location.quote}|{location.after}".split())
        key = "\0".join((rule, draft.message, location.path, context.casefold()))
        seen[key] += 1
        findings.append(
            Finding(
                rule,
                severity,
                message,
                location,
                draft.message,
                data,
                related,
                draft.evidence,
                draft.fixes,
                draft.confidence,
                blake2b(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
            )
        )
    return findings
