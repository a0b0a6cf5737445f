"""Type on a ground of colour: white where the ground is dark enough, else black.

Comes: a desk and a ground. Goes: the same desk with the styles and colours that stand out from the ground. Promise: words
have a contrast of 4.5:1 with it, or are in the clearer of black and white. Refuses to know what is set on it.
"""

import msgspec

from briefgen.geometry import BLACK, WHITE, Colour
from briefgen.layout.measuring.text import Desk
from briefgen.theme import LEAST_CONTRAST


def clear_on(ground: Colour) -> Colour:
    """White or black, for words on a ground: white wherever it is clear enough, for black on colour looks dull."""
    return WHITE if ground.contrast(WHITE) >= LEAST_CONTRAST else max(WHITE, BLACK, key=ground.contrast)


def grounded(desk: Desk, tone: str) -> Desk:
    """The desk for what stands on the ground that a look calls by this name: itself where that is light."""
    ground = desk.tone(tone)
    light = min(desk.theme.palette.words.contrast(ground), desk.theme.palette.grey.contrast(ground)) >= LEAST_CONTRAST
    return desk if light else on_ground(desk, ground)


def on_ground(desk: Desk, ground: Colour) -> Desk:
    """The desk for what stands on a ground of colour: all its words in one colour, its rules in it too."""
    words = clear_on(ground)
    palette = msgspec.structs.replace(
        desk.theme.palette, ink=words, grey=words, words=words, accent=words, line=words, tint=ground, paper=ground
    )
    styles = {name: msgspec.structs.replace(style, colour=words) for name, style in desk.theme.styles.items()}
    return desk.with_theme(msgspec.structs.replace(desk.theme, palette=palette, styles=styles))
