"""Short words that belong to what follows: a title does not end a line with them.

Articles, prepositions and conjunctions of a few languages. Refuses to know anything else about grammar.
"""

_WORDS = {
    "en": "a an the and or but nor of in on at to by for from with as into onto over under per via than that if is are its "
    "his her their our your my no not how why what who when where which",
    "es": "el la los las un una unos unas y e o u de del al a en con por para sin sobre que su sus se no lo como",
    "fr": "le la les un une des du de au aux à et ou en dans par pour sur sous avec sans que qui se ne son sa ses ce ces",
    "de": "der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei mit nach von vom zu "
    "zum zur für über unter durch als wie dass sich nicht kein keine",
    "it": "il lo la i gli le un uno una e o di del dello della dei delle a al alla in nel nella con su sul per tra fra che",
    "pt": "o a os as um uma uns umas e ou de do da dos das em no na nos nas a ao à com por para sem sobre que se não",
}
BOUND = {language: frozenset(words.split()) for language, words in _WORDS.items()}


def is_bound(word: str, language: str) -> bool:
    """Whether a line of display text should rather not end after `word`."""
    bare = word.lower().lstrip("\"'“‘„«([¿¡")
    return bare in BOUND.get(language.partition("-")[0].lower(), ())
