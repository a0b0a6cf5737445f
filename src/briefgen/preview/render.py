"""Pages of a PDF as pictures.

Comes in: the bytes of a PDF, a page's number, its width in pixels. Goes out: a picture's bytes. The promise: no picture
has more pixels than MOST_PIXELS, whatever is asked for; the same bytes of PDF give the same pixels. PDFium is not made for
several threads: a `Renderer` belongs to one. Refuses to know who looks.
"""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

import pypdfium2

if TYPE_CHECKING:
    from PIL.Image import Image

Form = Literal["bmp", "png"]
NARROWEST, WIDEST = 16, 6000  # pixels
MOST_PIXELS = 36_000_000
ROOM = 48_000_000  # bytes of pictures that are kept: other tabs will ask for them too

Proof = Callable[["Image"], "Image"]


class Renderer:
    """Draws the pages of the PDF that it was given last, and keeps the pictures made last."""

    def __init__(self) -> None:
        self._data = b""
        self._document: Any = None
        self._kept: dict[tuple[str, int, str, Form], bytes] = {}

    def picture(self, data: bytes, number: int, key: str, width: int, form: Form, proof: tuple[str, Proof] | None) -> bytes:
        """Page `number`, `width` pixels wide. `proof` says by its name how its colours are to be changed.

        BMP, which is not compressed, is made in a twentieth of the time that PNG takes; it is for a browser on this machine.
        """
        wanted = (key, width, proof[0] if proof else "", form)
        if wanted in self._kept:
            return self._kept[wanted]
        image = self._draw(data, number, width)
        stream = BytesIO()
        (proof[1](image) if proof else image).save(stream, form.upper())
        self._keep(wanted, stream.getvalue())
        return stream.getvalue()

    def document(self, data: bytes) -> Any:
        """The PDF, opened."""
        if data is not self._data:
            if self._document is not None:
                self._document.close()
            self._document, self._data = pypdfium2.PdfDocument(data), data
        return self._document

    def _draw(self, data: bytes, number: int, width: int) -> "Image":
        page = self.document(data)[number - 1]
        page.set_cropbox(*page.get_trimbox())
        wide, high = page.get_size()
        width = max(NARROWEST, min(WIDEST, width, int((MOST_PIXELS * wide / high) ** 0.5)))
        bitmap = page.render(scale=(width - 0.01) / wide, rev_byteorder=True)  # what it comes to is rounded up
        image: Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        page.close()
        return image

    def _keep(self, wanted: tuple[str, int, str, Form], picture: bytes) -> None:
        self._kept[wanted] = picture
        room = ROOM - sum(map(len, self._kept.values()))
        for other in list(self._kept):
            if room >= 0 or other == wanted:
                break
            room += len(self._kept.pop(other))
