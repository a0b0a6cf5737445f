"""How colours come out of a press, on a screen.

Comes in: the ICC profile of the press. Goes out: what a picture of sRGB looks like in its inks, by Little CMS, relative
colorimetric with black-point compensation, as `pdf/ink` converts. Not simulated: inks named by their numbers or as spot
colours, overprinting, black text on the black plate alone, the tone of the paper.
"""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from briefgen.content.brief import Brief
from briefgen.pdf.profile import default_profile

if TYPE_CHECKING:
    from PIL.Image import Image

USUAL = "SWOP, coated paper"


def soft_proof(brief: Brief) -> tuple[str, Callable[["Image"], "Image"]]:
    """The name of the profile that a brief is printed by, and what shows its colours.

    The usual profile stands for one that cannot be used: a build for the press says what is wrong with it.
    """
    from PIL import ImageCms  # late: few look at this

    own = brief.printing.profile
    try:
        if own is not None:
            return own.name, _proof(own.read_bytes())
    except (OSError, ImageCms.PyCMSError):
        pass
    return USUAL, _proof(default_profile())


def _proof(profile: bytes) -> Callable[["Image"], "Image"]:
    """Raises PyCMSError for a profile of no press."""
    from PIL import ImageCms

    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    press = ImageCms.ImageCmsProfile(BytesIO(profile))
    if press.profile.xcolor_space.strip() != "CMYK":
        raise ImageCms.PyCMSError("not of a press")
    flags = ImageCms.Flags.SOFTPROOFING | ImageCms.Flags.BLACKPOINTCOMPENSATION
    relative = ImageCms.Intent.RELATIVE_COLORIMETRIC
    change = ImageCms.buildProofTransform(screen, screen, press, "RGB", "RGB", relative, relative, flags)

    def show(image: "Image") -> "Image":
        done = ImageCms.applyTransform(image, change)
        return image if done is None else done

    return show
