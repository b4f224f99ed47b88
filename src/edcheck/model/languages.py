"""Tags of languages as far as telling one language from another needs them."""

from typing import Final

_LONG: Final = {
    "deu": "de",
    "ger": "de",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "rus": "ru",
    "spa": "es",
    "ita": "it",
    "lat": "la",
    "nld": "nl",
    "dut": "nl",
    "pol": "pl",
    "ces": "cs",
    "cze": "cs",
    "ell": "el",
    "gre": "el",
}


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name the same language, whatever region or script they add; unknown ones may."""
    return not one or not other or primary_language(one) == primary_language(other)


def primary_language(tag: str) -> str:
    """The language that a tag names, without region or script, in two letters if it can be (`de` for `deu-AT`)."""
    primary = tag.replace("_", "-").partition("-")[0].strip().lower()
    return _LONG.get(primary, primary)
