"""Several authors in one text, where each stands as an item of its own.

Comes in: the value of `authors`. Goes out: a warning for each text that names more than one, where that is certain enough:
two names of two words or more, with a sign or a word between them that joins. Refuses to change them.
"""

import re

from briefgen.outline.hints import in_quotes
from briefgen.outline.suspects import LIST
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Problems

_JOINED = re.compile(
    r"\s*[;/&]\s*|\s*,\s+(?:and|und|et|y|e|i|og|och|en|und|&)\s+|\s*,\s+|\s+(?:and|und|et|y|i|og|och)\s+|\n"
)
# a name: words with capitals, or initials, and what stands small between them
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)*"
    r"(?!\d)[^\W\d_a-z][\w’'.-]*(?:\s+(?:(?:de|da|do|dos|del|della|di|du|la|van|von|der|den|bin|ibn|al|el|ter|zu)\s+)*"
    r"[^\W\d_a-z][\w’'.-]*){1,3}"
)
_TURNED = re.compile(r"[^\W\d_a-z][\w’'-]+,\s*[^\W\d_a-z][\w’'.-]*(?:\s+[^\W\d_a-z]\.?)?")  # Lee, Ann


def warn_of_several(node: Node, problems: Problems) -> None:
    """Warn of each text of `authors` that names several."""
    for item in node.items if isinstance(node, Seq) else (node,):
        name = item.entries.get("name") if isinstance(item, Map) else item
        names = several(name.text) if isinstance(name, Scalar) else []
        if names and isinstance(name, Scalar):
            said = "`authors` has one item here, which reads as several people"
            items = ", ".join(each if re.fullmatch(r"[\w .’-]+", each) else in_quotes(each) for each in names)
            hint = f"write each as an item of its own: `authors: [{items}]`"
            hint += (
                "; of one person with an office, `{name: …, role: …}`" if "," in name.text and ";" not in name.text else ""
            )
            problems.add(LIST, name.place, said, hint)


def is_name(text: str) -> bool:
    """Whether a text is the name of one person, in two words or more."""
    return _NAME.fullmatch(text.strip()) is not None


def several(text: str) -> list[str]:
    """The names in a text that has several; none of a text that has one, or something else."""
    whole = text.strip()
    parts = [part.strip() for part in whole.split(";")]
    if len(parts) > 1 and all(_TURNED.fullmatch(part) or _NAME.fullmatch(part) for part in parts):
        return parts
    parts = [part for part in _JOINED.split(whole) if part]
    return parts if len(parts) > 1 and all(_NAME.fullmatch(part) for part in parts) else []
