"""What veraPDF, the reference validator of PDF/A and PDF/UA, says of a file that claims one of these.

Comes in: the bytes of a file and what it claims. Goes out: findings, under the codes of the claims. The promise: the program
that is installed judges, under a limit of time; that it is not there, or gave no answer, is said. Refuses to know its rules.
"""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.metadata import Metadata
from briefgen.preflight.programs import found, run

MOST_REPORT = 1 << 25  # bytes
MOST_SAID = 300  # characters of a message
PAGE = re.compile(r"pages\[(\d+)\]")
INSTALL = "install veraPDF (verapdf.org) so that the command `verapdf` is found"


def flavours(metadata: Metadata) -> dict[str, str]:
    """veraPDF's names of the standards that a file claims, each with the code for what it does not keep."""
    named = {}
    part, level = metadata.pdfa
    if part:
        named[part + level.lower()] = "preflight/pdfa-not-kept"
    if metadata.pdfua:
        named["ua" + metadata.pdfua] = "preflight/pdfua-not-kept"
    return named


def judge(data: bytes, metadata: Metadata, findings: Findings) -> None:
    """Ask veraPDF about each claim."""
    named = flavours(metadata)
    program = found("verapdf", "verapdf.bat")
    if not named:
        findings.add("preflight/verapdf", "the file claims no PDF/A and no PDF/UA that veraPDF could judge", severity="note")
    elif not program:
        findings.add("preflight/verapdf", "veraPDF is not installed", hint=INSTALL)
    else:
        with TemporaryDirectory(prefix="briefgen-") as name:
            folder = Path(name)
            (folder / "in.pdf").write_bytes(data)
            for flavour, code in named.items():
                if not _ask(program, folder, flavour, code, findings):
                    findings.add("preflight/verapdf", f"veraPDF gave no answer about {flavour}")


def _ask(program: str, folder: Path, flavour: str, code: str, findings: Findings) -> bool:
    """Tell of each rule that veraPDF finds broken; whether it gave an answer."""
    arguments = ["--format", "xml", "--flavour", flavour, str(folder / "in.pdf")]
    report = run(program, arguments, folder, codes=(0, 1))  # 1: a file is not valid
    if report is None or len(report) > MOST_REPORT or b"<!DOCTYPE" in report or b"<!ENTITY" in report:
        return False
    try:
        answer = ET.fromstring(report).find(".//validationReport")  # noqa: S314 - without entities it cannot swell
    except ET.ParseError:
        return False
    if answer is None:
        return False
    for rule in answer.iter("rule"):
        if rule.get("status") == "failed":
            _tell(rule, code, findings)
    return True


def _tell(rule: ET.Element, code: str, findings: Findings) -> None:
    said = rule.findtext("check/errorMessage") or rule.findtext("description") or ""
    page = PAGE.search(rule.findtext("check/context") or "")
    clause = f"{rule.get('specification', '')}, {rule.get('clause', '')}-{rule.get('testNumber', '')}"
    count = int(rule.get("failedChecks", "1")) if rule.get("failedChecks", "1").isdigit() else 1
    findings.add(
        code,
        f"veraPDF: {' '.join(said.split())[:MOST_SAID]} ({clause})",
        int(page[1]) + 1 if page else 0,
        group=clause,
        measure=Measure(count, 0, "checks"),
    )
