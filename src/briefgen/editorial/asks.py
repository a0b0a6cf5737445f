"""Advice about recommendations: who is to act, and by when.

Comes in: the copy. Goes out: advice. Promise: where the words of an action name somebody or a time, nothing is missed.
Words are those of some languages; in others nothing is said.
"""

import re
from collections.abc import Iterator

from briefgen.editorial.language import base_of
from briefgen.editorial.passages import Copy
from briefgen.editorial.remark import Remark
from briefgen.outline.tree import Map, Scalar

# “X should”: what stands before such a word is who is to act
_SHOULD = {
    "en": r"should|must|ought to|needs? to|shall|has to|have to|is to|are to",
    "de": r"sollten?|soll|sollen|muss|müssen|müssten?",
    "es": r"debe|deben|debería|deberían|deberá|deberán|tiene que|tienen que|ha de|han de",
    "fr": r"doit|doivent|devrait|devraient|devra|devront",
    "it": r"deve|devono|dovrebbe|dovrebbero|dovrà|dovranno",
    "pt": r"deve|devem|deveria|deveriam|deverá|deverão|tem de|têm de",
    "nl": r"moet|moeten|zou moeten|zouden moeten|dient|dienen",
}
_VAGUE = {
    "en": r"(?:(?:all|the|relevant|key|other|different|various|concerned) )*"
    r"(?:stakeholders?|actors|parties|players|everyone|everybody|someone|somebody|people|society|decision[- ]makers|"
    r"policy[- ]?makers|authorities|those responsible)",
    "de": r"(?:(?:alle|die|allen|relevanten?|zuständigen?|verantwortlichen?) )*"
    r"(?:stakeholder|akteure|beteiligten?|verantwortlichen?|alle|man|gesellschaft|entscheidungsträger|politik)",
    "es": r"(?:(?:todos|los|las|el|la|diferentes|distintos|diversos) )*"
    r"(?:actores|partes interesadas|todos|todo el mundo|sociedad|responsables|tomadores de decisiones|autoridades)"
    r"(?: relevantes| pertinentes| competentes| involucrados)?",
    "fr": r"(?:tous |les |toutes |la |l[’'])*"
    r"(?:parties prenantes|acteurs|tous|tout le monde|société|décideurs|responsables|autorités)"
    r"(?: concernés| concernées| compétentes)?",
}
# times in words, in the languages of _SHOULD together; a year is one in any
_WHEN = re.compile(
    r"\b(?:1[89]|20|21)\d\d\b|\b(?:within|by the|by end|by next|before|until|immediately|at once|now|every|each|annual\w*|"
    r"monthly|yearly|innerhalb|binnen|bis|sofort|jährlich|antes de|a más tardar|en un plazo|inmediat\w+|cada|dans un délai|"
    r"d’ici|d'ici|avant|chaque|immédiatement|entro|subito|immediat\w+|ogni|até|dentro de|no prazo|imediat\w+|uiterlijk|vóór|"
    r"onmiddellijk|jaarlijks)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:should|must|ought to|needs? to|shall|has to|have to) (?:\w+ly )?be (?:\w+ly )?"
    r"\w+(?:ed|en|un|ade|aid|one|ept|ought|uilt|ent|et|old|awn)\b(?! by\b)",
    re.IGNORECASE,
)


def who_and_when(copy: Copy) -> Iterator[Remark]:
    """Recommendations that do not say who is to act, or by when."""
    if base_of(copy.language) not in _SHOULD:  # whose words for who and when are not known here
        return
    for action, entry in _recommendations(copy.root):
        text = action.text
        if entry.text("for") is None and not _names_somebody(text, copy.language):
            hint = "add `for:` with whoever is to act"
            yield Remark("no-addressee", action.place, "this recommendation does not say who is to act", hint)
        said = "\n".join(scalar.text for scalar in (action, entry.text("rationale")) if scalar is not None)
        if entry.text("by") is None and not _WHEN.search(said):
            yield Remark("no-deadline", action.place, "this recommendation does not say by when", "add `by:` with a time")


def vague(copy: Copy) -> Iterator[Remark]:
    """Recommendations to everybody, and those in which things are done by nobody."""
    base = base_of(copy.language)
    names, should = _VAGUE.get(base), _SHOULD.get(base)
    for action, entry in _recommendations(copy.root):
        addressee = entry.text("for")
        found = None
        if names and addressee is not None:
            found = re.fullmatch(names, addressee.text.strip().rstrip("."), re.IGNORECASE)
        if names and should and found is None:
            found = re.match(rf"\s*{names}(?= (?:{should})\b)", action.text, re.IGNORECASE)
        if found:
            place = addressee.place if addressee is not None and found.string != action.text else action.place
            said = f"“{found[0].strip()}” is nobody in particular"
            yield Remark("vague-addressee", place, said, "name the office, the ministry or the committee that is to act")
        passive = _PASSIVE.search(action.text) if base == "en" and addressee is None else None
        if passive:
            said = f"“{passive[0]}” does not say by whom"
            hint = "say who is to do it: “The ministry should …”, or add `for:`"
            yield Remark("passive-recommendation", action.at(passive.start()), said, hint)


def _recommendations(root: Map) -> Iterator[tuple[Scalar, Map]]:
    """The actions, each with the outline's keys beside it."""
    for entry in root.maps("recommendations"):
        action = entry.text("action")
        if action is not None:
            yield action, entry


def _names_somebody(text: str, language: str) -> bool:
    """Whether words such as “The ministry should” begin an action; a passive names nobody."""
    should = _SHOULD[base_of(language)]
    if base_of(language) == "en" and _PASSIVE.search(text):
        return False
    for sentence in re.split(r"[.!?;:]", text):
        found = re.search(rf" (?:{should})\b", sentence, re.IGNORECASE)
        if found is not None and sentence[: found.start()].strip():
            return True
    return False


RULES = (who_and_when, vague)
