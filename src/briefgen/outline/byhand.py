"""Lists as they are typed elsewhere: items with numbers of their own, and several of them in one line.

Comes in: the value of a key that holds a list. Goes out: a warning, where it is certain enough. Loaded for such values
alone. Refuses to change them.
"""

from briefgen.outline.nodes import begin_of
from briefgen.outline.suspects import LIST, counted_by_hand, enumerated
from briefgen.outline.tree import Scalar, Seq
from briefgen.problem import Problems

# what to do with numbers of their own, by the list; others than these hold no items that count
_NUMBERED = {
    **dict.fromkeys(("recommendations", "findings", "numbered"), "remove the numbers: these are counted"),
    **dict.fromkeys(("summary", "points", "checklist"), "remove the numbers"),
    "list": "remove the numbers, and write `numbered:` in the place of `list:`",
    "content": "make these paragraphs a block, without their numbers: `- numbered: […]`",
}


def warn(node: Scalar | Seq, name: str, problems: Problems) -> None:
    """Warn of items that begin with numbers of their own, or of a text that reads as several items."""
    if isinstance(node, Scalar):
        if hint := enumerated(node.text, name):
            problems.add(LIST, node.place, f"`{name}` has a single item here, which reads as several", hint)
    elif counted_by_hand([begin_of(item) for item in node.items]):
        said = f"the items of `{name}` have numbers of their own, beside what is set before them"
        problems.add("outline/numbered-by-hand", node.items[0].place, said, _NUMBERED[name])
