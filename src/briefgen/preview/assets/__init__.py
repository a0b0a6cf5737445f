"""The page that shows a preview: its own few files, by fixed names.

Goes out: their bytes. The promise: no name but those of NAMES leads to a file. They work without a network and are used as
they are, without a build step.
"""

from hashlib import sha256
from importlib.resources import files

MEDIA = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
SCRIPTS = ("main.js", "stream.js", "leaves.js", "marks.js", "panel.js", "zoom.js")
NAMES = ("", "page.css", *SCRIPTS)  # "": the page itself


def read(name: str) -> tuple[bytes, str]:
    """The bytes of one of NAMES, and their media type. KeyError for any other."""
    if name not in NAMES:
        raise KeyError(name)
    file = name or "page.html"
    return (files(__package__) / file).read_bytes(), MEDIA[file.rpartition(".")[2]]


def digest() -> str:
    """What tells these files from those of another briefgen."""
    found = sha256()
    for name in NAMES:
        found.update(read(name)[0])
    return found.hexdigest()[:16]
