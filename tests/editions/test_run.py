"""Series of briefs, by each road: the same bytes, what has not changed kept, problems once for each kind."""

import gc
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path

import pytest

from briefgen.build import build
from briefgen.cli import main
from briefgen.editions.ledger import INDEX, NAME
from briefgen.editions.naming import name_editions
from briefgen.editions.roads import Road
from briefgen.editions.rows import read_rows
from briefgen.editions.run import Outcome, Wanted, make_editions
from briefgen.editions.work import Chunk, Order, make_each
from briefgen.memory import SELDOM, seldom_searched
from briefgen.problem import Problems

OUTLINE = """\
title: "Water in {{district}}"
sections:
  - content:
      - "{{district}} has {{wells}} wells."
      - chart: {kind: bar, title: Flow, data: flows.csv, where: "district = {{district}}", x: year, y: flow, alt: auto}
      - {paragraph: "Its rate is {{rate|0.1}}.", when: rate > 5}
"""
FLOWS = "district,year,flow\nNorth,2020,10\nNorth,2021,12\nSouth,2020,5\nSouth,2021,4\nEast,2020,7\nEast,2021,8\n"
ROWS = "district,wells,rate,left\nNorth,12,7.25,a\nSouth,7,3,b\nEast,3,,c\n"
ONE = Road(1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("brief.yaml", OUTLINE), ("flows.csv", FLOWS), ("rows.csv", ROWS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(road: Road = ONE, **more: object) -> Outcome:
    return make_editions(Wanted("brief.yaml", "rows.csv", road=road, **more), lambda _: None)  # type: ignore[arg-type]  # as given


def pdfs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "build" / "brief").glob("*.pdf"))}


def test_each_row_has_the_bytes_of_a_build_alone(folder: Path) -> None:
    made = run()
    assert made.problems == ()
    assert (made.made, made.kept, made.failed, made.pages) == (3, 0, 0, 3)
    assert [*pdfs(folder)] == ["East.pdf", "North.pdf", "South.pdf"]
    for name, wells, rate in (("North", "12", "7.3"), ("South", "7", "")):
        text = OUTLINE.replace("{{district}}", name).replace("{{wells}}", wells).replace(f"= {name}", f"= '{name}'")
        lines = [line.replace("{{rate|0.1}}", rate).replace(", when: rate > 5", "") for line in text.splitlines()]
        (folder / "alone.yaml").write_text("\n".join(lines if rate else lines[:-1]) + "\n", encoding="utf-8")
        assert build(folder / "alone.yaml", folder / "alone.pdf").problems == ()
        assert pdfs(folder)[f"{name}.pdf"] == (folder / "alone.pdf").read_bytes()
    index = (folder / "build" / "brief" / INDEX).read_text(encoding="utf-8-sig").splitlines()
    assert index[0].startswith("row,language,file,pages,words")
    assert index[1].split(",")[:4] == ["2", "", "North.pdf", "1"]


def test_only_what_has_changed_is_made_again(folder: Path) -> None:
    run()
    before = {path.name: path.stat().st_mtime_ns for path in (folder / "build" / "brief").glob("*.pdf")}
    assert (run().made, run().kept) == (0, 3)
    (folder / "rows.csv").write_text(ROWS.replace(",a\n", ",z\n"), encoding="utf-8")  # a column that nothing asks for
    assert run().kept == 3
    (folder / "rows.csv").write_text(ROWS.replace("7.25", "8"), encoding="utf-8")
    assert (run().made, run().kept) == (1, 3)
    after = {path.name: path.stat().st_mtime_ns for path in (folder / "build" / "brief").glob("*.pdf")}
    assert {name for name in before if before[name] != after[name]} == {"North.pdf"}
    (folder / "build" / "brief" / "South.pdf").unlink()
    assert run().made == 1
    (folder / "flows.csv").write_text(FLOWS.replace(",8\n", ",9\n"), encoding="utf-8")  # a file that all of them name
    assert run().made == 3
    assert run(strict=True).made == 3


def test_a_run_that_was_cut_off_goes_on(folder: Path) -> None:
    run()
    ledger = folder / "build" / "brief" / NAME
    lines = ledger.read_text(encoding="utf-8").splitlines()
    ledger.write_text("\n".join([*lines[:2], lines[2][:40]]), encoding="utf-8")
    assert (run().made, run().kept) == (1, 3)
    ledger.write_bytes(b'\xff{"seal": []}\n[[[')
    assert run().made == 3
    assert run().kept == 3
    assert len(ledger.read_text(encoding="utf-8").splitlines()) == 3


def test_a_problem_is_told_once_with_its_rows(folder: Path) -> None:
    text = OUTLINE.replace(", when: rate > 5", "") + "      - '{{districts}}'\n"
    (folder / "brief.yaml").write_text(text, encoding="utf-8")
    made = run()
    assert (made.made, made.failed) == (0, 3)
    assert [(each.code, each.place.line) for each in made.problems] == [
        ("editions/no-value", 6),
        ("editions/no-such-column", 7),
    ]
    assert made.problems[0].message.endswith("(row 4)")
    assert made.problems[1].message.endswith("(all 3 rows)")
    assert pdfs(folder) == {}


@pytest.mark.parametrize(
    ("outline", "rows", "code"),
    [
        ("design: {embed_source: true}\n", ROWS, "editions/no-source"),
        ("", "district\n", "data/empty"),
        ("", "district,wells,rate\nNorth,1,1\nNorth,2,2\n", "editions/same-name"),
    ],
)
def test_what_cannot_be_is_said(folder: Path, outline: str, rows: str, code: str) -> None:
    (folder / "brief.yaml").write_text(outline + OUTLINE, encoding="utf-8")
    (folder / "rows.csv").write_text(rows, encoding="utf-8")
    made = run()
    assert code in [each.code for each in made.problems]
    assert pdfs(folder) == {}


def test_several_processes_and_a_cluster_make_the_same(folder: Path) -> None:
    """Of a cluster of two workers one is killed while it works: its editions are made by the other."""
    run()
    alone = pdfs(folder)
    for road in (Road(2), Road(dask="")):
        for path in (folder / "build" / "brief").iterdir():
            path.unlink()
        made = run(road) if road.jobs else _on_a_cluster(folder)
        assert made.problems == ()
        assert made.made == 3
        assert pdfs(folder) == alone


def _on_a_cluster(folder: Path) -> Outcome:
    address = "tcp://127.0.0.1:{}"
    port = _free_port()
    start = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    worker = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "distributed.cli.dask_worker",
        address.format(port),
        "--nthreads",
        "1",
        "--no-nanny",
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder.parent}
    processes = [subprocess.Popen([*start, "--no-dashboard"], **quiet)]  # type: ignore[call-overload]  # as given
    processes += [subprocess.Popen([*worker, "--no-dashboard"], **quiet) for _ in range(2)]  # type: ignore[call-overload]  # so
    try:
        _wait_for_workers(address.format(port), 2)
        os.kill(processes[1].pid, signal.SIGSTOP)  # it takes its share and does nothing with it
        killer = subprocess.Popen(["sh", "-c", f"sleep 1.5; kill -KILL {processes[1].pid}"])
        made = run(Road(dask=address.format(port)))
        killer.wait()
        return made
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        assert isinstance(port, int)
        return port


def _wait_for_workers(address: str, count: int) -> None:
    from distributed import Client

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with Client(address, timeout=2, set_as_default=False) as client:  # type: ignore[no-untyped-call]  # untyped
                client.wait_for_workers(count, timeout=30)
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("no cluster came up")


@pytest.mark.usefixtures("folder")
def test_a_cluster_that_is_none_is_said() -> None:
    made = run(Road(dask="nothing-there"))
    assert [each.code for each in made.problems] == ["editions/no-cluster"]


@pytest.mark.usefixtures("folder")
def test_the_command_says_what_came_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["editions", "--data", "rows.csv", "--jobs", "1"]) == 0
    assert capsys.readouterr().out.startswith(f"{Path('build/brief')}: 3 editions made, 3 pages; index.csv")
    assert main(["editions", "--data", "rows.csv", "--format", "json"]) == 0
    assert '"kept": 3' in capsys.readouterr().out
    assert main(["editions", "--data", "none.csv"]) == 1
    assert "data/missing-file" in capsys.readouterr().err
    assert main(["editions", "none.yaml", "--data", "rows.csv"]) == 1
    assert main(["editions"]) == 2


def test_a_ledger_that_cannot_be_written_is_a_warning(folder: Path) -> None:
    (folder / "build" / "brief" / NAME).mkdir(parents=True)
    made = run()
    assert {(each.code, each.severity) for each in made.problems} == {("editions/no-ledger", "warning")}
    assert len(pdfs(folder)) == 3


@pytest.mark.usefixtures("folder")
def test_more_rows_than_are_made_at_once_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.editions.rows.ROWS_MOST", 2)
    assert [each.code for each in run().problems] == ["editions/too-many"]


@pytest.mark.usefixtures("folder")
def test_a_process_that_dies_each_time_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pool breaks at once, twice: no edition is made, and each is told of."""

    class Broken(Executor):
        def __init__(self, *_: object) -> None:
            pass

        def submit(self, *_: object, **__: object) -> Future[object]:  # type: ignore[override]  # for all calls
            raise BrokenExecutor

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Broken)
    made = run(Road(2))
    assert [each.code for each in made.problems] == ["editions/process-lost"]
    assert (made.made, made.failed) == (0, 3)


def test_python_looks_for_cycles_as_seldom_in_a_process_that_no_command_has_prepared() -> None:
    before = gc.get_threshold()
    with seldom_searched():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before


def test_editions_that_ask_for_the_same_cells_have_one_record_of_that(folder: Path) -> None:
    series = read_rows(folder / "rows.csv", Problems())
    assert series
    editions = name_editions("{{district}}.pdf", series, (), Problems())
    order = Order("brief.yaml", "office", False, None, (), "rows.csv", series.columns)
    first, second, third = make_each(Chunk(order, editions))
    assert first.asked
    assert first.asked is second.asked is third.asked


def test_the_command_itself_reads_numbers_and_dates(tmp_path: Path) -> None:
    """In a process of its own, which loads less than the tests do."""
    (tmp_path / "brief.yaml").write_text("title: '{{name}}'\nsubtitle: '{{rate|0.1}} in {{seen|month}}'\n", encoding="utf-8")
    (tmp_path / "rows.csv").write_text("name,rate,seen\nKitui,4.25,2026-05-02\n", encoding="utf-8")
    command = [sys.executable, "-m", "briefgen", "editions", "--data", "rows.csv", "--jobs", "1"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert (tmp_path / "build" / "brief" / "Kitui.pdf").is_file()
