"""What a node of a raw tree amounts to: nothing, a flag that is true, a value."""

import re
from unicodedata import category

from briefgen.outline.hints import FLAG
from briefgen.outline.kinds import FORMS, Key, Kind, TextKind
from briefgen.outline.parse import Lost, Null
from briefgen.outline.tree import Map, Node, Scalar, Seq

NUMBER = r"(0|[1-9][0-9]{0,2})(\.[0-9]{1,4})?"


def is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not isinstance(node, Lost) and (isinstance(node, Null) or is_blank(node.text))
    return isinstance(node, Seq) and not node.items


def begin_of(node: Node) -> str:
    """The text that an item of a list begins with, be it the item itself or the value of its first key."""
    if isinstance(node, Map):
        node = next(iter(node.entries.values()), node)
    return node.text.lstrip() if isinstance(node, Scalar) else ""


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen or heard: white space and format characters, such as U+200B."""
    return not text.strip() or (not text.isascii() and all(c.isspace() or category(c) == "Cf" for c in text))


def may_be_empty(kind: Kind) -> bool:
    return isinstance(kind, TextKind) and kind.may_be_empty


def is_true(node: Node | None) -> bool:
    return isinstance(node, Lost) or (isinstance(node, Scalar) and node.text.strip().lower() in {"true", "yes", "on"})


def stands_in(node: Node | None, key: Key | None) -> bool:
    """Whether a key makes another needless: a flag that is true, or any other that is given."""
    if is_flag(key):
        return is_true(node)
    return node is not None and not is_empty(node)


def is_flag(key: Key | None) -> bool:
    return key is not None and key.kind == FLAG


def is_bare_key(item: Node) -> bool:
    """Whether a node is nothing but a key without a value."""
    return type(item) is Map and len(item.entries) == 1 and isinstance(next(iter(item.entries.values())), Null)


def may_be_several(author: Node) -> bool:
    """Whether the name of an author may be those of several people: it has four words or more."""
    name = author.entries.get("name") if isinstance(author, Map) else author
    return isinstance(name, Scalar) and name.text.count(" ") > 2


def stripped(node: Scalar) -> Scalar:
    """The scalar without white space round it."""
    text = node.text.strip()
    return node if text == node.text else Scalar(text, node.place)


def has_form(text: str, form: str) -> bool:
    """Whether a text has a form of FORMS."""
    bounds, pattern = FORMS[form].bounds, FORMS[form].pattern
    if pattern.replace("|", "").isalpha():  # nothing but words
        return text in pattern.split("|")
    if bounds and re.fullmatch(NUMBER, text):
        return bounds[0] <= float(text) <= bounds[1] or (FORMS[form].or_zero and float(text) == 0)
    if not re.fullmatch(pattern, text):
        return False
    if form == "date" and len(text) == len("2026-11-22"):
        from datetime import date  # late: it costs a millisecond, and the pattern knows most months

        try:
            date.fromisoformat(text)
        except ValueError:
            return False
    return True
