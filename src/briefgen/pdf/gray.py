"""What sets a file for a photocopier apart: gray and nothing else.

Comes in: colours and pictures. Goes out: what `write` asks an office file for, in gray. The promise: a colour becomes the
gray that is as light. Refuses to know whether two colours can still be told apart: `layout.merging` has said so.
"""

from typing import TYPE_CHECKING

from briefgen.geometry import Colour
from briefgen.pdf.images import Images
from briefgen.pdf.number import number
from briefgen.pdf.office import Office
from briefgen.pdf.plain import plain

if TYPE_CHECKING:
    from PIL.Image import Image


class Gray(Office):
    """A file for a photocopier."""

    device = "/DeviceGray"

    def images(self) -> Images:
        return Images(_in_gray, self.most_dpi)

    def fill(self, colour: Colour) -> str:
        return f"{number(colour.gray)} g"

    def values(self, colour: Colour) -> tuple[float, ...]:
        return (colour.gray,)


def _in_gray(image: "Image") -> "Image":
    """The picture in 8 bits of gray by its luma (ITU-R BT.601), or in 1 bit when it has no more."""
    solid = plain(image)
    return solid if solid.mode in {"1", "L"} else solid.convert("L")
