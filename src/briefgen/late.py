"""Modules that load when they are first used.

Comes in: a name. The promise: whoever imports the module afterwards notices nothing but the time at which it loads. For what
third-party packages import at their start and a build does not need; our own code imports late by itself.
"""

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType

# What others import for what a build does not ask of them: reportlab a store of settings and files of its own, msgspec the
# docstrings of schemas, urllib addresses of networks, uharfbuzz these numbers of inspect, which are Python's own.
SPARED = ("ipaddress", "pickle", "tempfile", "textwrap")
FLAGS = {
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
        self.__class__ = ModuleType  # type: ignore[assignment]  # what it is from here on
        spec = self.__spec__
        if spec is None or spec.loader is None:
            raise AttributeError(name)
        spec.loader.exec_module(self)
        return getattr(self, name)


def load_late(name: str, given: dict[str, int] | None = None) -> None:
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


def spare() -> None:
    """For a process that makes one brief: load late what it need not have."""
    for name in SPARED:
        load_late(name)
    load_late("inspect", FLAGS)
