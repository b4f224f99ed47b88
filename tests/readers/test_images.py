"""Where pictures are to be found, as each markup says it."""

import pytest

from edcheck.model.edition import NO_SETTINGS
from edcheck.readers import reader_for
from edcheck.text import Source


@pytest.mark.parametrize(
    ("format", "text", "images"),
    [
        ("html", '<p>Rain <IMG SRC=map.gif alt="x">, hail <img src="a&amp;b.png"/>.', ["map.gif", "a&b.png"]),
        ("html", '<svg><image xlink:href=" cover.jpg "/></svg><img alt="none"><img src="">', ["cover.jpg"]),
        ("markdown", '![a *map*](maps/may.png "May") and [![x](y.png)](z.html)', ["maps/may.png", "y.png"]),
        ("markdown", "![rain][r]\n\n[r]: <rain gauge.png>\n", ["rain gauge.png"]),
        ("markdown", 'Rain <img src="rain.gif">.\n\n<div><img src="hail.gif"></div>\n', ["rain.gif", "hail.gif"]),
        ("markdown", "Rain, `![no](picture.png)`.", []),
        (
            "rest",
            ".. image:: maps/may.png\n   :alt: May\n\n.. |hail| image:: hail.gif\n",
            ["maps/may.png", "hail.gif"],
        ),
        ("rest", ".. figure:: cover.jpg\n\n   A cover.\n\n.. image::\n", ["cover.jpg"]),
        (
            "tei",
            '<TEI><text><figure><graphic url="map.jpg"/><figDesc>A map</figDesc></figure></text></TEI>',
            ["map.jpg"],
        ),
        ("plain", "See map.jpg.", []),
    ],
)
def test_images_stand_where_they_are_written(format: str, text: str, images: list[str]) -> None:
    source = Source.from_text(text, "text")
    markup = reader_for(source, format)(source, NO_SETTINGS)
    assert [image.value for image in markup.images] == images
    written = [text[slice(*image.span)].strip().replace("&amp;", "&") for image in markup.images]
    assert written == images
