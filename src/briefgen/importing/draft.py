"""What a document becomes: the parts of a brief, each with the rule by which it was told.

Data types only. Refuses to know how they were found and how they are written.
"""

import msgspec

from briefgen.importing.byline import Byline, Issue
from briefgen.importing.document import Block, Text


class Told(msgspec.Struct, frozen=True):
    """A text of the brief with how it was told, in words for its author."""

    text: Text
    rule: str = ""


class Advice(msgspec.Struct, frozen=True):
    """A recommendation or a finding: what it says, and what stands below it."""

    text: Text
    reason: Text = ()
    whom: str = ""
    when: str = ""


class Place(msgspec.Struct, frozen=True):
    """Where the findings or the recommendations stand among the blocks of a section."""

    kind: str


class Section(msgspec.Struct, frozen=True):
    """A section of the brief; `rule` says how its heading was told."""

    heading: Text = ()
    blocks: tuple[Block | Place, ...] = ()
    rule: str = ""


class Summary(msgspec.Struct, frozen=True):
    """The key messages."""

    heading: Text
    points: tuple[Text, ...]
    rule: str


class Draft(msgspec.Struct):
    """A brief to be. `back` has the texts of the back matter by their keys; `unplaced` what no part could take."""

    title: Told
    language: Told
    subtitle: Told | None = None
    standfirst: Told | None = None
    date: Told | None = None
    authors: list[Text] = []
    byline: Byline | None = None
    issue: Issue | None = None
    summary: Summary | None = None
    sections: list[Section] = []
    findings: list[Advice] = []
    recommendations: list[Advice] = []
    back: dict[str, list[Text]] = {}
    rules: dict[str, str] = {}  # how these, the findings and the recommendations were told
    notes: dict[str, Text] = {}
    unplaced: list[Block] = []
