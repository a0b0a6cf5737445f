"""Signs of changes, whatever editors and file systems do to the files."""

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from briefgen.preview.changes import Seen, changes, is_temporary

Count = Callable[[], int]


def follow(seen: Seen, story: Callable[[Count], Awaitable[None]], output: Path = Path("brief.pdf")) -> None:
    """Run a story while the files are watched; it can ask how many signs there have been. Builds take no time."""

    async def run() -> None:
        signs = 0

        async def count() -> None:
            nonlocal signs
            async for _ in changes(seen, output):
                signs += 1
                seen.look()

        task = asyncio.create_task(count())
        await asyncio.sleep(0.15)
        try:
            await story(lambda: signs)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())


async def more(count: Count, than: int) -> None:
    """Wait for a sign."""
    for _ in range(1000):
        if count() > than:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"no sign after {than}")


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "brief.yaml"
    path.write_text("title: One\n")
    return path


@pytest.fixture
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system has to tell: nobody looks by himself in the time that a test takes."""
    monkeypatch.setattr("briefgen.preview.changes.POLL", 60.0)


def renamed(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text)
    draft.replace(path)


def put_aside(path: Path, text: str) -> None:
    """As vim saves with a backup: the old file is moved away first."""
    path.replace(path.with_name(f"{path.name}~"))
    path.write_text(text)


def truncated(path: Path, text: str) -> None:
    with path.open("w") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


@pytest.mark.usefixtures("unasked")
@pytest.mark.parametrize("save", [truncated, renamed, put_aside])
def test_each_save_is_seen_however_it_is_made(outline: Path, save: Callable[[Path, str], None]) -> None:
    async def story(count: Count) -> None:
        for number in range(4):
            before = count()
            save(outline, f"title: {number}\n")
            await more(count, before)
            await asyncio.sleep(0.1)

    follow(Seen([str(outline)]), story)


@pytest.mark.usefixtures("unasked")
def test_a_file_that_is_deleted_and_comes_back(outline: Path) -> None:
    async def story(count: Count) -> None:
        for act in (
            outline.unlink,
            lambda: outline.write_text("title: Back\n"),
            lambda: outline.write_text("title: Again\n"),
        ):
            before = count()
            act()
            await more(count, before)
            await asyncio.sleep(0.1)

    follow(Seen([str(outline)]), story)


def test_a_folder_that_is_deleted_and_comes_back(outline: Path) -> None:
    async def story(count: Count) -> None:
        shutil.rmtree(outline.parent)
        await more(count, 0)
        await asyncio.sleep(0.3)
        outline.parent.mkdir()
        outline.write_text("title: Back\n")
        await more(count, count())
        await asyncio.sleep(1.1)  # until the new folder is watched
        before = count()
        outline.write_text("title: Again\n")
        await more(count, before)

    follow(Seen([str(outline)]), story)


@pytest.mark.usefixtures("unasked")
def test_the_last_of_a_hundred_saves_is_seen(outline: Path) -> None:
    async def story(count: Count) -> None:
        for number in range(100):
            outline.write_text(f"title: {number}\n")
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.2)
        before = count()
        outline.write_text("title: Last\n")
        await more(count, before)

    follow(Seen([str(outline)]), story)


@pytest.mark.usefixtures("unasked")
def test_what_a_link_points_to_is_watched(outline: Path) -> None:
    link = outline.parent / "links" / "brief.yaml"
    link.parent.mkdir()
    link.symlink_to(outline)

    async def story(count: Count) -> None:
        outline.write_text("title: Two\n")
        await more(count, 0)

    follow(Seen([str(link)]), story)


@pytest.mark.usefixtures("unasked")
def test_a_file_that_is_named_later_is_watched_from_then_on(outline: Path) -> None:
    picture = outline.parent / "assets" / "map.png"
    picture.parent.mkdir()
    seen = Seen([str(outline)])

    async def story(count: Count) -> None:
        seen.name(seen.files | {str(picture)})
        picture.write_bytes(b"x")  # before its folder is watched
        await more(count, 0)
        for number in range(3):
            await asyncio.sleep(0.1)
            before = count()
            picture.write_bytes(b"x" * number)
            await more(count, before)

    follow(seen, story)


def test_what_programs_write_for_themselves_is_no_change(outline: Path) -> None:
    (outline.parent / "x").mkdir()

    async def story(count: Count) -> None:
        for name in (".brief.yaml.swp", "4913", "brief.yaml~", "#brief.yaml#", "x.tmp", "brief.pdf"):
            (outline.parent / name).write_text("x")
        await asyncio.sleep(0.3)
        assert count() == 0

    follow(Seen([str(outline)]), story, outline.parent / "x" / ".." / "brief.pdf")


def test_ordinary_names_are_not_taken_for_temporary() -> None:
    assert not [name for name in ("brief.yaml", "a b.png", "flows.csv", "_brand.yml", "x~y.svg") if is_temporary(name)]
