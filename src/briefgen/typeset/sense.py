"""Words that belong to what follows: a title does not end a line with them.

Articles, prepositions, conjunctions, auxiliaries and numbers of a few languages, names, told by their capitals, and the
ends of sentences. Refuses to know anything else
about grammar.
"""

from collections.abc import Sequence

_WORDS = {
    "en": "a an the and or but nor of in on at to by for from with as into onto over under per via than that if is are its "
    "his her their our your my no not how why what who when where which about against among between beyond despite during "
    "through toward towards until upon within without be been was were will would can could may might must shall should "
    "two three four five six seven eight nine ten eleven twelve",
    "es": "el la los las un una unos unas y e o u de del al a en con por para sin sobre que su sus se no lo como ante bajo "
    "contra desde entre hacia hasta según dos tres cuatro cinco seis siete ocho nueve diez",
    "fr": "le la les un une des du de au aux à et ou en dans par pour sur sous avec sans que qui se ne son sa ses ce ces "
    "chez contre entre vers leur leurs notre nos deux trois quatre cinq six sept huit neuf dix",
    "de": "der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei mit nach von vom zu "
    "zum zur für über unter durch als wie dass sich nicht kein keine beim bis gegen ohne seit statt trotz um vor während "
    "wegen zwischen ihr ihre ihren ihrem ihrer sein seine seinen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "it": "il lo la i gli le un uno una e o di del dello della dei delle a al alla in nel nella con su sul per tra fra che "
    "contro da dal dalla senza verso non due tre quattro cinque sei sette otto nove dieci",
    "pt": "o a os as um uma uns umas e ou de do da dos das em no na nos nas a ao à com por para sem sobre que se não ante "
    "contra desde entre até pelo pela seu sua dois duas três quatro cinco seis sete oito nove dez",
}
BOUND = {language: frozenset(words.split()) for language, words in _WORDS.items()}


def is_bound(word: str, language: str) -> bool:
    """Whether a line of display text should rather not end after `word`."""
    bare = word.lower().lstrip("\"'“‘„«([¿¡")
    base = language.partition("-")[0].lower()
    if base in BOUND:
        return bare in BOUND[base]
    from briefgen.typeset.bound import BOUND as OTHERS  # late: most briefs are in one of the six above

    return bare in OTHERS.get(base, ())


_CLAUSES = {
    "en": "where which who when because while if that",
    "es": "donde que cuando porque si",
    "fr": "où qui que quand si",
    "de": "wo wenn weil dass",
    "it": "dove che quando perché se",
    "pt": "onde que quando porque se",
}
CLAUSES = {language: frozenset(words.split()) for language, words in _CLAUSES.items()}


def begins_clause(word: str, language: str) -> bool:
    """Whether a clause begins with `word`: a line may well end before it."""
    return word.lower() in CLAUSES.get(language.partition("-")[0].lower(), ())


_HELPED = frozenset("do does did has have had".split())
_RELATIVES = frozenset("which whom whose que qui che".split())


def is_tied(word: str, following: str, language: str) -> bool:
    """Whether a line of display text should rather not end between two words.

    A preposition goes with the clause that it begins, as in “of which”; before other clauses a line may well end.
    """
    follows = following.lower()
    if word in _HELPED and follows == "not":
        return language.partition("-")[0].lower() == "en"
    return is_bound(word, language) and (follows in _RELATIVES or not begins_clause(following, language))


STOPS, MARKS = ".!?…", "\"'”’“»)"
LEAST_SENTENCE = 3  # letters of a word that ends one: “p.” and “No.” are short for others


def ends_sentence(words: Sequence[str], number: int) -> bool:
    """Whether a sentence ends with a word that is not the last, and the next begins with a capital."""
    bare = words[number].rstrip(MARKS)
    return bare[-1:] in STOPS and len(bare) > LEAST_SENTENCE and _is_capital(words[number + 1])


WITHIN_NAMES = frozenset("of de del della di do da du des la le von van der den af al bin".split())
NOUNS_CAPITAL = frozenset({"de", "lb"})  # languages in which capitals tell no names
ENDS = ",;:.!?…–—-\"'”’»)"


def is_in_name(words: Sequence[str], number: int, language: str) -> bool:
    """Whether a line that ends after a word divides a name.

    Two words in a row with capitals are one, and so are those on both sides of a particle, as in “Bank of England”: unless
    the first begins a sentence, or capitals tell nothing, as in German and where most words of a title have one.
    """
    if language.partition("-")[0].lower() in NOUNS_CAPITAL:
        return False
    first, second = number, number + 1
    if words[first] in WITHIN_NAMES:
        first -= 1
    elif words[second] in WITHIN_NAMES:
        second += 1
    if first < 0 or second >= len(words) or not (_is_capital(words[first]) and _is_capital(words[second])):
        return False
    if words[first][-1] in ENDS or _begins(words, first):
        return False
    others = [word for at, word in enumerate(words) if len(word) > len("with") and not _begins(words, at)]
    return 2 * sum(map(_is_capital, others)) <= len(others) + 2


def _is_capital(word: str) -> bool:
    bare = word.lstrip("\"'“‘„«([")
    return bare[:1].isupper()


def _begins(words: Sequence[str], number: int) -> bool:
    return number == 0 or words[number - 1][-1] in ":.!?…"
