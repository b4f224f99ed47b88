"""TEI: what the view holds, what the markup says, and the laws on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.model import Edition, Markup
from edcheck.readers import format_of
from edcheck.readers.tei import read_tei
from edcheck.testing import check_linear, check_reader
from edcheck.text import Extent, Source


def read(source: str, **elements: str) -> Markup:
    return check_reader(read_tei, Source.from_text(source, "page.xml"), Edition(elements=elements))


def body(inner: str) -> Markup:
    return read(f"<TEI><text><body>{inner}</body></text></TEI>")


def blocks(markup: Markup) -> list[tuple[str, str]]:
    return [(block.kind, shown(markup, block.extent)) for block in markup.blocks]


def shown(markup: Markup, extent: Extent) -> str:
    return " ".join(markup.view.text[extent.start : extent.end].split())


# -- blocks and lines


def test_blocks_by_element() -> None:
    markup = body(
        "<div><head>May</head><p>Rain.</p><list><item>Hail</item><item><p>Snow</p></item></list>"
        "<quote><p>Wind.</p></quote><table><row><cell>1</cell><cell>2</cell></row></table></div>"
    )
    assert blocks(markup) == [
        *[("heading", "May"), ("paragraph", "Rain."), ("item", "Hail"), ("item", "Snow"), ("quote", "Wind.")],
        *[("cell", "1"), ("cell", "2")],
    ]


def test_headings_have_the_rank_of_their_division() -> None:
    markup = body("<div><head>A</head><div><head>B</head></div><head>C</head></div><div><head>D</head></div>")
    assert [block.level for block in markup.blocks] == [1, 2, 1, 1]


def test_a_quotation_inside_a_sentence_is_part_of_it() -> None:
    assert blocks(body("<p>He said <quote>rain</quote> twice.</p>")) == [("paragraph", "He said rain twice.")]


def test_parts_of_an_opening_stand_apart() -> None:
    markup = body("<opener><dateline>Wick, 3 May</dateline><salute>Dear Ann</salute></opener>")
    assert blocks(markup) == [("paragraph", "Wick, 3 May"), ("paragraph", "Dear Ann")]


def test_a_salute_inside_a_paragraph_does_not_part_it() -> None:
    assert blocks(body("<p><salute>Dear Ann,</salute> rain fell.</p>")) == [("paragraph", "Dear Ann, rain fell.")]


def test_verse_is_one_block_of_lines() -> None:
    markup = body("<lg><l>Rain,</l><l>and hail</l></lg><l>Snow</l><l>fell</l><p>Wind.</p>")
    assert [(block.kind, markup.view.text[slice(*block.extent)]) for block in markup.blocks] == [
        ("verse", "Rain,\nand hail"),
        ("verse", "Snow\nfell"),
        ("paragraph", "Wind."),
    ]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("ra<pb n='2'/>in", "rain"),
        ("ra<lb break='no'/>in", "rain"),
        ("ra\n  <lb break='no'/>in", "rain"),
        ("rain<lb/>fell", "rain\nfell"),
        ("rain\n<lb/>fell", "rain\nfell"),
        ("<w>rain</w> <w>fell</w><pc>.</pc>", "rain fell."),
        ("r<c>a</c>in", "rain"),
        ("ra<c rend='dots'/>n", "ra\ufffcn"),
        ("rain<space unit='chars' quantity='1'/>fell", "rain fell"),
        ("rain<space dim='vertical'/> fell", "rain fell"),
        ("ra<gap reason='torn'><desc>torn</desc></gap>n", "ra\ufffcn"),
        ("the sum <formula>a + b</formula>", "the sum \ufffc"),
        ("rain <del>hail</del><add>fell</add>", "rain fell"),
        ("rain <fw>12</fw>fell", "rain fell"),
        ("rain <![CDATA[<fell> & ran]]>", "rain <fell> & ran"),
        ("rain <!-- hail -->fell<?page 2?>", "rain fell"),
        ("rain &amp; hail &#8212; &mdash;", "rain & hail — —"),
        ("see <ptr target='#a'/>.", "see \ufffc."),
    ],
)
def test_text_of_a_paragraph(inner: str, text: str) -> None:
    markup = body(f"<p>{inner}</p>")
    assert [markup.view.text[slice(*block.extent)] for block in markup.blocks] == [text]


def test_registers_and_header_are_not_text() -> None:
    markup = read(
        "<TEI><teiHeader><p>About</p></teiHeader><text><body><p>Rain.</p></body><back><listPerson>"
        "<person xml:id='p1'><persName>Ann</persName><birth when='1801'>1801</birth></person></listPerson>"
        "<listBibl><bibl xml:id='b1'>Tides</bibl></listBibl></back></text></TEI>"
    )
    assert blocks(markup) == [("paragraph", "Rain.")]
    assert [anchor.name for anchor in markup.anchors] == ["p1", "b1"]
    assert [(date.role, date.values["when"].value, date.extent) for date in markup.dates] == [
        ("born", "1801", None)
    ]


# -- alternatives and passages


@pytest.mark.parametrize(
    ("inner", "text", "kind", "other"),
    [
        ("<choice><sic>rian</sic><corr>rain</corr></choice>", "rain", "corrected", "rian"),
        ("<choice><corr>rain</corr><sic>rian</sic></choice>", "rain", "corrected", "rian"),
        ("<choice><orig>rayne</orig><reg>rain</reg></choice>", "rain", "regular", "rayne"),
        ("<choice><abbr>Capt.</abbr><expan>Captain</expan></choice>", "Captain", "expansion", "Capt."),
        ("<choice><unclear>rain</unclear><unclear>ruin</unclear></choice>", "rain", "unclear", "ruin"),
        ("<app><lem>rain</lem><rdg wit='#B'>hail</rdg></app>", "rain", "reading", "hail"),
        ("<app><rdg>rain</rdg><rdg>hail</rdg></app>", "rain", "reading", "hail"),
        ("<sic>rian</sic>", "rian", "sic", ""),
        ("<supplied>rain</supplied>", "rain", "supplied", ""),
        ("<foreign xml:lang='fr'>pluie</foreign>", "pluie", "foreign", ""),
    ],
)
def test_passages(inner: str, text: str, kind: str, other: str) -> None:
    markup = body(f"<p>{inner}</p>")
    assert markup.view.text == text
    assert [(one.kind, shown(markup, one.extent), one.other) for one in markup.passages] == [(kind, text, other)]


def test_a_correction_inside_a_slip_does_not_decide_the_choice_around() -> None:
    markup = body(
        "<p><choice><sic>a<choice><abbr>b</abbr><expan>c</expan></choice></sic><corr>d</corr></choice></p>"
    )
    assert markup.view.text == "d"


def test_an_expansion_inside_a_slip_is_no_alternative() -> None:
    markup = body("<p><choice><sic>gen<ex>eral</ex></sic><corr>colonel</corr></choice></p>")
    assert markup.view.text == "colonel"


def test_another_language_is_a_passage_and_the_text_s_own_is_none() -> None:
    markup = read(
        "<TEI><teiHeader><langUsage><language ident='deu'>German</language></langUsage></teiHeader><text><body>"
        "<p xml:lang='de-AT'>Regen.</p><p xml:lang='fr'>Pluie.</p></body></text></TEI>"
    )
    assert markup.language == "deu"
    assert [(one.language, shown(markup, one.extent)) for one in markup.passages] == [("fr", "Pluie.")]


# -- notes


def test_a_note_in_a_sentence_is_set_behind_it() -> None:
    markup = body("<p>Rain<note n='1' type='ed' resp='#AB'>In May.</note> fell.</p><p>Hail.</p>")
    assert blocks(markup) == [("paragraph", "Rain fell."), ("paragraph", "Hail."), ("paragraph", "In May.")]
    (note,) = markup.notes
    assert (note.label, note.inline, note.group, note.responsible, note.at) == ("1", True, "ed", "#AB", 4)
    assert shown(markup, note.extent) == "In May."


def test_a_note_in_a_note_is_set_behind_both() -> None:
    markup = body("<p>Rain<note>In May<note>1801</note>, late.</note> fell.</p>")
    assert [text for _, text in blocks(markup)] == ["Rain fell.", "In May, late.", "1801"]


@pytest.mark.parametrize("hash_sign", ["#", ""])
def test_a_note_says_where_it_belongs(hash_sign: str) -> None:
    markup = body(f"<p>Rain<anchor xml:id='K1'/> fell.<note corresp='{hash_sign}K1'>In May.</note></p>")
    assert markup.notes[0].belongs_to == (f"{hash_sign}K1",)
    (anchor,) = markup.anchors
    assert (anchor.name, anchor.extent) == ("K1", Extent(4, 4))


def test_a_call_is_no_part_of_the_sentence() -> None:
    markup = body(
        "<p>On 3 May<ref target='#n1'>1</ref>, 1801, rain<ref target='#n2'><hi>2</hi></ref> fell.</p>"
        "<div type='notes'><note xml:id='n1' n='1'>Wick.</note><note xml:id='n2' n='2'>Hail.</note></div>"
    )
    assert [text for _, text in blocks(markup)] == ["On 3 May, 1801, rain fell.", "Wick.", "Hail."]
    source = markup.source.text
    assert [(call.label, call.target, source[slice(*call.place)]) for call in markup.calls] == [
        ("1", "n1", "1"),
        ("2", "n2", "2"),
    ]
    assert [(note.label, note.names, note.inline) for note in markup.notes] == [
        ("1", ("n1",), False),
        ("2", ("n2",), False),
    ]


def test_a_call_of_a_lost_note_is_known_by_its_siblings() -> None:
    markup = body(
        "<p>Rain<ref target='#n1'>1</ref> fell<ref target='#n2'>2</ref>.</p><note xml:id='n1'>May.</note>"
    )
    assert [call.target for call in markup.calls] == ["n1", "n2"]


def test_a_pointer_into_a_file_of_notes_is_a_call() -> None:
    markup = body("<p>Rain<ref target='notes.xml#n1'>1</ref> fell<ptr type='noteref' target='x.xml#k'/>.</p>")
    assert [call.target for call in markup.calls] == ["notes.xml#n1", "x.xml#k"]


def test_a_reference_in_words_is_a_link() -> None:
    markup = body("<p>See <ref target='#n1'>what is said of rain</ref>.<note xml:id='n1'>May.</note></p>")
    assert not markup.calls
    assert [(link.fragment, shown(markup, link.extent)) for link in markup.links] == [
        ("n1", "what is said of rain")
    ]


def test_notes_of_p4() -> None:
    markup = read(
        "<TEI.2><text><p>Rain<ref target='n1'>1</ref>.</p><note id='n1' target='r1'>May.</note></text></TEI.2>"
    )
    assert [call.target for call in markup.calls] == ["n1"]
    assert markup.notes[0].names == ("n1",)


def test_a_label_at_the_head_of_a_note_is_its_label() -> None:
    markup = body("<div><note xml:id='n1'><label>1.</label> In May.</note></div>")
    (note,) = markup.notes
    assert (note.label, shown(markup, note.extent)) == ("1", "In May.")


# -- dates, links, header


def test_a_date_says_what_its_attributes_and_its_text_say() -> None:
    markup = body("<p>On <date when='1801-05-03' cert='high'>3 <hi>May</hi> 1801</date>.</p>")
    (date,) = markup.dates
    assert (date.text, {name: value.value for name, value in date.values.items()}) == (
        "3 May 1801",
        {"when": "1801-05-03"},
    )


def test_pages_and_witnesses_are_no_dates() -> None:
    assert not body("<p><biblScope from='1' to='3'>1-3</biblScope><locus from='1r' to='2v'/></p>").dates


def test_the_header_s_fields_and_roles() -> None:
    markup = read(
        "<TEI><teiHeader><titleStmt><title level='s'>Letters</title><title>Ann to <lb/>Bo</title>"
        "<author>Ann</author></titleStmt><publicationStmt><date when='2001'>2001</date></publicationStmt>"
        "<correspDesc>"
        "<correspAction type='sent'><persName>Ann</persName><date when='1801-05-03'>3.5.1801</date>"
        "</correspAction>"
        "<correspAction type='received'><persName>Bo</persName></correspAction></correspDesc><revisionDesc>"
        "<change when='2002-01-01'>x</change></revisionDesc></teiHeader>"
        "<text><body><p>Rain.</p></body></text></TEI>"
    )
    assert [(one.name, one.text) for one in markup.metadata] == [
        *[("series", "Letters"), ("title", "Ann to Bo"), ("author", "Ann"), ("published", "2001")],
        *[("sender", "Ann"), ("date", "3.5.1801"), ("recipient", "Bo")],
    ]
    assert markup.title == "Ann to Bo"
    assert [date.role for date in markup.dates] == ["published", "sent", "revised"]


def test_a_target_may_name_several_places() -> None:
    markup = body("<p><ref target='#a b.xml#c'>there</ref></p>")
    assert [(link.target, link.fragment) for link in markup.links] == [("#a", "a"), ("b.xml#c", None)]


# -- entities


def test_declared_entities_are_resolved_within_bounds() -> None:
    markup = read(
        "<!DOCTYPE p [<!ENTITY wick 'Wick <hi>Bay</hi>'><!ENTITY place '&wick; &amp; port'><!ENTITY a '&a;'>"
        "<!ENTITY far SYSTEM 'far.txt'>]><p>&place;, &a;, &far;.</p>"
    )
    assert markup.view.text == "Wick Bay & port, \ufffc, \ufffc."


def test_an_entity_may_stand_for_as_many_characters_as_its_reference_has() -> None:
    markup = read("<!DOCTYPE p [<!ENTITY a 'Ayr'>]><p>At &a;.</p>")
    assert markup.view.text == "At Ayr."
    assert markup.source.text[slice(*markup.view.spans(Extent(3, 6))[0])] == "&a;"


def test_entities_that_grow_are_one_unknown_character() -> None:
    levels = "".join(f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 12))
    markup = read_tei(Source.from_text(f"<!DOCTYPE p [<!ENTITY a0 'rain'>{levels}]><p>&a11;</p>"))
    assert len(markup.view.text) <= 1 << 16


def test_a_name_that_the_dtd_may_declare_is_no_flaw() -> None:
    markup = read("<!DOCTYPE TEI.2 SYSTEM 'tei2.dtd'><TEI.2><text><p>ra&longs;n</p></text></TEI.2>")
    assert (markup.view.text, markup.flaws) == ("ra\ufffcn", [])


def test_numbers_are_code_points() -> None:
    assert body("<p>&#151;&#x2014;</p>").view.text == "\x97—"


# -- other vocabularies


def test_unknown_elements_between_elements_are_blocks() -> None:
    markup = read("<gazette><item><name>Wick</name><para>Rain <b>fell</b>.</para></item></gazette>")
    assert [text for _, text in blocks(markup)] == ["Wick", "Rain fell."]


def test_settings_say_what_elements_stand_for() -> None:
    markup = read(
        "<gz:gazette xmlns:gz='urn:g'><gz:meta>About</gz:meta><gz:para>Rain<gz:aside id='k'>May.</gz:aside>"
        " fell.</gz:para></gz:gazette>",
        note="aside margin",
        p="para",
        teiHeader="meta",
    )
    assert [text for _, text in blocks(markup)] == ["Rain fell.", "May."]
    assert markup.notes[0].names == ("k",)


def test_format_by_root() -> None:
    assert format_of(Source.from_text("<?xml version='1.0'?>\n<html><body/></html>", "a.xml")) == "html"
    assert format_of(Source.from_text("<gazette/>", "a.xml")) == "tei"


# -- laws

PARTS = (
    *("<p>", "</p>", "<div>", "</div>", "<note>", "</note>", "<note n='1' xml:id='n1'>", "<label>", "</label>"),
    *("<ref target='#n1'>1</ref>", "<ref target='#n2'>", "</ref>", "<ptr target='x.xml#n2 #n3'/>", "<lb/>"),
    *("<choice>", "</choice>", "<sic>", "</sic>", "<corr>", "</corr>", "<app>", "<rdg>", "</rdg>", "</app>"),
    *(
        "<lb break='no'/>",
        "<pb n='1'/>",
        "<del>",
        "</del>",
        "<gap/>",
        "<date when='1801'>",
        "</date>",
        "<l>",
        "</l>",
    ),
    *("<teiHeader>", "</teiHeader>", "<titleStmt>", "</titleStmt>", "<title>", "</title>", "<quote>", "</quote>"),
    *(
        "<hi xml:id='a'>",
        "</hi>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?x",
        "?>",
        "&amp;",
        "&",
        "&mdash;",
        "&rain;",
    ),
    *("<!DOCTYPE p [<!ENTITY rain 'x<b>y</b>'>]>", "<", ">", "'", '"', " ", "\n", "\r\n", "Rain", "<w>", "</w>"),
    *("<foreign xml:lang='fr'>", "</foreign>", "<text xml:lang='de'>", "<addrLine>", "</addrLine>", "<formula>"),
)


@given(
    st.sampled_from(["", "<TEI>", "<TEI.2>", "<gazette>"]),
    st.lists(st.sampled_from(PARTS) | st.text(max_size=4), max_size=30).map("".join),
)
def test_laws_hold_on_any_text(root: str, text: str) -> None:
    read(root + text)


WORDS = st.sampled_from(["Rain", "fell", "on Wick", ", 3 May", "& ", "<"]).map(
    lambda word: word.replace("&", "&amp;").replace("<", "&lt;")
)
INLINE = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        st.sampled_from(["hi", "sic", "note", "quote", "add", "date", "rs", "unclear", "del", "foreign"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(st.lists(INLINE, max_size=4).map("".join), max_size=4))
def test_well_formed_texts_have_no_flaws_and_balanced_streams(paragraphs: list[str]) -> None:
    markup = body("".join(f"<p>{text}</p>" for text in paragraphs))
    assert not markup.flaws
    assert len(markup.notes) <= "".join(paragraphs).count("<note>")
    for note in markup.notes:
        assert note.at is not None
        assert note.at <= note.extent.start


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<p>x<note>", "<choice><sic>", "</b>", "<del>x", "<ref target='#n1'>1", "<![CDATA[", "<y>a", "&"],
)
def test_time_is_linear(unit: str) -> None:
    check_linear(read_tei, lambda count: "<p>" + unit * count, name="a.xml")


def test_elements_nested_deep() -> None:
    markup = read_tei(Source.from_text("<div>" * 50_000 + "Rain" + "</div>" * 50_000, "a.xml"))
    assert markup.view.text == "Rain"
