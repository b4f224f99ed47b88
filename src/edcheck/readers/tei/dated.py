"""Which elements say a date in their attributes, and whose date it is.

`from` and `to` are dates on the elements that TEI calls datable only: elsewhere they are pages, places of
witnesses or ends of an arc.
"""

import re
from collections.abc import Sequence
from typing import Final

from edcheck.model.markup import AttributeValue
from edcheck.patterns import lazy_pattern
from edcheck.readers.tei.elements import DATES
from edcheck.readers.tei.tags import Tag

DATABLE: Final = frozenset(
    {
        *(
            "acquisition",
            "affiliation",
            "age",
            "birth",
            "bloc",
            "change",
            "dateline",
            "death",
            "climate",
            "conversion",
            "country",
            "creation",
        ),
        *("custEvent", "district", "education", "event", "faith", "floruit", "forename", "gender", "geogFeat"),
        *("geogName", "langKnowledge", "licence", "location", "name", "nationality", "objectName", "occupation"),
        *(
            "offset",
            "orgName",
            "origin",
            "origPlace",
            "persName",
            "placeName",
            "population",
            "provenance",
            "region",
        ),
        *("relation", "relationship", "residence", "resp", "respStmt", "rs", "seal", "settlement", "sex"),
        *("socecStatus", "state", "surname", "terrain", "title", "trait"),
    }
)
_ALWAYS = re.compile(r"(?:when|notBefore|notAfter)(?:-iso|-custom)?\Z")
_OF_DATABLE = re.compile(r"(?:from|to)(?:-iso|-custom)?\Z|dur(?:-iso)?\Z|calendar\Z|value\Z|period\Z")
TELLING: re.Pattern[str] = lazy_pattern(r"\s(?:when|notBefore|notAfter|from|to|value|dur)(?:-iso|-custom)?\s*=")
"""Finds out quickly whether a tag may say a date."""

_ROLES: Final = {
    "creation": "written",
    "origDate": "written",
    "origin": "written",
    "publicationStmt": "published",
    "change": "revised",
    "birth": "born",
    "death": "died",
}
_ACTIONS: Final = {"sent": "sent", "written": "written", "received": "received"}


def date_values(tag: Tag, at: int) -> dict[str, AttributeValue]:
    """The attributes of a tag that concern dates; empty where the element states none."""
    datable = tag.name in DATES or tag.name in DATABLE
    found: dict[str, AttributeValue] = {}
    for name in tag.attributes:
        if _ALWAYS.match(name) or (datable and _OF_DATABLE.match(name)):
            value = tag.placed(name, at)
            if value is not None:
                found[name] = value
    if tag.name in DATES or any(name not in ("calendar", "value", "period") for name in found):
        return found
    return {}


def role_of(name: str, around: Sequence[str], action: str) -> str:
    """Whose date an element of that name states, from the names of the elements around it, outermost first.

    `action` is the type of the correspondence action that it stands in, if it stands in one.
    """
    for outer in (name, *reversed(around[-6:])):
        if outer == "correspAction":
            return _ACTIONS.get(action, "")
        if outer in _ROLES:
            return _ROLES[outer]
    return ""
