"""Modules that load when they are first used, and patterns that are compiled then.

Comes in: a name. The promise: whoever imports the module afterwards notices nothing but the time at which it loads. For what
third-party packages import at their start and a build does not need; our own code imports late by itself.
"""

import re
import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType

# What others import for what a build does not ask of them: reportlab a store of settings and files of its own, msgspec the
# docstrings of schemas, urllib addresses of networks, argparse by way of shutil two compressions, uharfbuzz these numbers of
# inspect, which are Python's own.
SPARED = ("bz2", "ipaddress", "lzma", "pickle", "tempfile", "textwrap")
# What msgspec takes from typing_extensions where that is installed: from Python 3.11 on, typing has the same.
HINTS = {name: getattr(typing, name) for name in ("get_type_hints", "NotRequired", "Required")}
# Modules of Python that msgspec needs, and their patterns nobody: uuid asks this one for the name of the system.
UNMATCHED = ("platform",)
COMPILE = re.compile
FLAGS: dict[str, object] = {
    "CO_OPTIMIZED": 1,
    "CO_NEWLOCALS": 2,
    "CO_VARARGS": 4,
    "CO_VARKEYWORDS": 8,
    "CO_NESTED": 16,
    "CO_GENERATOR": 32,
    "CO_COROUTINE": 128,
    "CO_ITERABLE_COROUTINE": 256,
    "CO_ASYNC_GENERATOR": 512,
}


class _Late(ModuleType):
    """A module that is run when something is asked of it that it does not have yet.

    Python's own LazyLoader runs a module at each `import`, which asks it for its spec.
    """

    def __getattr__(self, name: str) -> object:
        if name == "__path__":  # which packages have from the start, and `from … import` asks all modules for
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]  # what it is from here on
        spec = self.__spec__
        if spec is None or spec.loader is None:
            raise AttributeError(name)
        spec.loader.exec_module(self)
        return getattr(self, name)


def load_late(name: str, given: dict[str, object] | None = None) -> None:
    """Put the module `name` where importers look for it; it loads when an attribute is asked for that is not `given`.

    Nothing is done when it is there already, or when it does not exist.
    """
    package, _, short = name.rpartition(".")
    if name in sys.modules:
        return
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    module = module_from_spec(spec)
    vars(module).update(given or {})
    module.__class__ = _Late
    sys.modules[name] = module
    if package:
        setattr(sys.modules[package], short, module)


class _LatePattern:
    """A regular expression that is compiled when something is asked of it."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> object:
        return getattr(COMPILE(*self._given), name)


@contextmanager
def late_patterns() -> Iterator[None]:
    """Import third-party modules in here whose patterns hardly any build matches: they are compiled at their first use."""
    re.compile = _LatePattern  # type: ignore[assignment]  # what modules keep, they only match with
    try:
        yield
    finally:
        re.compile = COMPILE


def spare() -> None:
    """For a process that makes one brief: load late what it need not have."""
    for name in SPARED:
        load_late(name)
    load_late("inspect", FLAGS)
    load_late("typing_extensions", HINTS)
    with late_patterns():
        for name in UNMATCHED:
            import_module(name)
