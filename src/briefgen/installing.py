"""How to install what is missing, as it can be typed in any folder: with the Python that briefgen runs in.

Comes in: the name of a package, or of an extra of briefgen's. Goes out: a command. Refuses to know what needs it.
"""

import sys


def installing(*packages: str) -> str:
    """The command that installs packages beside briefgen."""
    quoted = " ".join(f'"{each}"' if "[" in each else each for each in packages)
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f"{python} -m pip install {quoted}"


def installing_extra(extra: str) -> str:
    """The command that installs what an extra of briefgen's needs."""
    return installing(f"briefgen[{extra}]")
