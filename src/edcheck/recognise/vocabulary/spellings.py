"""Systems of spelling that a text can mix: British and American, German before and after a reform."""

from functools import lru_cache

_OUR = """
    colour honour favour labour neighbour harbour humour rumour behaviour endeavour vapour splendour rigour vigour
    valour parlour armour odour ardour fervour candour clamour savour succour tumour dishonour discolour enamour
"""
_RE = "centre theatre fibre sombre lustre spectre calibre meagre sabre litre kilometre millimetre centimetre"
_DOUBLED = """
    travelled traveller travellers travelling cancelled cancelling labelled labelling levelled levelling modelled
    modelling quarrelled quarrelling counselled counsellor counsellors marvelled marvellous signalled signalling
    fuelled rivalled shovelled tunnelled unravelled worshipped worshipping worshipper worshippers kidnapped
"""
_SINGLE = """
    fulfil:fulfill fulfils:fulfills fulfilment:fulfillment skilful:skillful skilfully:skillfully wilful:willful
    wilfully:willfully instalment:installment instalments:installments enrol:enroll enrolment:enrollment
    defence:defense defences:defenses defenceless:defenseless offence:offense offences:offenses pretence:pretense
    grey:gray greyish:grayish plough:plow ploughed:plowed ploughing:plowing ploughs:plows mould:mold mouldy:moldy
    smouldering:smoldering sceptical:skeptical scepticism:skepticism sceptic:skeptic analyse:analyze
    analysed:analyzed analysing:analyzing paralyse:paralyze paralysed:paralyzed moustache:mustache cosy:cozy
    aluminium:aluminum manoeuvre:maneuver manoeuvres:maneuvers manoeuvring:maneuvering
"""
_OUR_ENDINGS = ("", "s", "ed", "ing", "able", "er", "ers", "less", "ful", "hood", "ite", "ites", "ably")
_SHARP_S = """
    daß:dass muß:muss mußte:musste mußten:mussten müßte:müsste müßten:müssten läßt:lässt laß:lass wußte:wusste
    wußten:wussten gewußt:gewusst bewußt:bewusst unbewußt:unbewusst häßlich:hässlich gewiß:gewiss bißchen:bisschen
    Schluß:Schluss Entschluß:Entschluss Beschluß:Beschluss Einfluß:Einfluss Fluß:Fluss Schuß:Schuss Kuß:Kuss
    Haß:Hass Riß:Riss Prozeß:Prozess Genuß:Genuss Verdruß:Verdruss Bewußtsein:Bewusstsein faßte:fasste
    gefaßt:gefasst verfaßt:verfasst verläßt:verlässt vergißt:vergisst ißt:isst mißt:misst paßt:passt paßte:passte
    schloß:schloss beschloß:beschloss goß:goss floß:floss blaß:blass naß:nass
"""
_TH = """
    thun:tun thut:tut that:tat gethan:getan Theil:Teil Theile:Teile Theilen:Teilen theils:teils Urtheil:Urteil
    Vortheil:Vorteil Thür:Tür Thüre:Türe Thal:Tal Thier:Tier Thiere:Tiere Thräne:Träne Thränen:Tränen Muth:Mut
    Noth:Not Rath:Rat Werth:Wert werth:wert theuer:teuer nöthig:nötig Wirth:Wirt Blüthe:Blüte Athem:Atem
    Thatsache:Tatsache Thätigkeit:Tätigkeit Eigenthum:Eigentum Irrthum:Irrtum Alterthum:Altertum
"""
_OIS = """
    étoit:était étois:étais étoient:étaient avoit:avait avois:avais avoient:avaient seroit:serait auroit:aurait
    pourroit:pourrait voudroit:voudrait faisoit:faisait disoit:disait alloit:allait falloit:fallait venoit:venait
    vouloit:voulait savoit:savait devoit:devait connoître:connaître paroît:paraît foible:faible
    enfans:enfants momens:moments sentimens:sentiments habitans:habitants tems:temps
"""
_YAT = """
    въ:в съ:с къ:к изъ:из отъ:от объ:об надъ:над подъ:под передъ:перед безъ:без онъ:он имъ:им ихъ:их нимъ:ним
    нихъ:них вамъ:вам намъ:нам васъ:вас насъ:нас тамъ:там такъ:так какъ:как былъ:был чѣмъ:чем тѣмъ:тем
    всѣ:все всѣхъ:всех всѣмъ:всем мнѣ:мне тебѣ:тебе себѣ:себе гдѣ:где здѣсь:здесь нѣтъ:нет послѣ:после
    человѣкъ:человек дѣло:дело вѣкъ:век мѣсто:место народъ:народ городъ:город
    этотъ:этот этомъ:этом томъ:том чтобъ:чтоб одинъ:один имѣетъ:имеет
"""
_FUE = "fué:fue fuí:fui vió:vio dió:dio dí:di vé:ve fé:fe "
_GRAVE = """
    perchè:perché poichè:poiché nè:né sè:sé benchè:benché affinchè:affinché finchè:finché giacchè:giacché
    sicchè:sicché purchè:purché cosicchè:cosicché ventitrè:ventitré
"""


class System:
    """Two ways of spelling the same words: what they are called, and each word in the one and in the other."""

    def __init__(self, names: tuple[str, str], pairs: dict[str, str]) -> None:
        self.names = names
        self.pairs = pairs
        """The second system's form by the first one's."""
        self.back = {other: one for one, other in pairs.items()}


@lru_cache(maxsize=8)
def systems(language: str) -> tuple[System, ...]:
    """The systems that texts of a language can mix; none for most languages."""
    if language == "en":
        return (System(("British", "American"), _english()),)
    if language == "de":
        return (
            System(("before 1996", "after 1996"), _pairs(_SHARP_S)),
            System(("before 1901", "after 1901"), _pairs(_TH)),
        )
    named = {
        "fr": (("before 1835", "after 1835"), _OIS),
        "ru": (("before 1918", "after 1918"), _YAT),
        "es": (("before 1952", "after 1952"), _FUE),
        "it": (("with the grave accent", "with the acute accent"), _GRAVE),
    }.get(language)
    return (System(named[0], _pairs(named[1])),) if named else ()


def _pairs(words: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in words.split())


def _english() -> dict[str, str]:
    pairs = _pairs(_SINGLE)
    for word in _OUR.split():
        pairs.update((word + ending, word[:-2] + "r" + ending) for ending in _OUR_ENDINGS)
    for word in _RE.split():
        pairs.update((word + ending, word[:-2] + "er" + ending) for ending in ("", "s"))
    for word in _DOUBLED.split():
        single = word.replace("ll", "l") if "ll" in word else word.replace("pp", "p")
        pairs[word] = single
    return pairs
