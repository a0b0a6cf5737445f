"""The output intent: for which press a file was made.

Comes in: a document. Goes out: an Aim, and findings. The promise: a profile that cannot be read is a finding, and the rest
of the judging goes on. Refuses to know what the file holds.
"""

from typing import Any

import msgspec
import pikepdf

from briefgen.preflight.document import Document, catalog
from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.objects import FAULTS, TooLargeError, decoded, entry, items, name, number, text
from briefgen.problem import counted

MOST_PROFILE = 1 << 25  # bytes
HEADER = 128  # bytes of an ICC profile's header (ICC.1, 7.2)
KINDS = {b"CMYK": ("cmyk", 4), b"RGB ": ("rgb", 3), b"GRAY": ("gray", 1)}


class Aim(msgspec.Struct, frozen=True):
    """What the output intents describe: the kind of colour of the press ("" if no press is named), and of any device."""

    press: str = ""
    devices: frozenset[str] = frozenset()
    intents: int = 0
    pages: dict[int, frozenset[str]] = {}  # what a page's own intents describe (ISO 32000-2, 14.11.5), by its number


def judge(document: Document, findings: Findings) -> Aim:
    """The rules of output intents."""
    every, devices = _described(catalog(document, "/OutputIntents"))
    pages = {
        page.number: _described(own)[1] for page in document.pages if (own := entry(page.leaf, "/OutputIntents")) is not None
    }
    mine = _for_presses(every)
    own = [_for_presses(items(entry(page.leaf, "/OutputIntents"))) for page in document.pages]
    if not mine and own and all(own):  # each page says it for itself (ISO 15930-9)
        mine = own[0]
    if not mine:
        hint = "export it as PDF/X-4 with the printer's profile; of an outline, `briefgen build --profile press` makes that"
        findings.add("print/no-output-intent", "the file has no output intent for a press", hint=hint)
        return Aim("", devices, len(every), pages)
    if len(mine) > 1:
        findings.add("print/several-output-intents", counted(len(mine), "output intent"), measure=Measure(len(mine), 1))
    intent = mine[0]
    if not text(entry(intent, "/OutputConditionIdentifier")).strip():
        findings.add("print/output-condition", "the output intent has no OutputConditionIdentifier")
    press = ""
    if entry(intent, "/DestOutputProfile") is None:
        findings.add("print/no-output-profile", "the output intent holds no profile")
    else:
        press = _profile(entry(intent, "/DestOutputProfile"), findings)
    if press == "rgb":
        findings.add("print/output-not-cmyk", "the output intent describes an RGB device")
    return Aim(press, devices, len(every), pages)


def _for_presses(intents: list[Any]) -> list[Any]:
    return [intent for intent in intents if name(entry(intent, "/S")) == "GTS_PDFX"]


def _header(profile: Any) -> bytes:
    """The header of a profile, or less when there is none."""
    try:
        return decoded(profile, MOST_PROFILE)[:HEADER] if isinstance(profile, pikepdf.Stream) else b""
    except (TooLargeError, MemoryError, *FAULTS):
        return b""


def _described(value: Any) -> tuple[list[Any], frozenset[str]]:
    """Output intents, and the kinds of colour that their profiles describe."""
    every = [intent for intent in items(value) if isinstance(intent, pikepdf.Dictionary)]
    headers = (_header(entry(intent, "/DestOutputProfile")) for intent in every)
    return every, frozenset(KINDS[header[16:20]][0] for header in headers if header[16:20] in KINDS)


def _profile(profile: Any, findings: Findings) -> str:
    header = _header(profile)
    kind, count = KINDS.get(header[16:20], ("", 0))
    if len(header) < HEADER or header[36:40] != b"acsp":
        findings.add("print/output-profile", "the output intent's profile is no ICC profile")
    elif header[12:16] != b"prtr":
        said = header[12:16].decode("ascii", "replace")
        findings.add("print/output-profile", f"the output intent's profile is of class {said!r}, not 'prtr'")
    elif not kind or number(entry(profile, "/N")) != count:
        findings.add("print/output-profile", "the output intent's profile has not as many channels as it says")
    return kind
