"""What claims are held against: the file, what it says of itself, what was seen in it.

Comes in: nothing. Goes out: records. The promise: none of these judges. Refuses to know standards.
"""

import msgspec

from briefgen.preflight.document import Document
from briefgen.preflight.finding import Findings
from briefgen.preflight.intent import Aim
from briefgen.preflight.metadata import Metadata


class Seen(msgspec.Struct):
    """What was seen in the file: kinds of device colour by page, keys of graphics states that standards forbid, marks
    outside of tags, transparent marks, compression by LZW and by JPEG 2000."""

    device: dict[int, set[str]]
    keys: set[str]
    untagged: int = 0
    blended: int = 0
    lzw: bool = False
    jpx: bool = False


class Facts(msgspec.Struct, frozen=True):
    """All that claims are held against."""

    document: Document
    metadata: Metadata
    aim: Aim
    seen: Seen
    findings: Findings
