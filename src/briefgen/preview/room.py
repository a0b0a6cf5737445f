"""What there is to see at the moment, for all who look.

Comes in: outcomes of builds. Goes out: pictures of pages, what stands on them, places. The promise: what is asked for
belongs to the last edition without errors, or there is none; pictures are drawn by one thread, beside that of the builds.
Refuses to know about HTTP.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from briefgen.preview.assets import digest
from briefgen.preview.edition import Edition, Leaf, Outcome
from briefgen.preview.editor import Editor
from briefgen.preview.frame import baselines, columns
from briefgen.preview.order import Order
from briefgen.preview.places import place_at, place_of
from briefgen.preview.render import Form, Proof, Renderer
from briefgen.preview.softproof import soft_proof
from briefgen.preview.spots import words_of
from briefgen.preview.state import Told, box, dumps, state
from briefgen.preview.stream import Stream
from briefgen.problem import Place
from briefgen.report import source_lines, visible
from briefgen.theme import make_theme

FEW = 120  # characters of an element that are told

Found = TypeVar("Found")


class Room:
    """Holds the last edition, and draws it. Belongs to one event loop."""

    def __init__(self, outline: Path, run: str, editor: Editor) -> None:
        self.stream = Stream()
        self.editor = editor
        self.entered: Callable[[], None] = lambda: None  # called when somebody begins to listen
        self._outline = outline
        self._run = run
        self._serial = 0  # counts what has been told
        self._told: dict[str, Any] = {}
        self._assets = digest()
        self._outcome: Outcome | None = None
        self._edition: Edition | None = None
        self._renderer = Renderer()
        self._proof: tuple[Edition, tuple[str, Proof]] | None = None
        self._order: tuple[Edition, Order] | None = None
        self._beside: set[asyncio.Task[object]] = set()
        self._thread = ThreadPoolExecutor(1, "pages")

    def show(self, outcome: Outcome, seconds: float) -> None:
        """Show what a build came to."""
        self._outcome = outcome
        self._edition = outcome.edition or self._edition
        told = Told(self._run, visible(self._outline.name), outcome, self._edition, self._assets)
        found = state(told, self.editor)
        if found != self._told:  # else pages and problems are as they were
            self._told = found
            self._serial += 1
            self.stream.tell(dumps({"serial": self._serial, "seconds": round(seconds, 3), **found}))

    def close(self) -> None:
        """End the streams and the thread."""
        self.stream.close()
        self._thread.shutdown(cancel_futures=True)

    def await_end(self, what: Coroutine[Any, Any, object]) -> None:
        """See to the end of what goes on beside, such as an editor."""
        task = asyncio.create_task(what)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def picture(self, key: str, width: int, form: Form, *, press: bool) -> bytes | None:
        """A page as a picture; None when there is no such page any more."""
        edition, leaf = self._leaf(key)
        if edition is None or leaf is None:
            return None

        def draw(edition: Edition = edition, leaf: Leaf = leaf) -> bytes:
            proof = self._proof_of(edition) if press else None
            return self._renderer.picture(edition.data, leaf.number, key, width, form, proof)

        return await self._run_there(draw)

    async def facts(self, key: str) -> dict[str, Any] | None:
        """What stands on a page: its elements, its columns and its baselines."""
        edition, leaf = self._leaf(key)
        return None if edition is None or leaf is None else await self._run_there(lambda: _facts(edition, leaf.number))

    async def order(self, key: str) -> list[list[Any]] | None:
        """The steps in which a page is read: role and box of each."""
        edition, leaf = self._leaf(key)
        if edition is None or leaf is None:
            return None

        def read(edition: Edition = edition, number: int = leaf.number) -> list[list[Any]]:
            if self._order is None or self._order[0] is not edition:
                self._order = edition, Order(edition.data)
            steps = self._order[1].steps(self._renderer.document(edition.data), number)
            return [[step.role, *box(step.box)] for step in steps]

        return await self._run_there(read)

    def place(self, asked: Mapping[str, str]) -> Place | None:
        """The place that is asked for: of a `problem`, by its number; of an `id`; of a point (`page`, `x`, `y`)."""
        if "problem" in asked:
            number = whole(asked["problem"])
            problems = self._outcome.problems if self._outcome else ()
            return problems[number].place if number is not None and number < len(problems) else None
        if self._edition is None:
            return None
        if "id" in asked:
            return place_of(self._edition, asked["id"])
        page = whole(asked.get("page", ""))
        x, y = (_number(asked.get(name, "")) for name in ("x", "y"))
        return None if page is None or x is None or y is None else place_at(self._edition, page, x, y)

    def lines_of(self, place: Place) -> list[str]:
        """The lines of the file of a place, when that is the outline or a file in its folder."""
        path, folder = Path(place.file).resolve(), self._outline.resolve().parent
        return [visible(line) for line in source_lines(str(path))] if path.is_relative_to(folder) else []

    async def press_name(self) -> str:
        """The name of the profile by which the brief is printed; "" before the first edition."""
        edition = self._edition
        return "" if edition is None else await self._run_there(lambda: self._proof_of(edition)[0])

    def _leaf(self, key: str) -> tuple[Edition | None, Leaf | None]:
        edition = self._edition
        leaves = edition.leaves if edition is not None else ()
        return edition, next((leaf for leaf in leaves if leaf.key == key), None)

    def _proof_of(self, edition: Edition) -> tuple[str, Proof]:
        if self._proof is None or self._proof[0] is not edition:
            self._proof = edition, soft_proof(edition.brief)
        return self._proof[1]

    async def _run_there(self, work: Callable[[], Found]) -> Found:
        """Run in the thread that draws."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _facts(edition: Edition, number: int) -> dict[str, Any]:
    page = edition.pages.pages[number - 1]
    shape = edition.pages.shape or make_theme(edition.brief.design).page
    words = dict(words_of(edition.brief))
    spots = []
    for element in edition.elements:
        boxes = [box(one.rect) for one in element.boxes if one.page == number]
        if boxes and element.role != "Lbl":  # a label is read with its text
            spots.append({"id": element.id, "role": element.role, "words": words.get(element.id, "")[:FEW], "boxes": boxes})
    frames = [box(column) for column in columns(shape, number)]
    return {"spots": spots, "columns": frames, "baselines": baselines(shape, page)}


def whole(text: str) -> int | None:
    """A whole number in digits; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None


def _number(text: str) -> float | None:
    return float(text) if text.isascii() and text.replace(".", "", 1).isdecimal() and len(text) < 12 else None
