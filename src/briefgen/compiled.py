"""Our own modules, straight from what Python has compiled of them.

Comes in: the name of a module of this package. Goes out: what the import system needs to load it, as it finds it itself.
The promise: whatever is not as usual, compiled for another source, in another place or not at all, is left to that system.
Python looks for each module in each folder of its path and with each kind of ending, and reads it through three layers of
files: for two hundred modules that is a twentieth of a build.
"""

import _imp
import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from types import CodeType, ModuleType

PACKAGE = f"{__package__}."
HEADER = 16  # bytes (PEP 552): the magic number, flags, and, where these are 0, time and size of the source
PLAIN = MAGIC_NUMBER + bytes(4)
ENDING = f".{sys.implementation.cache_tag}.pyc"


class _Loader(SourceFileLoader):
    """Python's own loader, which has been given the code."""

    given: CodeType | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The module with all that the import system would set one by one, asking each time whether it is there."""
        module = ModuleType(spec.name)
        known: dict[str, object] = {
            "__loader__": self,
            "__package__": spec.parent,
            "__file__": spec.origin,
            "__cached__": spec.cached,
        }
        if spec.submodule_search_locations is not None:
            known["__path__"] = spec.submodule_search_locations
        vars(module).update(known)
        return module

    def exec_module(self, module: ModuleType) -> None:
        code, self.given = self.given, None
        if code is None:  # it is loaded again
            super().exec_module(module)
        else:
            exec(code, vars(module))  # noqa: S102  what importing is


class OwnModules:
    """A finder for `sys.meta_path` (PEP 451)."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:  # noqa: ARG004  as PEP 451 has it
        """The module `name` of this package, which stands in the first folder of `path`; None: others have to look."""
        if path is None or not name.startswith(PACKAGE):
            return None
        folder, short = path[0], name.rpartition(".")[2]
        within = f"{folder}/{short}"
        return _spec(name, f"{within}.py", f"{folder}/__pycache__/{short}{ENDING}") or _spec(
            name, f"{within}/__init__.py", f"{within}/__pycache__/__init__{ENDING}", [within]
        )


def _spec(name: str, source: str, compiled: str, within: list[str] | None = None) -> ModuleSpec | None:
    """The module of this source; `within`, the folder of a package. None where nothing has been compiled of it as it is."""
    try:
        file = os.open(compiled, os.O_RDONLY)
    except OSError:
        return None
    try:
        data = os.read(file, os.fstat(file).st_size)
        now = os.stat(source)  # noqa: PTH116  pathlib takes ten times as long
        stamp = (int(now.st_mtime) & 0xFFFFFFFF).to_bytes(4, "little") + (now.st_size & 0xFFFFFFFF).to_bytes(4, "little")
        if data[:HEADER] != PLAIN + stamp:
            return None
        code = marshal.loads(memoryview(data)[HEADER:])  # noqa: S302  what Python has written
    except (OSError, ValueError, EOFError, TypeError):
        return None
    finally:
        os.close(file)
    if not isinstance(code, CodeType):
        return None
    _imp._fix_co_filename(code, source)  # type: ignore[attr-defined]  # it may have been compiled under another name
    loader = _Loader(name, source)
    loader.given = code
    spec = ModuleSpec(name, loader, origin=source)
    spec.has_location, spec.cached, spec.submodule_search_locations = True, compiled, within
    return spec


def find_own_modules() -> None:
    """From now on, find the modules of this package so; not where Python keeps what it compiles in another place."""
    if sys.pycache_prefix is None and not sys.flags.optimize and OwnModules not in sys.meta_path:
        sys.meta_path.insert(0, OwnModules)
