"""The parts of SARIF 2.1.0 that edcheck writes, after the specification's sections; nothing else is allowed."""

from typing import Any


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def _list(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


TEXT = {"type": "string"}
WORDS = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
# 3.11: a message has a text; 3.12: a multiformat one may add Markdown
MESSAGE = _object("text", text=WORDS)
BOTH = _object("text", text=WORDS, markdown=WORDS)
# 3.4: a URI reference of RFC 3986, relative to a base or absolute
URI = {"type": "string", "pattern": r"^(file:///|(?![/:]))([A-Za-z0-9._~!/:-]|%[0-9A-F]{2})+$"}
ARTIFACT = _object("uri", uri=URI, uriBaseId={"const": "%SRCROOT%"})
# 3.30
REGION = _object(
    "startLine startColumn endLine endColumn",
    startLine=COUNT,
    startColumn=COUNT,
    endLine=COUNT,
    endColumn=COUNT,
    snippet=_object("text", text=TEXT),
)
PHYSICAL = _object("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
# 3.28
LOCATION = _object("physicalLocation", physicalLocation=PHYSICAL)
RELATED = _object("id message physicalLocation", id=COUNT, message=MESSAGE, physicalLocation=PHYSICAL)
# 3.55 to 3.57
FIX = _object(
    "description artifactChanges",
    description=MESSAGE,
    artifactChanges=_list(
        _object(
            "artifactLocation replacements",
            artifactLocation=ARTIFACT,
            replacements=_list(
                _object("deletedRegion", deletedRegion=REGION, insertedContent=_object("text", text=TEXT)),
                minItems=1,
            ),
        ),
        minItems=1,
    ),
)
# 3.27
RESULT = _object(
    "ruleId ruleIndex level message locations",
    ruleId=WORDS,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    rank={"type": "number", "minimum": 0, "maximum": 100},
    message=MESSAGE,
    locations=_list(LOCATION, minItems=1),
    relatedLocations=_list(RELATED, minItems=1, uniqueItems=True),
    partialFingerprints={"type": "object", "additionalProperties": WORDS},
    fixes=_list(FIX, minItems=1),
    properties={"type": "object"},
)
# 3.49
RULE = _object(
    "id shortDescription defaultConfiguration",
    id=WORDS,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=BOTH,
    defaultConfiguration=_object("level", level=LEVEL, enabled={"type": "boolean"}),
    properties=_object("tags", tags=_list(WORDS, uniqueItems=True)),
)
# 3.58
NOTIFICATION = _object(
    "message", level=LEVEL, descriptor=_object("id", id=WORDS), message=MESSAGE, locations=_list(LOCATION)
)
# 3.20
INVOCATION = _object(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=_list(NOTIFICATION),
)
# 3.14
RUN = _object(
    "tool results columnKind",
    tool=_object("driver", driver=_object("name", name=WORDS, version=WORDS, rules=_list(RULE))),
    invocations=_list(INVOCATION),
    originalUriBaseIds={"type": "object", "additionalProperties": _object("", description=MESSAGE)},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    newlineSequences=_list(TEXT, minItems=1, uniqueItems=True),
    results=_list(RESULT),
)
SARIF = {
    **_object("version runs", version={"const": "2.1.0"}, runs=_list(RUN)),
    "$schema": "https://json-schema.org/draft/2020-12/schema",
}
SARIF["properties"]["$schema"] = {"type": "string", "format": "uri"}
