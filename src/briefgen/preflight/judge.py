"""The judge: a file in, findings out.

Comes in: the bytes of any PDF, and the rules to hold it to. Goes out: findings. The promise: nothing is raised and nothing
is run, whatever the bytes; time and memory are bounded; the same bytes give the same findings. Refuses to know how the file
came about: it shares no code with what writes PDFs.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pikepdf

from briefgen.preflight import acts, intent, metadata, sheets, standards, verapdf
from briefgen.preflight.bleed import Bleed
from briefgen.preflight.document import LARGEST, Document, bounded, complain, read
from briefgen.preflight.facts import Facts, Seen
from briefgen.preflight.finding import Finding, Findings
from briefgen.preflight.inks import Inks
from briefgen.preflight.interpret import interpret
from briefgen.preflight.layers import Layers
from briefgen.preflight.lines import Lines
from briefgen.preflight.looks import KINDS, Look
from briefgen.preflight.objects import FAULTS
from briefgen.preflight.overlays import Overlays
from briefgen.preflight.pictures import Pictures
from briefgen.preflight.pixels import Pixels
from briefgen.preflight.rules import PRESS, Rules
from briefgen.preflight.source import Source
from briefgen.preflight.state import Mark
from briefgen.preflight.type import Type

Result = TypeVar("Result")


def preflight(data: bytes, rules: Rules = PRESS, *, ask_verapdf: bool = False) -> list[Finding]:
    """Judge a PDF. An error among the findings means that it should not be sent (by `rules`) as it is.

    `ask_verapdf`: what it claims of PDF/A and PDF/UA is judged by veraPDF as well.
    """
    findings, known = Findings(rules), None
    with bounded():
        document = read(data, findings)
        if document is not None:
            known = _judge(document, data, findings)
    if ask_verapdf and known is not None:  # here, for Java wants more room than a file is allowed
        verapdf.judge(data, known, findings)
    return findings.sorted()


def preflight_file(path: str, rules: Rules = PRESS, *, ask_verapdf: bool = False) -> list[Finding]:
    """Judge a file on the disk. A file that cannot be read is a finding too."""
    data = contents(path)
    if not data:
        findings = Findings(rules)
        findings.add("preflight/unreadable", _why_unread(path))
        return findings.sorted()
    return preflight(data, rules, ask_verapdf=ask_verapdf)


def contents(path: str) -> bytes:
    """The bytes of a file, as many as are judged; none when it cannot be read."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(LARGEST + 1) if Path(path).is_file() else b""
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return b""


def _why_unread(path: str) -> str:
    """Why a file has given no bytes."""
    try:
        place = Path(path)
        if place.is_dir():
            return "this is a folder; name the PDFs in it"
        if not place.exists():
            return "there is no such file"
        if not place.is_file():
            return "this is a device or a pipe, and no file"
        with place.open("rb"):
            return "the file is empty"
    except OSError as error:
        return f"the file cannot be read: {error.strerror}"
    except ValueError:  # a NUL in the name
        return "no file can have this name"


def _judge(document: Document, data: bytes, findings: Findings) -> metadata.Metadata | None:
    aim = _guarded(lambda: intent.judge(document, findings), "the output intent", findings) or intent.Aim()
    _guarded(lambda: sheets.judge(document, findings), "the boxes of the pages", findings)
    _guarded(lambda: acts.judge(document, findings), "actions and annotations", findings)
    inks = Inks(findings, aim)
    seen = Seen(inks.device, set())
    pixels = Pixels()
    looks: list[Look] = [Type(findings), Lines(findings), Pictures(findings, pixels), inks, Bleed(findings)]
    if findings.rules.name == "press":
        looks.append(Overlays(findings, pixels, data))
    _run(document, looks, seen, findings)
    lzw = _guarded(lambda: acts.external(document, findings), "the streams of the file", findings)
    seen.lzw, seen.jpx = lzw or (False, False)
    known = _guarded(lambda: metadata.read(document, findings), "the metadata", findings)
    if known is not None:
        facts = Facts(document, known, aim, seen, findings)
        _guarded(lambda: standards.judge(facts), "the standards that are claimed", findings)
    return known


def _run(document: Document, looks: list[Look], seen: Seen, findings: Findings) -> None:
    """Run every page before all who look at marks."""
    at = [document.pages[0]] if document.pages else []  # the page at hand
    by_kind = {kind: [look.look for look in looks if kind in look.kinds] for kind in KINDS}

    def see(mark: Mark) -> None:
        if not mark.tagged and mark.kind != "group" and not mark.masking:
            seen.untagged += 1
        if mark.blended:
            seen.blended += 1
        page = at[0]
        for look in by_kind[mark.kind]:
            look(page, mark)

    def remark(code: str, message: str) -> None:
        findings.add(code, message, at[0].number)

    source = Source(document.pdf, see, remark, lambda complaints: complain(complaints, findings), Layers(document.root))
    seen.keys = source.keys
    for page in document.pages:
        at[0] = page
        _guarded(partial(interpret, page, source), "the page", findings, page.number)
        for look in looks:
            look.leave(page)
    for look in looks:
        _guarded(look.finish, "the ink of the pages", findings)


def _guarded(work: Callable[[], Result], what: str, findings: Findings, page: int = 0) -> Result | None:
    """Work on a file that may be damaged in ways that nobody thought of; None, and a finding, when it cannot be done."""
    try:
        return work()
    except (MemoryError, RecursionError):
        findings.add("preflight/too-large", f"{what} is too large to be judged", page)
    except (pikepdf.PdfError, *FAULTS):
        findings.add("preflight/damaged", f"{what} cannot be read", page)
    return None
