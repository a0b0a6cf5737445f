"""What is asked of a style and what it answers: citations, and runs of text. Data types."""

from typing import Literal

import msgspec

# (1) what Cooper found (Cooper, 2021); (2) Cooper (2021) found; (3) what Cooper found (2021)
Mode = Literal["NormalCitation", "AuthorInText", "SuppressAuthor"]


class Run(msgspec.Struct, frozen=True):
    """Characters in one dress. `uri` is an address, `source` the key of the source to whose entry the words lead."""

    text: str
    italic: bool = False
    bold: bool = False
    script: Literal["", "~", "^"] = ""
    uri: str = ""
    source: str = ""


class Citation(msgspec.Struct, frozen=True):
    """A citation of one source: what stands before it (“see”), and behind it (“, p. 4”), which may be a locator."""

    key: str
    mode: Mode = "NormalCitation"
    prefix: tuple[Run, ...] = ()
    suffix: tuple[Run, ...] = ()


class Cluster(msgspec.Struct, frozen=True):
    """Citations that stand together, in a text or within the brief's own note of this number."""

    citations: tuple[Citation, ...]
    note: int = 0
    alone: bool = True  # nothing else stands in that note


class Mark(msgspec.Struct, frozen=True):
    """The mark of the brief's own note of this number, where it stands first: styles count it."""

    note: int


class Answer(msgspec.Struct, frozen=True):
    """What stands for a cluster in the text, and in the note that hangs on it when the style makes one."""

    words: tuple[Run, ...]
    note: tuple[Run, ...] | None = None


class Listed(msgspec.Struct, frozen=True):
    """An entry of the list of sources: its label such as `1.` or `[Coo21]`, none in most styles, and its text."""

    key: str
    label: str
    runs: tuple[Run, ...]


class Set(msgspec.Struct, frozen=True):
    """All citations of a brief as their style sets them, in the order asked for, and the list."""

    answers: tuple[Answer, ...]
    entries: tuple[Listed, ...]
