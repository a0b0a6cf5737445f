"""Safe and exact fixes of a PDF, each proved by judging the file again.

Comes in: the bytes of a PDF and rules. Goes out: bytes, what was done, and what the judge says of them. The promise: a fix
that leaves a fault that was not there before is not kept; nothing that is drawn changes but black text and lines too thin to
print; bad input gives no exception. Refuses to know who asked.
"""

import io
from collections.abc import Callable
from typing import Any

import msgspec
import pikepdf

from briefgen.mend import content, sheets
from briefgen.preflight.document import bounded
from briefgen.preflight.finding import Finding
from briefgen.preflight.judge import preflight
from briefgen.preflight.objects import FAULTS
from briefgen.preflight.rules import Rules

Fix = Callable[[pikepdf.Pdf, Rules], list[str]]

# in this order; each with the codes of which at least one has to be there, and to be less often there afterwards
FIXES: tuple[tuple[Fix, tuple[str, ...]], ...] = (
    (sheets.trim, ("print/no-trim-box",)),
    (sheets.clip, ("print/boxes-not-nested",)),
    (sheets.bleed, ("print/bleed-too-small",)),
    (sheets.intent, ("print/no-output-intent", "print/output-condition", "print/output-profile")),
    (sheets.titles, ("preflight/metadata-disagrees", "preflight/no-title", "preflight/pdfua-not-kept")),
    (content.black_text, ("print/black-text", "print/rgb", "print/managed-rgb")),
    (content.hairlines, ("print/hairline",)),
)


# lesser faults that only show once a greater one is gone: no bleed round a size that was not said, black that does not
# overprint
UNCOVERED: dict[Fix, set[str]] = {
    sheets.trim: {"print/bleed-too-small"},
    content.black_text: {"print/black-knockout"},
}


class Mended(msgspec.Struct, frozen=True):
    """What came of it: the new file, None where there was nothing to do; what was done; what is found in it."""

    data: bytes | None
    done: tuple[str, ...]
    findings: list[Finding]


def mend(data: bytes, rules: Rules) -> Mended:
    """Fix what can be fixed."""
    findings, done = preflight(data, rules), []
    made = data
    for fix, codes in FIXES:
        if not _count(findings, codes):
            continue
        tried = _try(made, fix, rules)
        if tried is None:
            continue
        after = preflight(tried[0], rules)
        if _count(after, codes) < _count(findings, codes) and _codes(after) <= _codes(findings) | UNCOVERED.get(fix, set()):
            made, findings = tried[0], after
            done += tried[1]
    return Mended(made if done else None, tuple(done), findings)


def _count(findings: list[Finding], codes: tuple[str, ...]) -> int:
    return sum(finding.count for finding in findings if finding.code in codes)


def _codes(findings: list[Finding]) -> set[str]:
    """What is found, notes apart."""
    return {finding.code for finding in findings if finding.severity != "note"}


def _try(data: bytes, fix: Fix, rules: Rules) -> tuple[bytes, list[str]] | None:
    """The file with a fix, and what that did; None when it did nothing, or could not be done."""
    with bounded():
        try:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                if pdf.is_encrypted:
                    return None
                done = fix(pdf, rules)
                return (_saved(pdf), done) if done else None
        except (pikepdf.PdfError, MemoryError, RecursionError, *FAULTS):
            return None


def _saved(pdf: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    options: dict[str, Any] = {"deterministic_id": True, "fix_metadata_version": False}
    pdf.save(stream, force_version=pdf.pdf_version, **options)
    return stream.getvalue()
