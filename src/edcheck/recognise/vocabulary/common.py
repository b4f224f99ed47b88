"""Words that every text of its language has: they need no witness in the document."""

_WORDS = """
    the of and to in that was he his it with is for as had you not be her on at by which have or from this him but
    all she they were my are me one their so an said them we who would been will no when there if more out up into
    do any your what has man could other than our some very time upon about may its only now like little then can
    made should did us such great before must two these see know over much down after first good men own never most
    old shall day where those come himself way work life without go make well through being long say might how am
    too even again many back here think every people went same last thought away under take found place still think
    und der die das den ist nicht mit von ein eine dem sich auch auf als aus nach wie wird les des une dans qui que
    par sur pour pas est plus avec tout ses cette ich wir sie ihr ihm uns sind war noch nur sein hat habe aber
    diese dieser dieses diesen einen einer alle also so
    nous vous son mais ont sont elle leur los las por con del más una sus che non per della sono
"""
COMMON = frozenset(_WORDS.split())
