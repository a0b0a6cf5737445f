"""Which font files may be given along whole, and not only be used in a document.

Comes in: the font files that an outline names. Goes out: problems. Refuses to know what a licence says beyond its bits.
"""

from collections.abc import Mapping
from pathlib import Path

from briefgen.problem import Place, Problems
from briefgen.typeset.face import BadFontError, Face, NotEmbeddableError

LESS_THAN_FREE = 0x000E  # OS/2 fsType: only a font with none of these bits may be installed elsewhere (OpenType 1.9)


def report_private(places: Mapping[Path, Place], problems: Problems) -> None:
    """Report the font files, by where the outline names them, that must not leave with the document as files."""
    for path, place in places.items():
        try:
            face = Face.read(path)
        except (BadFontError, NotEmbeddableError):
            continue  # which is said where it is used
        if face.fs_type & LESS_THAN_FREE:
            said = f"the licence of the font {path.name} forbids giving its file along"
            problems.add("typeset/font-not-embeddable", place, said, "leave out `embed_source`, or use another face")
