"""What is shown of one build: data.

Comes from `desk`; goes to whoever draws pages or asks for places. Lengths in points from a page's top left corner.
"""

import msgspec

from briefgen.content.brief import Brief
from briefgen.layout.items import Pages
from briefgen.outline.tree import Outline
from briefgen.problem import Problem
from briefgen.rendering import Element


class Leaf(msgspec.Struct, frozen=True):
    """A page. Its `key` is another as soon as it looks otherwise."""

    key: str
    number: int
    width: float
    height: float


class Edition(msgspec.Struct, frozen=True):
    """A build that can be shown: the PDF, and what it was made from."""

    data: bytes
    brief: Brief
    pages: Pages
    elements: tuple[Element, ...]
    leaves: tuple[Leaf, ...]
    outline: Outline

    @property
    def source(self) -> str:
        """The outline's text."""
        return self.outline.source


class Outcome(msgspec.Struct, frozen=True):
    """What a build came to: all that it says, and an edition unless its content has errors. `good`: it may be written.

    `source` is the text that it was made from, `files` are those that may change it.
    """

    problems: tuple[Problem, ...]
    edition: Edition | None
    source: str
    files: frozenset[str]
    good: bool
