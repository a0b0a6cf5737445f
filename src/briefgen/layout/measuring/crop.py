"""The part of a picture that is shown where it has to fill a rectangle of another shape."""

from briefgen.content.brief import Figure, Picture
from briefgen.geometry import Rect
from briefgen.layout.items import WHOLE


def shape_of(logo: Figure) -> tuple[float, float]:
    """Width and height of what is seen of a logo, in pixels."""
    picture, part = logo.picture, logo.part or WHOLE
    return picture.width * part.width, picture.height * part.height


def crop_around(picture: Picture, rect: Rect, focus: tuple[float, float] = (0.5, 0.5)) -> Rect:
    """The largest part with the shape of the rectangle, its middle as near to `focus` as the edges allow.

    All in shares of the picture's width and height.
    """
    shape, wanted = picture.width / picture.height, rect.width / rect.height
    width, height = (wanted / shape, 1.0) if shape > wanted else (1.0, shape / wanted)
    x, y = focus
    return Rect(min(max(0.0, x - width / 2), 1 - width), min(max(0.0, y - height / 2), 1 - height), width, height)
