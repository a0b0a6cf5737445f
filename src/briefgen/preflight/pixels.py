"""The pixels of the images of a file: whether they can be read, and their ink.

Comes in: an image and its colour space. Goes out: the most ink anywhere in it. The promise: what is decoded is bounded for
the whole file, and each image is decoded once. Refuses to know limits of ink, and how pixels are kept.

Ink is averaged over squares of about 1/72 inch, as separations are commonly looked at: a single pixel holds no more ink than
its neighbours' paper can take, and compression makes single pixels stray.

`samples` is imported late: most files have no image whose pixels need be read, and Pillow takes long to import.
"""

from briefgen.preflight.colour import Space
from briefgen.preflight.objects import FAULTS, TooLargeError, filters, identity
from briefgen.preflight.state import Picture

MOST = 400_000_000  # samples of one file
SQUARES = 72  # an inch
MOST_BANDS = 12


class Pixels:
    """Reads the pixels of the images of one file, each once."""

    def __init__(self) -> None:
        self._left = MOST
        self._known: dict[tuple[tuple[int, int], int], float] = {}
        self._sound: dict[tuple[int, int], bool] = {}

    def ink(self, picture: Picture, space: Space) -> float:
        """The most ink of an image in percent; 0 where its colours are no inks yet, or are one ink.

        Raises TooLargeError when that were too much work, one of FAULTS when it cannot be read.
        """
        base = space.base if space.family == "indexed" and space.base is not None else space
        if base.family not in ("cmyk", "spot") or base.size < 2 or base.size > MOST_BANDS:
            return 0.0
        factor = max(1, min(64, int(picture.resolution / SQUARES))) if picture.resolution < 1e6 else 1
        key = identity(picture.source)
        if key is not None and (key, factor) in self._known:
            return self._known[key, factor]
        self._left -= picture.columns * picture.rows * space.size
        if self._left < 0:
            raise TooLargeError
        from briefgen.preflight import samples

        most = samples.most_of_palette(picture, space) if space.family == "indexed" else samples.most(picture, space, factor)
        if key is not None:
            self._known[key, factor] = most
        return most

    def is_sound(self, picture: Picture) -> bool:
        """Whether a JPEG image is one, and as large as it is said to be. Other kinds have no header to look at."""
        if filters(picture.source) != ["DCTDecode"]:
            return True
        key = identity(picture.source)
        if key is None or key not in self._sound:
            from briefgen.preflight import samples

            try:
                sound = samples.size_of_jpeg(picture) == (picture.columns, picture.rows)
            except FAULTS:
                sound = False
            if key is None:
                return sound
            self._sound[key] = sound
        return self._sound[key]
