"""Characters are garbled: UTF-8 was read as windows-1252.

Some program took each byte of a character for a character of its own, so that `é` became `Ã©` and `’` became
`â€™`. The damage can be undone without loss: the repair restores what was there. Real `Ã` and `Â` of
Portuguese, Romanian or French words are left alone.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.mojibake import find_mojibake
from edcheck.rule import Bad, Good, NoOptions, Rule


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for extent, reads in find_mojibake(document.text):
        written = document.quote(extent)
        if document.in_zone(extent, "code"):
            continue
        fix = document.fix(f"Restore “{reads}”", extent, reads, "unsafe")
        yield Draft("garbled", extent, {"written": written, "reads": reads}, fixes=(fix,), confidence=0.97)


rule = Rule(
    id="characters/mojibake",
    severity="error",
    doc=__doc__,
    messages={"garbled": "“{written}” is “{reads}”, garbled by reading UTF-8 as windows-1252"},
    check=check,
    fix="unsafe",
    bad=(
        Bad("The caf«Ã©» in the rue de l«â€™Ã‰»toile", fixed="The café in the rue de l’Étoile"),
        Bad(
            "She said «â€œ»no«â€» and left«Â\xa0»; «Ã¢â‚¬â„¢»twas late.",
            fixed="She said “no” and left\xa0; ’twas late.",
        ),
        Bad("Il va «Ã\xa0» pied, voil«Ã\xa0» tout.", fixed="Il va à pied, voilà tout."),
        Bad("The word «Ð¼Ð¸Ñ€» means peace.", fixed="The word мир means peace."),
    ),
    good=(
        Good("NÃO, disse o barqueiro; AMANHÃ” talvez.", because="real letters before a quotation mark"),
        Good("AMANHÃ\xa0– talvez; NÃO.", because="a capital of a word in capitals before a no-break space"),
        Good("Er sprach „Spaß“ und „Ä“ sehr laut.", because="real letters before a quotation mark"),
        Good("Le château de l’Île, 3×² pieds, ESPAÑA…", because="real letters"),
    ),
)
