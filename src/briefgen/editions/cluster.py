"""A cluster of dask.distributed that there is already, as an executor.

Comes: its address. Goes: what takes calls, and how many it runs at once; or a problem. Promise: each call is one of its own
(`pure=False`: of equal calls the cluster would run one alone), and is tried again when its worker dies.
"""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor
from contextlib import contextmanager
from typing import NamedTuple

from briefgen.installing import installing_extra
from briefgen.problem import Place, Problems

PATIENCE = 10  # seconds until a cluster that does not answer is none
RETRIES = 2


class Cluster(NamedTuple):
    """What takes calls; `errors` are those of a call whose workers died."""

    pool: Executor
    threads: int
    errors: tuple[type[BaseException], ...]


@contextmanager
def connected(address: str, problems: Problems) -> Iterator[Cluster | None]:
    """The cluster at an address such as tcp://127.0.0.1:8786; None, with a problem, where there is none."""
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        said, hint = "dask.distributed is not installed", f"run `{installing_extra('cluster')}`, here and on all workers"
        problems.add("editions/no-cluster", Place(address), said, hint)
        yield None
        return
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]  # it has no types
    except (OSError, ValueError) as error:
        said = f"there is no cluster at {address}: {str(error)[:200]}"
        problems.add("editions/no-cluster", Place(address), said, "start one with `dask scheduler`, or leave --dask out")
        yield None
        return
    with client:
        threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]  # as above
        pool = client.get_executor(pure=False, retries=RETRIES)  # type: ignore[no-untyped-call]  # as above
        yield Cluster(pool, max(1, threads), (BrokenExecutor, CancelledError, KilledWorker))
