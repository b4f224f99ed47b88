"""Forms that a scanner makes of the commonest words of a language: `tbe`, `wbich`, `uicht`, `qne`.

Each is a common word with one letter taken for another of its shape; what is a word of the language itself is left
out, or stands among the confusions that only the words beside them can settle.
"""

from functools import lru_cache

_WORDS = {
    "en": """
        the that this these those there their them then than they thing things think thought through though three
        third thus another other others mother father brother whether neither either rather together nothing
        something everything anything with without within both which while when where what who whom whose why white
        whole has had have having he his him her here himself such much each should would could shall will
        of from form some same time times name came home become more most must may made make many man men me my
        been before because between under upon about and any again against are were was even ever never every
        not now no one only once our your you out under until use used in into on men seen been even
        house how however hundred half hand hands head heard heart right light night might thousand
        people after always also all old first
        """,
    "de": """
        und nicht nichts noch nach nun nur von vom wenn denn dann wann kann ein eine einen einem einer eines sein
        seine seinen seinem seiner mein meine meinen kein keine keinen ihn ihnen uns unser unter wurde wurden
        werden worden haben hatte sich auch auf aus durch doch ich ihm ihr ihre ihren ihrer im in ist mit man mehr
        immer über gegen schon sehr hier hat der die das den dem des welche welcher sondern
        """,
    "fr": """
        de le les des et est que qui pour vous nous tout tous toute toutes sont dont elle elles avec dans même
        cette ces comme homme hommes femme femmes mais lui bien rien une un sur fut toujours jour jours encore il
        ils la leur leurs sans son sa ses être était aussi après avant alors autre autres moins contre deux grand
        grande chez homme chose choses
        """,
    "ru": """
        не на от он она они оно это эти этот из или их им его ему её еще если был была были было быть все всё всех
        тем чем что чтобы как так когда тогда теперь только более менее без для до после при под над между который
        которая которые нет уже себя того чего также потому через очень можно товарищ товарищи
        """,
    "es": """
        que de del el los las una un con como porque su sus pues muy cuando donde tiene bien sin sino no hubo fue
        más mucho mucha hombre hombres tiempo tan todo todos toda esta este entre sobre hasta desde otro otra
        aunque
        """,
    "it": """
        che una un non con come dei del della nella delle nelle per questo questa quando quale quello più anche suo
        sua suoi essere era sono dopo uomo uomini tutto tutti tutta molto sempre ancora quanto senza perché
        """,
}
_LATIN = "h/b b/h h/li n/u u/n e/c c/e c/o o/c m/rn rn/m l/i ll/il li/h d/cl w/vv i/l q/g"
_CONFUSIONS = {
    "en": f"{_LATIN} f/t",
    "de": f"{_LATIN} d/b s/f",
    "ru": "н/и и/н п/н н/п е/с с/е о/с ы/ь т/г г/т в/з з/в д/л л/п к/н у/v",
}
_REAL = {
    "en": """
        be bad bis bin bow bim bal bat bats bas lias band bands bead beard bear bard ben boner bouse borne live lie
        lies lier dears nigbt wore core oven over ooze cor hor hut hone hove ho ban bon oar car nor ran fon loin
        loom modem tern nail nian tie tiny tide tin mar man mau rnan oil ail arid aid au aux bum turn comer coma on
        ou ii sec set eye eves evens earne carne cause cither oat clone done dose lo lou lone noon noun nun mum hom
        rom wore ere eve mc mi hem hen ho hew hat hits tha thia tho thin tea tic tee ton tor tot tow toe bo bv nu
        un alien also ale aft aim cast east fist firs fur wi wilt wit lust lots nc mo cd ad oh ob oft oil boil old
        male mate rate fame lame tame seem sees seen scene scan secn ooce ours or onto into unto mon nave naval
        tell thee thine thew wee wen won hiss hero heroes herd hard heal hear bears head heads heaven hoar hoard
        lire lice life light pile ease sane sand lane land lain hall hell hull hail hill bill ball bell bull bail
        cadi caddy cads coach leach roach much such mud rind bind band born horn burn barn em dont wont cant no nd
        ther halt cf cut ali arc usc cur yon ber horne ln cn ont
        """,
    "de": """
        fein feine feinen feinem feiner ans haft hat fort fest dar un nie bein bann bat bier hach bach burch lehr
        ober leben geben neben sieh werben weiche weicher vorn kanu ibn ban wem nenn hin hinter munter
        """,
    "fr": """
        lo la le les ie ces ses des des dos clos est et ait oui ou on un une vous nous tout tous sont font vont ton
        son mon lui lut fut fat fui fit oc ce ici ils iles il li la ia sa ça das dans dau daus dons dont don toute
        foule route nés mes mets comme somme homme pomme bien lien rien sien tien sur sûr dur pur jour four tour
        autre antre autres antres avant ayant après alors leurs heurs contre conte deux doux ceux chez chose close
        clos dose sons sans sens sains los oses cos oct ote os do ot une nue ne no nn lin un us an bat tons veut
        vont voue noue gronde qu ii sou clans gui cle ct dc
        """,
    "ru": """
        на не ни но по он оп от то го ого из ил их им ин ли лет нет пет вес сем тем нем чем что кто как кок ст пол
        сна па ив ло сн сё пад тото гем гого нег ипи кан тан нод нал пе ог ои дс опа гак сни опо сно
        """,
    "es": """
        del el de do des al las los las lo la le ni no un una une con son ton can cono corno sus sin sino si su mi
        muy hoy pues tan ten ton todo todos toda mal más mas mes hijo fuo fué fui oro otro otra entro entre este
        esto esta es en on os basta ios ei dei ias eon nn cou gue tau sinc uu dc cl nc
        """,
    "it": """
        che ohe di da do dei dai del dal della dalla nella delle dalle nelle per pur por una uno un non con come
        corno sono sano sua suo mia era ora ore uomo omo tutto lutto tutti lutti molto mollo nn guanto delia suol
        nomini uu suc cou eon
        """,
}
"""Forms that are words themselves, or so common an abbreviation that nothing follows from them."""

_CONTEXTS = """
    arid and | * | the a an he she they we i his her their our my this these those then
    arid and | ! the a an so too very more most as is was are were of this that some these those and or how quite \
        rather both by in on through across over being be been become became less from with its his her their our \
        no | ! and or in as with to for when but by at nor than
    arid and | , | ! and or as in but with when for
    lo to | ! and when but for oh then till what , | ! and behold
    modem modern | the a an in most of to and our | times history world science languages life art society europe
    modem modern | the a an in most of to and our | thought writers industry period days state states warfare man
    hut but | , | the he she it they we i you not that this when if in to was were for as after with at by
    hi in | ! | !
    cf of | ! and see also but | the
    bas has | he she it who which that there | been not no a an the to never become
    bad had | he she who they we i you | been a an the to not no never
    bad had | ! the a | been
    lie he | when as which because if while until before after though where | was had has is would could did went
    die the | of from with by into upon for at through under against between | *
    ail all | of at in with for and after by from | !
    ail all | to | ! him her them me you us in from at with and or the a
    ail all | * | these those
    arc are | they we you there who these those which | *
    yon you | * | are have will were can would shall must may could should might had
    comer corner | in the a | of
    comer corner | round | the
    tins this | in of at on to by from with for | *
    bo be | to will would shall should may might must can could not cannot | *
    ho he | that when as if and but which | was had is has would could did said went came
"""
_LEAST_CAPITAL = 4
"""Letters from which a form with a capital is no name and no abbreviation."""


@lru_cache(maxsize=8)
def confusions(language: str) -> tuple[tuple[str, str], ...]:
    """Letters of the language's script (right, wrong) that scanners mistake for each other."""
    pairs = (pair.split("/") for pair in _CONFUSIONS.get(language, _LATIN).split())
    return tuple((right, wrong) for right, wrong in pairs)


@lru_cache(maxsize=8)
def scannos(language: str) -> dict[str, str]:
    """The forms that scanners make of common words of a language, with what was meant; small, and as they open
    a sentence. Empty for a language without a list. Made in a third of a millisecond, once."""
    words = _WORDS.get(language, "").split()
    real = {*_REAL.get(language, "").split(), *words}
    made: dict[str, str] = {}
    for right, wrong in confusions(language):
        for word in words:
            at = word.find(right)
            while at >= 0:
                form = word[:at] + wrong + word[at + len(right) :]
                if form not in real and len(form) > 1:
                    made.setdefault(form, word)
                at = word.find(right, at + 1)
    heads = {form.capitalize(): word.capitalize() for form, word in made.items() if len(form) >= _LEAST_CAPITAL}
    return made | heads


class _Beside:
    """Words beside which a form is wrong: one of some, none of some but some word, or whatever there is."""

    def __init__(self, words: str) -> None:
        self._any = words.strip() == "*"
        self._none_of = words.startswith("!")
        self._words = frozenset(words.lstrip("!").split())

    def __contains__(self, word: str) -> bool:
        return self._any or (bool(word) and (word in self._words) != self._none_of)


def in_context(word: str, before: str, after: str) -> str | None:
    """The word that was meant by an English one beside which it cannot stand; None where it may be right.

    `before` and `after` are the neighbouring words, small; `before` is a comma where one stands directly before.
    """
    for meant, wanted_before, wanted_after in _contexts().get(word, ()):
        if before in wanted_before and after in wanted_after:
            return meant
    return None


def contextual() -> frozenset[str]:
    """English words that are right or wrong by their neighbours."""
    return frozenset(_contexts())


@lru_cache(maxsize=1)
def _contexts() -> dict[str, list[tuple[str, _Beside, _Beside]]]:
    found: dict[str, list[tuple[str, _Beside, _Beside]]] = {}
    for line in _CONTEXTS.strip().split("\n"):
        pair, before, after = line.split(" | ")
        wrong, meant = pair.split()
        found.setdefault(wrong, []).append((meant, _Beside(before), _Beside(after)))
    return found
