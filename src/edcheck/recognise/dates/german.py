"""How German writes dates, from the 18th century to ours, Austrian forms included."""

from edcheck.recognise.dates.languages import Language

_NO_MONTHS = (
    *("Januars", "Jänners", "Februars", "Aprils", "Mais", "Maien", "Junis", "Julis", "Augusts", "Septembers"),
    *("Oktobers", "Novembers", "Dezembers", "Decembers", "January", "February", "March", "May", "June", "July"),
    *("October", "Octobers", "December", "Janvier", "Janv"),
    *("Mars", "Avril", "Aprile", "Maio", "Juin", "Juillet"),
    *("Septembre", "Octobre", "Novembre", "Décembre", "Julia"),
    *("Julie", "Juliane", "Junia", "Jung", "Junge", "Juno"),
    *("Jura", "Uni", "Main", "Maid", "Maier", "Main-"),
    *("Mia", "Mark", "Marx", "Marie", "Maria", "März-", "Auguste"),
    *("Augusta", "Augustin", "Augustus", "Aprikose", "Aprilis", "Martius", "Maius", "Junius", "Julius"),
    *("Septembris", "Octobris", "Novembris", "Decembris", "Januarii"),
    *("Februarii", "Junii", "Julii", "Ma", "Mai-"),
)

GERMAN = Language(
    code="de",
    months=(
        ("Januar", "Jan", "Jän", "Jänner", "Jenner", "Januarius"),
        ("Februar", "Feb", "Febr", "Feber", "Hornung", "Februarius"),
        ("März", "Mär", "Mrz", "Maerz", "Merz"),
        ("April", "Apr"),
        ("Mai", "May", "Maj"),
        ("Juni", "Jun", "Juny", "Junij", "Brachmonat"),
        ("Juli", "Jul", "July", "Julij", "Heumonat"),
        ("August", "Aug"),
        ("September", "Sept", "Sep", "7ber", "7bris"),
        ("Oktober", "Okt", "October", "Oct", "8ber", "8bris"),
        ("November", "Nov", "9ber", "9bris"),
        ("Dezember", "Dez", "December", "Dec", "Xber", "10ber", "Xbris"),
    ),
    weekdays=(
        ("Montag", "Mo."),
        ("Dienstag", "Di."),
        ("Mittwoch", "Mittw", "Mi."),
        ("Donnerstag", "Donnerst", "Do."),
        ("Freitag", "Fr."),
        ("Samstag", "Sonnabend", "Samst", "Sa."),
        ("Sonntag", "Sonnt", "So."),
    ),
    ordinals=(".", "ten", "te", "ter", "tn", "t", "sten", "ste", "n", "ten."),
    articles=("der", "den", "dem", "am"),
    of=("des Monats",),
    to=("bis", "bis zum", "bis zu"),
    conjunctions=("und", "oder", "u.", "&"),
    day_parts=("früh", "morgens", "vormittags", "mittags", "nachmittags", "abends", "nachts", "Abend", "Nacht"),
    relative_months=(),
    day_only_prepositions=("am", "vom", "zum"),
    day_prepositions=(
        *("den", "dem", "der", "bis", "seit", "ab"),
        *("von", "nach", "vor", "zwischen", "datiert", "ddo."),
    ),
    month_prepositions=(
        *("im", "seit", "ab", "bis", "von", "vom", "anfang"),
        *("mitte", "ende", "um", "nach", "vor", "jahr", "jahre"),
        *("jahres", "frühjahr", "sommer", "herbst", "winter", "zwischen", "gegen", "in", "monat", "zum"),
    ),
    counters=(
        *("Nr", "nr", "No", "no", "Nro", "№", "Num", "Heft"),
        *("H", "Bd", "Bde", "Band", "Jg", "Jahrgang", "S", "Seite"),
        *("Sp", "Bl", "Blatt", "fol", "Fol", "Kap", "Kapitel"),
        *("Art", "Artikel", "§", "Abs", "Teil", "Tl", "Buch"),
        *("Brief", "Beilage", "Anm", "Zeile", "Z", "Akt", "Szene", "Folge", "Zl", "Absatz", "Ziffer", "Band"),
    ),
    dateline_words=("den", "am", "an", "der", "bei", "in", "im", "zu", "d.", "Uhr", "um", "a", "ob", "und"),
    before_christ=("v. Chr", "v.Chr", "vor Chr", "v. u. Z"),
    not_misspelt=_NO_MONTHS,
    day_first=True,
    about=(
        *("um", "ca.", "ca", "circa", "etwa", "gegen"),
        *("nach", "vor", "seit", "bis", "frühestens", "spätestens"),
        *("nicht vor", "nicht nach", "zwischen"),
    ),
    hedges=(
        *("anfang", "mitte", "ende", "wohl", "vermutlich"),
        *("wahrscheinlich", "vielleicht", "im", "in", "den", "am"),
        *("vom", "von", "der", "d.", "dem", "aus dem jahr", "aus dem jahre", "im jahr", "im jahre", "datiert"),
    ),
)
