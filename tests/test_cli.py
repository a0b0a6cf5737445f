"""The command line, end to end: exit codes, what goes to which stream, and from where."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import __version__
from briefgen.arguments import parse
from briefgen.cli import main
from briefgen.order import Order

GOOD = "title: Water for Saltmarsh\nrecommendations: [{action: Mend the pipes.}]\n"
BAD = "title: Water for Saltmarsh\ncolour: red\nnotes: {1: Nobody points here.}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "brief.yaml").write_text(GOOD)
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefgen", *arguments]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize(
    ("name", "command"), [("brief.pdf", "preflight brief.pdf"), ("report.docx", "new NAME --from report.docx")]
)
def test_what_is_no_outline_is_told_what_can_be_done_with_it(
    name: str, command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name])
    assert stopped.value.code == 2
    assert f"briefgen {command}" in capfd.readouterr().err


def test_plain_briefgen_makes_the_brief(folder: Path) -> None:
    done = run(folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"build.brief\.pdf: 1 page, A4, \d+\.\d\d s\n", done.stdout)
    assert (folder / "build" / "brief.pdf").exists()


def test_bytes_are_the_same_in_any_process(folder: Path) -> None:
    made = []
    for seed, zone in [("0", "UTC"), ("1", "Asia/Tokyo"), ("2", "America/Bogota")]:
        run(folder, PYTHONHASHSEED=seed, TZ=zone)
        made.append((folder / "build" / "brief.pdf").read_bytes())
    assert made[0] == made[1] == made[2]


def test_problems_go_to_stderr(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "brief.yaml").write_text(BAD)
    assert main([]) == 1
    seen = capfd.readouterr()
    assert seen.out == ""
    assert seen.err.startswith("brief.yaml:2:1: error outline/unknown-key: ")
    assert "\x1b" not in seen.err


def test_warnings_do_not_stop_a_build(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "brief.yaml").write_text(GOOD + "notes: {1: Nobody points here.}\n")
    assert main([]) == 0
    seen = capfd.readouterr()
    assert "warning content/unused-note" in seen.err
    assert seen.out.startswith(str(Path("build/brief.pdf")))
    assert main(["--strict"]) == 1
    seen = capfd.readouterr()
    assert "error content/unused-note" in seen.err
    assert seen.out == ""


def test_quiet_prints_nothing_but_problems(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["-q"]) == 0
    assert capfd.readouterr() == ("", "")
    (folder / "brief.yaml").write_text(BAD)
    assert main(["build", "-q"]) == 1
    assert "outline/unknown-key" in capfd.readouterr().err


def test_json_goes_to_stdout_whatever_happens(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--format", "json"]) == 0
    seen = json.loads(capfd.readouterr().out)
    assert (seen["version"], seen["pages"], seen["problems"]) == (1, 1, [])
    assert Path(seen["output"]) == Path("build/brief.pdf")
    (folder / "brief.yaml").write_text(BAD)
    assert main(["check", "--format", "json"]) == 1
    seen = json.loads(capfd.readouterr().out)
    assert seen["output"] is None
    assert {"code": "outline/unknown-key", "file": "brief.yaml", "line": 2, "column": 1}.items() <= seen["problems"][
        0
    ].items()


def test_check_writes_nothing(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert re.fullmatch(r"brief\.yaml: no errors, 2 pieces of advice, 1 page, A4, \d+\.\d\d s\n", capfd.readouterr().out)
    assert not (folder / "build").exists()


def piped(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    outline = (folder / "brief.yaml").read_bytes()
    command = [sys.executable, "-m", "briefgen", *arguments]
    return subprocess.run(command, cwd=folder, input=outline, capture_output=True, check=False)


def test_from_standard_input_to_standard_output(folder: Path) -> None:
    done = piped(folder, "-", "-o", "-")
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.rstrip().endswith(b"%%EOF")
    assert b"1 page" in done.stderr
    assert not (folder / "build").exists()
    assert piped(folder, "build", "brief.yaml", "-q", "-o", "-").stdout == done.stdout


def test_what_is_read_from_standard_input_has_the_usual_name(folder: Path) -> None:
    assert piped(folder, "-").returncode == 0
    assert (folder / "build" / "brief.pdf").exists()
    assert piped(folder, "check", "-").stdout.startswith(b"-: no errors")


def test_standard_output_holds_one_thing(folder: Path) -> None:
    done = piped(folder, "-", "-o", "-", "--format", "json")
    assert (done.returncode, done.stdout) == (2, b"")


def test_an_error_leaves_standard_output_empty(folder: Path) -> None:
    (folder / "brief.yaml").write_text("titel: x")
    done = piped(folder, "-", "-o", "-")
    assert (done.returncode, done.stdout) == (1, b"")


def test_no_outline_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([]) == 1
    seen = capfd.readouterr().err
    assert seen.startswith("brief.yaml: error outline/unreadable: ")
    assert "\nhint: " in seen


def test_from_another_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = run(elsewhere, "build", str(folder / "brief.yaml"), "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (elsewhere / "build" / "brief.pdf").exists()
    assert not (folder / "build").exists()


def test_a_command_that_there_is_not_is_named_with_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["bild", "brief.yaml"])
    said = capfd.readouterr().err
    assert "`bild`" in said
    assert "`briefgen build`" in said


@pytest.mark.parametrize(("word", "command"), [("review", "build --review"), ("pdf", "build"), ("serve", "watch")])
def test_a_command_that_others_have_is_named_as_it_is_here(
    word: str, command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([word])
    assert f"`briefgen {command}`" in capfd.readouterr().err


@pytest.mark.parametrize("arguments", [["bogus"], ["build", "a", "b"], ["--format", "xml"], ["check", "-o", "x"], ["-x"]])
def test_wrong_usage(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capfd.readouterr().err.startswith("usage: briefgen")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("option", ["--paper-thickness", "--n-up", "--paper", "--flip", "--format", "--profile"])
def test_a_value_that_makes_no_sense_is_told_of_in_the_user_s_words(option: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["build" if option == "--profile" else "booklet", option, "abc"])
    said = capfd.readouterr().err
    assert f"{option}: " in said
    assert "'abc'" in said
    assert not re.search(r" _|\bint\b|float", said.splitlines()[-1])  # no name of the program's own, no type of Python's


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "brief.yaml", "-o", "brief.yaml"],
        ["booklet", "brief.yaml", "-o", "brief.yaml"],
        ["booklet", "report.pdf", "-o", "report.pdf"],
        ["preflight", "report.pdf", "--fix", "report.pdf"],
        ["preflight", "report.html", "--report", "report.html"],
    ],
    ids=" ".join,
)
def test_what_is_read_is_not_written_over(arguments: list[str], folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The message says what it is, and the hint names the option that was given."""
    for name in ("report.pdf", "report.html"):
        (folder / name).write_bytes(b"%PDF-1.7")
    before = (folder / arguments[1]).read_bytes()
    assert main(arguments) == 1
    said = capfd.readouterr().err
    assert f"{arguments[1]}: error build/unwritable: " in said
    assert ("the outline itself" in said) == arguments[1].endswith(".yaml")
    assert f"hint: name another file with {arguments[2]}\n" in said
    assert (folder / arguments[1]).read_bytes() == before


@pytest.mark.parametrize("epoch", ["soon", "-1", "1e9", "9" * 30])
def test_bad_epoch_is_wrong_usage(epoch: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main([]) == 2
    assert "SOURCE_DATE_EPOCH" in capfd.readouterr().err


def test_version_and_help(capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--version"], ["--help"], ["build", "--help"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
    seen = capfd.readouterr().out
    assert seen.startswith(f"briefgen {__version__}\n")
    assert "examples:" in seen


@pytest.mark.parametrize("command", ["schema", "reference"])
def test_schema_and_reference_are_printed(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([command]) == 0
    seen = capfd.readouterr().out
    assert "recommendations" in seen
    if command == "schema":
        assert json.loads(seen)["$schema"]


@pytest.mark.parametrize(
    ("arguments", "order"),
    [
        (["check"], Order("check")),
        (["--strict", "check", "x"], Order("check", "x", strict=True)),
        (["build", "x", "-o", "y", "-q"], Order("build", "x", output="y", quiet=True)),
        (["x.yaml", "--format", "json"], Order("build", "x.yaml", format="json")),
        (["-v", "x.yaml"], Order("build", "x.yaml", verbose=True)),
        (["-o", "y", "x.yaml"], Order("build", "x.yaml", output="y")),
        (["-q"], Order(quiet=True)),
    ],
)
def test_arguments(arguments: list[str], order: Order) -> None:
    assert parse(arguments) == order


def test_reader_that_goes_away(folder: Path) -> None:
    """`briefgen reference | head -1` ends without a word of complaint."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "briefgen", "reference"]
    done = subprocess.run(command, cwd=folder, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_output_that_takes_no_more(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "briefgen", "reference"]
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("briefgen: ")
    assert "Traceback" not in done.stderr


def test_plain_briefgen_loads_no_argument_parser(folder: Path) -> None:
    program = "import sys; from briefgen.cli import main; main([]); sys.exit('argparse' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=folder, check=False, capture_output=True).returncode == 0


def test_a_build_loads_neither_editors_nor_menders(folder: Path) -> None:
    program = "import sys; from briefgen.cli import main; main(['build', '-q']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, check=True, capture_output=True, text=True)
    loaded = done.stdout.split()
    assert "briefgen.outline.check" in loaded
    late = "editorial revision wordcount layout.drawing.review outline.recover outline.wording outline.mends".split()
    assert not [name for name in loaded if name.startswith(tuple(f"briefgen.{each}" for each in late))]


@pytest.mark.usefixtures("folder")
def test_preflight_judges_what_was_built(capfd: pytest.CaptureFixture[str]) -> None:
    pdf = str(Path("build/brief.pdf"))
    assert main(["-q"]) == 0
    assert main(["preflight", pdf, "--rules", "office"]) == 0
    assert capfd.readouterr() == (f"{pdf}: no errors, no warnings (office rules)\n", "")
    assert main(["preflight", pdf]) == 1
    seen = capfd.readouterr()
    assert re.fullmatch(rf"{re.escape(pdf)}: \d+ errors?, \d+ warnings? \(press rules\)\n", seen.out)
    assert f"{pdf}: error print/no-output-intent: " in seen.err
    assert re.search(r"pdf: page 1, [\d.]+ × [\d.]+ mm in, [\d.]+ × [\d.]+ mm large: ", seen.err)


@pytest.mark.usefixtures("folder")
def test_preflight_for_machines(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["-q"]) == 0
    assert main(["preflight", "build/brief.pdf", "--format", "json"]) == 1
    seen = json.loads(capfd.readouterr().out)
    assert (seen["version"], seen["file"], seen["rules"]) == (1, "build/brief.pdf", "press")
    assert {"code", "severity", "message", "page", "area", "measured", "limit", "unit", "hint", "count"} == set(
        seen["findings"][0]
    )
    areas = [finding["area"] for finding in seen["findings"] if finding["area"]]
    assert areas
    assert set(areas[0]) == {"x", "y", "width", "height"}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["missing.pdf", "brief.yaml", "."])
def test_preflight_of_no_pdf(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", name, "-q"]) == 1
    assert f"{name}: error preflight/unreadable: " in capfd.readouterr().err


def test_why_a_pdf_cannot_be_read_is_said(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.pdf").touch()
    (folder / "folder.pdf").mkdir()
    (folder / "text.pdf").write_text("no PDF")
    names = ["missing.pdf", "empty.pdf", "folder.pdf", "text.pdf"]
    assert main(["preflight", "-q", *names]) == 1
    said = [line.split("preflight/unreadable: ")[1] for line in capfd.readouterr().err.splitlines()]
    assert len(set(said)) == len(names)


@pytest.mark.usefixtures("folder")
def test_strict_preflight_counts_warnings(capfd: pytest.CaptureFixture[str]) -> None:
    Path("brief.yaml").write_text(GOOD + "design: {paper: a5}\n")
    assert main(["-q"]) == 0
    from pikepdf import Name
    from pikepdf import open as open_pdf

    with open_pdf("build/brief.pdf") as pdf:
        del pdf.Root[Name.MarkInfo]
        del pdf.Root[Name.Metadata]
        pdf.save("untagged.pdf")
    assert main(["preflight", "untagged.pdf", "--rules", "office"]) == 0
    assert main(["preflight", "untagged.pdf", "--rules", "office", "--strict"]) == 1
    assert "warning preflight/no-tags" in capfd.readouterr().err


def test_a_build_loads_nothing_of_preflight(folder: Path) -> None:
    program = "import sys; from briefgen.cli import main; main([]); sys.exit('pikepdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=folder, check=False, capture_output=True).returncode == 0
