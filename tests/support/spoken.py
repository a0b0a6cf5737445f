"""The words of a tag tree and those of a brief, text by text: what a file says, and what it is to say."""

from collections.abc import Iterator

from briefgen.content.brief import ARTIFACT, Brief
from briefgen.content.reading import texts_of
from support.tagtree import Node

INLINE = {"Link", "Reference", "Span"}


def leaves(node: Node) -> Iterator[Node]:
    """The elements that hold words and no block. What stands in a drawing is said by its alternative text instead."""
    below = [kid for kid in node.kids if isinstance(kid, Node) and kid.role not in INLINE]
    if not below and node.role != "Figure":
        yield node
    for kid in below:
        yield from leaves(kid)


def plain(text: str) -> str:
    """A text with each space a plain one, and without the hyphens and joiners that typesetting adds."""
    return " ".join(text.replace("\u00ad", "").replace("\u2060", "").split())


def spoken(tree: Node) -> list[str]:
    return [words for leaf in leaves(tree) if (words := plain(leaf.text))]


def written(brief: Brief) -> list[str]:
    return [words for text in texts_of(brief) if text.role != ARTIFACT and (words := plain(text.plain))]
