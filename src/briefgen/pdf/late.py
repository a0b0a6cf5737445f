"""Modules that load when they are first used.

Comes in: a name. The promise: whoever imports the module afterwards notices nothing but the time at which it loads. For what
third-party packages import at their start and a build does not need; our own code imports late by itself.
"""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def load_late(name: str) -> None:
    """Put the module `name`, of a package, where importers look for it; it loads when an attribute of it is asked for.

    Nothing is done when it is there already, or when it does not exist. After the recipe in Python's documentation of
    importlib, "Implementing lazy imports".
    """
    package, _, short = name.rpartition(".")
    if name in sys.modules:
        return
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    setattr(sys.modules[package], short, module)
