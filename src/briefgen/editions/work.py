"""The editions of one chunk, made one after the other in a session of their own.

Comes: a chunk of editions, which can be sent to another process or machine. Goes: what each has come to. Promise: the bytes
are those of a build alone, wherever it is made; a PDF is there whole or not at all, so that a chunk may be made twice.
"""

import gc
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefgen.editions.fill import Filling
from briefgen.editions.ledger import Done, digest_of, digest_of_cells
from briefgen.editions.naming import Edition
from briefgen.editions.rows import Series
from briefgen.editorial.passages import copy_of
from briefgen.editorial.tally import tally
from briefgen.memory import seldom_searched
from briefgen.outline.tree import Map
from briefgen.problem import Place, Problem, Problems
from briefgen.saving import Profile, save
from briefgen.session import Extras, Session

SEARCHED = 10  # editions between two searches for what only refers to itself: each leaves 0.03 MB


class Order(NamedTuple):
    """What all editions have in common. `columns` and `data` are the names of columns, and of the file that has them."""

    outline: str
    profile: Profile
    strict: bool
    epoch: int | None
    languages: tuple[str, ...]
    data: str
    columns: tuple[str, ...]


class Chunk(NamedTuple):
    """Some editions of an order."""

    order: Order
    editions: tuple[Edition, ...]


def make_chunk(chunk: Chunk) -> tuple[Done, ...]:
    """Make the editions of a chunk."""
    with seldom_searched():  # the process may be one that no command has prepared
        found = tuple(make_each(chunk))
        gc.collect()  # a session holds things that refer to each other, and the next chunk has one of its own
        return found


def make_each(chunk: Chunk) -> Iterator[Done]:
    """Make the editions of a chunk, and tell of each as it is done."""
    session = Session("last")
    digests: dict[str, str] = {}
    asked: dict[tuple[str, ...], tuple[str, ...]] = {}  # most editions ask for the same cells: one record will do
    for number, edition in enumerate(chunk.editions, 1):
        done = _make(chunk.order, edition, session, digests)
        yield msgspec.structs.replace(done, asked=asked.setdefault(done.asked, done.asked))
        if number % SEARCHED == 0:
            gc.collect(1)  # what the last editions have left that only refers to itself


def _make(order: Order, edition: Edition, session: Session, digests: dict[str, str]) -> Done:
    series = Series(order.data, order.columns, ()) if order.data else None
    filling = Filling(series, edition.row, edition.language, order.languages)
    number = edition.row.number if edition.row else 0
    made = session.render(
        order.outline,
        profile=order.profile,
        strict=order.strict,
        epoch=order.epoch,
        extras=Extras(fill=filling),
    )
    problems = [*made.problems, *_unfit(order, made.brief is not None and made.brief.design.embed_source)]
    done = Done(str(edition.target), number, edition.language, problems=tuple(problems))
    if made.data is None or made.brief is None or made.pages is None or len(problems) > len(made.problems):
        return done
    writing = Problems()
    if not save(made.data, edition.target, writing):
        return Done(done.target, number, edition.language, problems=(*problems, *writing.sorted()))
    for file in made.brief.files:
        if file not in digests:
            digests[file] = digest_of(Path(file))
    return Done(
        target=done.target,
        row=number,
        language=edition.language,
        pages=len(made.pages.pages),
        words=tally(copy_of(made.brief, Map({}, {}, Place("")))).total,
        digest=sha256(made.data).hexdigest(),
        asked=tuple(filling.asked),
        cells=digest_of_cells(filling.asked.values()),
        files={file: digests[file] for file in made.brief.files},
        problems=done.problems,
    )


def _unfit(order: Order, embedded: bool) -> Iterator[Problem]:
    """What an edition cannot have: a source from which it could be made again alone."""
    if embedded:
        problems = Problems()
        said = "`embed_source` is for a brief that is made from one outline, and this is an edition of a series"
        problems.add("editions/no-source", Place(order.outline), said, "leave `embed_source` out")
        yield from problems.sorted()
