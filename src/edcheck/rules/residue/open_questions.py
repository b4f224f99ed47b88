"""What transcribers write in brackets for what they leave open, in six languages."""

from edcheck.patterns import lazy_pattern

# One phrase a line; `~` stands for whatever follows up to the bracket.
_MISSING = """
    (?:words?|lines?|pages?|text|name|date|title|passage|paragraph|(?:one|a|two) words?) missing
    missing(?: words?| text| lines?| pages?)?
    (?:Wort|Wörter|Zeile|Seite|Text|Datum|Name) fehlt
    (?:mots?|lignes?|pages?|texte|date|nom) manquante?s?
    (?:слово|слова|строка|страница|текст|дата) пропущен[аоы]?
    пропущен[аоы]? (?:слово|слова|строка|страница|текст)
    falta (?:una palabra|una línea|una página|texto|la fecha)
    mancan?o? (?:una parola|una riga|una pagina|il testo|parole|la data)
    parola mancante
    (?:please )?(?:check|verify|confirm|compare)
    (?:check|verify|confirm|compare) (?:this|with|against|the|print|source|original|scan|spelling|date|name)~
    to be (?:checked|verified|completed|added|done|supplied)
    (?:fix ?me|to ?do|tbd|tbc)
    (?:bitte )?(?:prüfen|überprüfen|ergänzen|nachtragen)
    à (?:vérifier|compléter|revoir|faire)
    (?:проверить|уточнить|дополнить)
    (?:por |a )?(?:comprobar|verificar|completar|revisar)
    da (?:verificare|completare|controllare|inserire)
"""
_TEMPLATE = """
    (?:insert|enter|type|add) (?:your |the |an? |here )?(?:name|date|title|text|place|author|source|number|page)~
    (?:insert|enter|type|add) (?:your |the |an? |here )?(?:here|address|link|image|caption|note)~
    your (?:name|date|title|text|place|address)~
    (?:Datum|Name|Titel|Text|Ort) (?:einfügen|eintragen|eingeben)
    insérer (?:la date|le nom|le titre|le texte|ici)~
    вставить (?:дату|имя|название|текст)~
    insertar (?:la )?(?:fecha|nombre|título|texto|aquí)~
    inserire (?:la )?(?:data|nome|titolo|testo|qui)~
"""


def _alternatives(phrases: str) -> str:
    return "|".join(line.strip().replace("~", r"(?:\b[^\]\n]{0,40})?") for line in phrases.strip().split("\n"))


BRACKETED = lazy_pattern(
    rf"\[(?=[?A-Za-zА-яà])(?:(?P<doubt>\?{{1,3}})|(?i:(?P<missing>{_alternatives(_MISSING)})|"
    rf"(?P<template>{_alternatives(_TEMPLATE)}))[.!?]?)\]",
)
"""A question in square brackets: `doubt` (`[?]`), what is `missing` or to be done, a place of a `template`."""
LABELS = """
    chapter canto book part volume vol stanza psalm letter section act scene plate figure table page article no
    kapitel buch teil band brief seite tafel chapitre livre tome lettre planche chant capítulo libro tomo carta
    lámina capitolo lettera tavola глава книга том часть письмо таблица псалом
"""
"""Words before a roman numeral."""
