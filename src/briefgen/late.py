"""Modules that load when they are first used, and patterns that are compiled then.

Comes in: a name. The promise: whoever imports the module afterwards notices nothing but the time at which it loads. For what
third-party packages import at their start and a build does not need; our own code imports late by itself.
"""

import enum
import os
import re
import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

# What others import for what a build does not ask of them: pathlib paths of Windows, argparse by way of shutil two
# compressions.
SPARED = ("bz2", "lzma", "ntpath")
LATE_IN_MSGSPEC = ("inspect", "json", "msgpack", "toml", "yaml")
# What the parser in C takes errors from: the parser in Python, and what makes objects and texts.
NEEDED_IN_YAML = ("error", "events", "nodes")
LATE_IN_YAML = ("reader", "tokens", "scanner", "parser", "composer", "constructor", "emitter", "serializer", "representer")
# What msgspec takes from typing_extensions where that is installed: from Python 3.11 on, typing has the same.
HINTS = {name: getattr(typing, name) for name in ("get_type_hints", "NotRequired", "Required")}
COMPILE = re.compile
# numbers of inspect that uharfbuzz asks for: they are Python's own
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
# What argparse puts its words through; Python brings no translations of them.
WORDS: dict[str, object] = {"gettext": str, "ngettext": lambda one, many, count: one if count == 1 else many}


class _Late(ModuleType):
    """A module that is run when something is asked of it that it does not have yet.

    Python's own LazyLoader runs a module at each `import`, which asks it for its spec.
    """

    def __getattr__(self, name: str) -> object:
        if name == "__path__":  # which packages have from the start, and `from … import` asks all modules for
            raise AttributeError(name)
        self.run()
        return getattr(self, name)

    def run(self) -> None:
        self.__class__ = ModuleType  # type: ignore[assignment]  # what it is from here on
        spec = self.__spec__
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module(self)


class _LatePlain(_Late):
    """A late module whose enumerations are plain classes of numbers: to make one takes Python as long as to set a line.

    Types that its records name in texts stay texts.
    """

    def run(self) -> None:
        made = enum.IntEnum, enum.IntFlag
        enum.IntEnum = enum.IntFlag = type("Number", (int,), {})  # type: ignore[assignment, misc]
        try:
            with _texts_as_hints():
                super().run()
        finally:
            enum.IntEnum, enum.IntFlag = made  # type: ignore[misc]


@contextmanager
def _texts_as_hints() -> Iterator[None]:
    """A type that is named in a text stays that text in here, and is no reference.

    To make one, Python compiles the text, and makes a class for each part of its syntax before the first.
    """
    reference = typing.ForwardRef
    typing.ForwardRef = lambda text, **_: text  # type: ignore[assignment, misc]
    try:
        yield
    finally:
        typing.ForwardRef = reference  # type: ignore[misc]


class _Lent(_Late):
    """A late module that gives stand-ins for whatever is imported from it by name."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what the import system asks of a module
            raise AttributeError(name)
        return _StandIn(self, name)


class _StandIn:
    """A function, class or switch of a late module, which runs when this is called or asked whether it is true."""

    def __init__(self, module: _Late, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *values: object, **named: object) -> Any:
        return self._meant()(*values, **named)

    def __bool__(self) -> bool:
        return bool(self._meant())

    def _meant(self) -> Any:
        if isinstance(self._module, _Late):
            self._module.run()
        return getattr(self._module, self._name)


def load_late(name: str, given: dict[str, object] | None = None, kind: type[_Late] = _Late) -> None:
    """Put the module `name` where importers look for it; it loads when an attribute is asked for that is not `given`.

    Nothing is done when it is there already, or when it does not exist.
    """
    package, _, short = name.rpartition(".")
    if name in sys.modules:
        return
    spec = find_spec(name)
    module = _placed(spec, kind) if spec is not None else None
    if module is not None:
        vars(module).update(given or {})
        if package:
            setattr(sys.modules[package], short, module)


def _placed(spec: ModuleSpec, kind: type[_Late] = _Late) -> ModuleType | None:
    """The late module of a spec, where importers look for it."""
    if spec.loader is None:
        return None
    module = sys.modules[spec.name] = module_from_spec(spec)
    module.__class__ = kind
    return module


@contextmanager
def late_names(*names: str) -> Iterator[None]:
    """Import third-party modules in here that take functions, classes and switches of these others, and seldom use them.

    The others load late, as with `load_late`; what is taken of them in here loads them when it is called or asked
    whether it is true.
    """
    for name in names:
        load_late(name)
    lent = [module for name in names if type(module := sys.modules.get(name)) is _Late]
    for module in lent:
        module.__class__ = _Lent
    try:
        yield
    finally:
        for module in lent:
            if type(module) is _Lent:  # not if it has run
                module.__class__ = _Late  # type: ignore[assignment]


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
    load_late("gettext", WORDS)
    load_late(
        "datetime", {name: value for name, value in vars(import_module("_datetime")).items() if not name.startswith("__")}
    )
    if hasattr(os, "uname"):
        load_late("platform", {"system": lambda: os.uname().sysname})  # which uuid asks for
    load_late("uharfbuzz", kind=_LatePlain)
    with late_names("urllib.parse"):
        import_module("pathlib")
    _import_msgspec()
    _import_libyaml()


def _import_msgspec() -> None:
    """Import msgspec without what it has for files and for descriptions of types, which it imports at its start.

    It also tries out then how references to types are made.
    """
    package = find_spec("msgspec")
    places = package.submodule_search_locations if package is not None else None
    for name in LATE_IN_MSGSPEC:
        spec = PathFinder.find_spec(f"msgspec.{name}", places)
        if spec is not None:
            _placed(spec)
    with late_names("decimal"), _texts_as_hints():
        import_module("msgspec")


def _import_libyaml() -> None:
    """Import the parser of PyYAML that is in C without the package, whose parsers in Python no outline needs."""
    load_late("yaml")
    if type(sys.modules.get("yaml")) is _Late:
        for name in NEEDED_IN_YAML:
            import_module(f"yaml.{name}")
        with late_names(*(f"yaml.{name}" for name in LATE_IN_YAML)), suppress(ImportError):
            import_module("yaml._yaml")
