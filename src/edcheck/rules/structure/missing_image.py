"""A picture that the text shows is not there.

The file was renamed, was left out when the edition was copied, or lies under a name that differs in capitals and
small letters: then it is seen on the machine where it was made, and nowhere else. Correct the name, or add the
picture. Addresses on the web are never looked at, nor are folders that did not come with the texts.
"""

from collections.abc import Iterator

from edcheck.model import Apparatus, Draft
from edcheck.model.fix import Trust
from edcheck.rule import Bad, Good, NoOptions, Rule

_SHOWN = 5
"""Further places of the same picture that a finding shows."""


def check(apparatus: Apparatus, options: NoOptions) -> Iterator[Draft]:
    for lost in apparatus.lost_images:
        message = "other-case" if lost.other_case else ("near" if lost.right else "missing")
        trust: Trust = "safe" if lost.other_case else "suggestion"
        fixes = (apparatus.fix(f"show {lost.right}", lost.place, lost.right, trust),) if lost.right else ()
        yield Draft(
            message,
            lost.place,
            {"target": lost.target, "right": lost.right},
            tuple((other, "it is shown here too") for other in lost.others[:_SHOWN]),
            fixes=fixes,
            confidence=0.95,
        )


_PAGE = '<p>Rain. <img src="{}"> <img src="img/hail.png">'
_FILES = ("a/may.html", "a/img/hail.png", "a/img/Map.JPG")

rule = Rule(
    id="structure/missing-image",
    severity="error",
    doc=__doc__,
    messages={
        "missing": "there is no picture {target}",
        "near": "there is no picture {target}; {right} is meant?",
        "other-case": "the picture is called {right}: capitals and small letters differ",
    },
    check=check,
    scope="apparatus",
    fix="safe",
    bad=(
        Bad(_PAGE.format("«img/snow.png»"), "", "html", names=_FILES),
        Bad(_PAGE.format("«img/map.jpg»"), _PAGE.format("img/Map.JPG"), "html", names=_FILES),
        Bad(_PAGE.format("«Img/Map.JPG»"), _PAGE.format("img/Map.JPG"), "html", names=_FILES),
        Bad(_PAGE.format("«img/hail.gif»"), _PAGE.format("img/hail.png"), "html", names=_FILES),
        Bad(
            "![rain](../b/«rian.png») ![hail](../b/hail.png)\n".replace("../b/«", "«../b/"),
            "![rain](../b/rain.png) ![hail](../b/hail.png)\n",
            "markdown",
            names=("a/may.md", "b/rain.png", "b/hail.png"),
        ),
        Bad(
            '<TEI><text><figure><graphic url="«snow.png»"/></figure><figure><graphic url="hail.png"/></figure>'
            '<figure><graphic url="snow.png"/></figure><figure><graphic url="rain.png"/></figure></text></TEI>',
            format="tei",
            names=("may.xml", "hail.png", "rain.png"),
        ),
    ),
    good=(
        Good(_PAGE.format("img/Map.JPG?size=2"), format="html", names=_FILES),
        Good(_PAGE.format("img/snow.png"), because="it is not known which files there are", format="html"),
        Good(_PAGE.format("figures/snow.png"), "the folder did not come with the texts", "html", names=_FILES),
        Good(
            _PAGE.format("img/snow.png") + '<img src="img/ice.png"><img src="img/fog.png">',
            "most pictures did not come with the texts",
            "html",
            names=_FILES,
        ),
        Good(
            _PAGE.format("https://rain.example/snow.png") + '<img src="data:image/gif;base64,R0lGO">',
            "addresses on the web, pictures in the text",
            "html",
            names=_FILES,
        ),
        Good(_PAGE.format("/img/snow.png"), "the root of a site is not known", "html", names=_FILES),
        Good(_PAGE.format("{{ images }}/snow.png"), "a template", "html", names=_FILES),
        Good(f'<base href="../img/">{_PAGE.format("img/snow.png")}', "seen from elsewhere", "html", names=_FILES),
        Good(
            _PAGE.format("img/Sch%C3%B6n.png") + r'<img src="img\hail.png">',
            "letters written as bytes, and the sign that other systems part folders with",
            "html",
            names=(*_FILES, "a/img/Schön.png"),
        ),
    ),
)
