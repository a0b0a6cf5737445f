"""The roads by which editions are made: in this process, on all cores, or on a cluster that there is already.

Comes: an order and its editions. Goes: what each has come to, as it comes. Promise: the same on each road; at most a few
chunks are under way, so that memory does not grow with their number; a process that dies costs its chunk a second try.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefgen.editions.ledger import Done
from briefgen.editions.naming import Edition
from briefgen.editions.work import Chunk, Order, make_chunk, make_each
from briefgen.memory import seldom_searched
from briefgen.problem import Place, Problems

CHUNK_MOST = 100  # editions of a chunk: its first takes three times as long as the others
CHUNKS_EACH = 4  # at least so many for each process, so that all end at about the same time
AHEAD = 2  # chunks under way for each process
TRIES = 2  # of a chunk whose process dies


class Road(NamedTuple):
    """How editions are made: in so many processes, 0 for one on each core, or on the cluster at an address."""

    jobs: int = 0
    dask: str = ""


def make_all(order: Order, editions: Sequence[Edition], road: Road, problems: Problems) -> Iterator[Done]:
    """Make editions by a road. That there is no such road is reported, and nothing made."""
    if not editions:
        return
    if road.dask:
        yield from _by_dask(order, editions, road.dask, problems)
        return
    count = min(road.jobs or os.cpu_count() or 1, len(editions))
    if count == 1:
        with seldom_searched():
            yield from make_each(Chunk(order, tuple(editions)))
        return
    from concurrent.futures import ProcessPoolExecutor  # late: one core does without
    from multiprocessing import get_context

    waiting = [*chunks(order, editions, count)]
    for _ in range(TRIES):
        # a process that is begun anew, not forked, has no thread of another's
        with ProcessPoolExecutor(count, get_context("spawn")) as pool:
            lost: list[Chunk] = []
            yield from _through(pool, waiting, count, lost)
        waiting = [Chunk(order, (edition,)) for chunk in lost for edition in chunk.editions]
    yield from _lost(waiting)


def chunks(order: Order, editions: Sequence[Edition], processes: int) -> Iterator[Chunk]:
    """Editions in chunks that suit so many processes."""
    size = max(1, min(CHUNK_MOST, len(editions) // (processes * CHUNKS_EACH)))
    for start in range(0, len(editions), size):
        yield Chunk(order, tuple(editions[start : start + size]))


def _through(
    pool: Executor,
    waiting: Sequence[Chunk],
    processes: int,
    lost: list[Chunk],
    errors: tuple[type[BaseException], ...] = (BrokenExecutor,),
) -> Iterator[Done]:
    """What comes out of a pool, a few chunks at a time; those whose process dies, with one of `errors`, go to `lost`."""
    queue = iter(waiting)
    under_way: dict[Future[tuple[Done, ...]], Chunk] = {}
    try:
        while True:
            for chunk in islice(queue, AHEAD * processes - len(under_way)):
                try:
                    under_way[pool.submit(make_chunk, chunk)] = chunk
                except errors:
                    lost.append(chunk)
                    raise
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                chunk = under_way.pop(future)
                try:
                    yield from future.result()
                except errors:
                    lost.append(chunk)
    except errors:  # nothing more can be given to it
        lost += [*under_way.values(), *queue]
    finally:
        for future in under_way:
            future.cancel()


def _lost(waiting: Sequence[Chunk]) -> Iterator[Done]:
    """Editions at which a process dies each time."""
    for chunk in waiting:
        for edition in chunk.editions:
            problems = Problems()
            said = "the process that made this edition was ended by the system, as for want of memory"
            problems.add("editions/process-lost", Place(chunk.order.outline), said, "try fewer at once: --jobs 1")
            number = edition.row.number if edition.row else 0
            yield Done(str(edition.target), number, edition.language, problems=tuple(problems.sorted()))


def _by_dask(order: Order, editions: Sequence[Edition], address: str, problems: Problems) -> Iterator[Done]:
    """On a cluster of dask.distributed. Paths are made whole for its workers, and told as they were given."""
    from briefgen.editions.cluster import connected  # late: few have a cluster

    here = _Whole(order)
    far = [edition._replace(target=here.whole(edition.target)) for edition in editions]
    targets = {str(there.target): str(edition.target) for there, edition in zip(far, editions, strict=True)}
    with connected(address, problems) as cluster:
        if cluster is None:
            return
        whole = order._replace(outline=str(here.whole(Path(order.outline))))
        waiting = [*chunks(whole, far, cluster.threads)]
        lost: list[Chunk] = []
        for done in _through(cluster.pool, waiting, cluster.threads, lost, cluster.errors):
            yield here.told(done, targets[done.target])
    for done in _lost(lost):
        yield here.told(done, targets[done.target])


class _Whole:
    """Paths from the root of the file system, for processes that stand elsewhere, and back as they were given."""

    def __init__(self, order: Order) -> None:
        self._given = Path(order.outline).parent
        self._folder = self.whole(self._given)

    def whole(self, path: Path) -> Path:
        return Path(os.path.abspath(path))  # noqa: PTH100  a link stays a link

    def told(self, done: Done, target: str) -> Done:
        problems = [msgspec.structs.replace(each, place=self._place(each.place)) for each in done.problems]
        return msgspec.structs.replace(done, target=target, problems=tuple(problems))

    def _place(self, place: Place) -> Place:
        path = Path(place.file)
        if not path.is_relative_to(self._folder):
            return place
        return msgspec.structs.replace(place, file=str(self._given / path.relative_to(self._folder)))
