"""Labels and digits that the outline names itself.

Comes: the words of a language, the outline's `labels` and `digits`. Goes: the words with the outline's own among them.
Promise: of what an outline writes only the first `{}` is filled in, and where it has none, a number follows the label.
"""

import msgspec

from briefgen.content.digits import digits_named
from briefgen.content.words import Words
from briefgen.outline.tree import Map, Scalar, Seq

NUMBERED = frozenset("finding recommendation number figure table box section".split())
LEVELS = ("high", "medium", "low")
WIDE = "：、。　"  # behind which no space is set


def relabel(words: Words, own: Map | None, digits: Scalar | None) -> Words:
    """The words with the labels and the digits of an outline."""
    found: dict[str, object] = {"digits": digits_named(digits.text.strip())} if digits else {}
    for key, node in own.entries.items() if own else ():
        written = node.items if isinstance(node, Seq) else (node,)
        texts = [text for each in written if isinstance(each, Scalar) and (text := " ".join(each.text.split()))]
        if not texts:
            continue
        name = "for_" if key == "for" else key
        if name in ("addresses", "answered"):
            pair = [_led(text) for text in texts]
            found[name] = (pair[0], pair[-1])
        elif name == "all_derived":
            found[name] = (texts[0], texts[-1])
        elif name == "confidence":
            found[name] = dict(zip(LEVELS, texts, strict=False)) if len(texts) == len(LEVELS) else words.confidence
        else:
            found[name] = _template(texts[0]) if name in NUMBERED else texts[0]
    missing = tuple(label for label in words.missing if label not in found)
    return msgspec.structs.replace(words, missing=missing, **found)


def _led(text: str) -> str:
    return text if text.endswith(tuple(WIDE)) else f"{text} "


def _template(text: str) -> str:
    """A text in which a number is filled in once."""
    plain = text.replace("{", "{{").replace("}", "}}")
    return plain.replace("{{}}", "{}", 1) if "{{}}" in plain else f"{plain} {{}}"
