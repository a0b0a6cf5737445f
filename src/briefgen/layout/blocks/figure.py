"""Figures: a picture, scaled to its column, with its title above, or its caption below, and its source below.

Comes: a figure and a width. Goes: one piece. Promise: the whole picture is shown, or the part that the outline asks for,
undistorted; one that is taller than the page allows, or has too few pixels for its width, is made smaller and reported. One
that lacks a few pixels of what a press asks for is set as much smaller as makes them enough, in each profile alike.
"""

import msgspec

from briefgen.content.brief import Figure, Picture
from briefgen.geometry import POINTS_PER_INCH, POINTS_PER_MM, Rect
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.items import WHOLE, Artifact, Image
from briefgen.layout.measuring.crop import crop_around
from briefgen.layout.measuring.pieces import Beside, Ingredient, Piece, Remark
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Copy, Desk

DESCENDERS = 0.5  # that a line of small type leaves free below it
LEAST = 0.3  # of the page's rows: the height that a picture may take, however long its caption
TALLEST = 0.92  # of the page's rows: the height of a figure with its words
HALF = 0.5  # of the width less the gap: a picture with its words beside it
READABLE = 0.6  # of the width in which it was made: what is set smaller has type of 6 points where 10 were meant
WHOLE_PAGE = 0.9  # of the measure: what is narrower would be larger across the page
GOOD_DPI = 300  # pixels an inch that a press asks for
NEARLY = 0.97  # the share of its width that a picture keeps at least when it is made narrower for them
NARROWEST = 90.0  # points: words stand beside a picture from this width on


def figure_pieces(desk: Desk, figure: Figure, width: float, place: Place) -> tuple[Piece, ...]:
    """The figure as one piece: caption, picture, source, credit, all with one left edge."""
    if place.beside and not place.group and _has_words(figure) and figure.id not in desk.around.grounded:
        image, remarks = _image(desk, figure, width, 0.0)
        piece = set_off(desk, [*remarks, image], image.rect.height, place)
        return (_with_words_beside(desk, figure, piece),)
    gap = desk.look.figure.beside_gap
    half = (width - gap) * HALF
    if figure.half and half >= NARROWEST:
        return (_halved(desk, figure, half, gap, place),)
    return (_stacked(desk, figure, width, place),)


def _stacked(desk: Desk, figure: Figure, width: float, place: Place) -> Piece:
    """Caption, picture, source and credit below each other."""
    gap = desk.look.figure.caption_gap
    look = desk.theme.style("caption_head")
    rise = look.leading * BASELINE - look.size * CAPITALS  # the caption begins with its capitals
    caption = None if figure.reversed or figure.below else figure.caption
    above = [desk.copy(caption, look, width, y=-rise)] if caption else []
    top = sum(copy.height for copy in above) - rise + desk.look.figure.title_gap if above else 0.0
    below = _words(desk, figure, width, 0.0)
    foot = gap + sum(copy.height for copy in below) - DESCENDERS if below else 0.0
    bled = figure.bleed and width == desk.theme.page.measure and not place.group
    image, remarks = (_bled if bled else _image)(desk, figure, width, top + foot)
    image = msgspec.structs.replace(image, rect=msgspec.structs.replace(image.rect, y=top))
    items: list[Ingredient] = [*remarks, *_strips(above)]
    items += _captioned(desk, figure, image) if figure.reversed and figure.caption else [image]
    items += _strips(_words(desk, figure, width, image.rect.bottom + gap))
    return set_off(desk, items, image.rect.bottom + foot, place)


def _halved(desk: Desk, figure: Figure, half: float, gap: float, place: Place) -> Piece:
    """The picture at the left, all its words beside it, from its head on."""
    image, remarks = _image(desk, figure, half, 0.0)
    titled = figure.caption is not None and not figure.below
    look = desk.theme.style("caption_head" if titled else "caption")
    y = look.size * CAPITALS - look.leading * BASELINE
    copies = [desk.copy(figure.caption, look, half, x=half + gap, y=y)] if figure.caption and titled else []
    y += sum(copy.height for copy in copies) + (desk.look.figure.title_gap if copies else 0.0)
    words = _words(desk, figure, half, y, x=half + gap)
    copies += words
    foot = y + sum(copy.height for copy in words) - DESCENDERS
    return set_off(desk, [*remarks, image, *_strips(copies)], max(image.rect.height, foot), place)


def _image(desk: Desk, figure: Figure, width: float, taken: float) -> tuple[Image, list[Remark]]:
    """The picture in its place at the corner, where words take so much of the page's height, and what is wrong with it."""
    page = desk.theme.page.rows * desk.leading
    # beside words that fill a page by themselves the picture keeps its share: what is too high is then cut between lines
    limit = max(page * TALLEST - taken, page * LEAST)
    picture = figure.picture
    shape = 1 / figure.crop if figure.crop else picture.height / picture.width
    wide = width * min(1.0, desk.fit.figures)
    if figure.height:
        wide = min(wide, figure.height / shape)
    remarks = []
    if wide * shape > limit:
        wide = limit / shape
        said = f"{picture.path.name} with its words is taller than the page; it is set at {_millimetres(wide)} wide"
        hint = "set `crop: 3:2`, use an image that is less tall, or shorten its caption"
        remarks.append(desk.remark(figure.id, "layout/image-scaled", said, hint))
    part = crop_around(picture, Rect(0, 0, wide, wide * shape), figure.focus) if figure.crop else WHOLE
    most = picture.width * part.width / desk.least_dpi * POINTS_PER_INCH
    if picture.art is None and wide > most:
        needed = int(picture.width * wide / most) + 1
        said = f"{picture.path.name} has too few pixels for {_millimetres(wide)}; it is set at {_millimetres(most)} wide"
        hint = f"take one that is at least {needed} pixels wide"
        remarks.append(desk.remark(figure.id, "layout/image-coarse", said, hint))
        wide = most
    elif picture.art is None:
        wide = _sharp(wide, picture.width * part.width)
    if wide < READABLE * figure.natural * part.width and not figure.decorative and _is_drawn(picture):
        share = wide / (figure.natural * part.width)
        said = f"{picture.path.name} was made {_millimetres(figure.natural)} wide and is set at {share:.0%} of that"
        said += f": words in it of 10 pt have {10 * share:.1f} pt"
        wider = "write `width: page`, or " if not figure.spanning and wide < desk.theme.page.measure * WHOLE_PAGE else ""
        hint = f"{wider}make it anew, {_millimetres(wide)} wide, with type of 8 pt; or give its numbers as a `chart`"
        remarks.append(desk.remark(figure.id, "layout/image-small", said, hint))
    artifact: Artifact = "Layout" if figure.decorative else ""
    return Image(Rect(0.0, 0.0, wide, wide * shape), picture, figure.id, artifact, part), remarks


def _sharp(wide: float, pixels: float) -> float:
    """A width, or the somewhat smaller one in which so many pixels are enough for a press; hundredths less: files round."""
    good = int(pixels / GOOD_DPI * POINTS_PER_INCH * 100 - 0.5) / 100
    return good if wide * NEARLY <= good < wide else wide


def _is_drawn(picture: Picture) -> bool:
    if picture.rows is None:
        return True  # or it would have no natural width
    from briefgen.content.natural import is_drawn  # late: few pictures are set so small

    return is_drawn(picture)


def _bled(desk: Desk, figure: Figure, width: float, taken: float) -> tuple[Image, list[Remark]]:
    """The picture from edge to edge of the paper, cropped where it is too high; within its margins where it is too coarse.

    In a duplex brief the margins of pages differ: it reaches as far as the wider one asks for, and the paper ends it.
    """
    page, picture = desk.theme.page, figure.picture
    most = page.rows * desk.leading
    wide = page.width + abs(page.inner - page.outer)
    shape = 1 / figure.crop if figure.crop else picture.height / picture.width
    high = min(wide * shape, figure.height or most, max(most * TALLEST - taken, most * LEAST))
    part = crop_around(picture, Rect(0, 0, wide, high), figure.focus)
    needed = int(wide / part.width * desk.least_dpi / POINTS_PER_INCH) + 1
    if picture.art is None and picture.width < needed:
        image, remarks = _image(desk, figure, width, taken)
        said = f"{picture.path.name} has too few pixels to run to the edges of the paper; it stands within the margins"
        hint = f"take one that is at least {needed} pixels wide, or leave out `bleed`"
        return image, [*remarks, desk.remark(figure.id, "layout/image-coarse", said, hint)]
    artifact: Artifact = "Layout" if figure.decorative else ""
    rect = Rect(-max(page.inner, page.outer), 0.0, wide, high)
    return Image(rect, picture, figure.id, artifact, part, bleed=True), []


def _millimetres(points: float) -> str:
    return f"{points / POINTS_PER_MM:.0f} mm"


def _captioned(desk: Desk, figure: Figure, image: Image) -> list[Ingredient]:
    """The picture with its caption in white on its foot, darkened there until it can be read."""
    assert figure.caption is not None  # noqa: S101  asked before
    padding, rect = desk.look.figure.padding, image.rect
    look = msgspec.structs.replace(desk.theme.style("caption_head"), colour=desk.theme.palette.white)
    copy = desk.copy(figure.caption, look, rect.width - 2 * padding, x=padding)
    # the last baseline stands as far from the foot as the words from the side
    y = rect.bottom - padding - copy.height + look.leading * (1 - BASELINE)
    start = max(0.0, (y - rect.y) / rect.height)
    shades = ((round(start, 4), round(min(1.0, start + copy.height / rect.height), 4)),)
    shaded = msgspec.structs.replace(image, shades=shades, behind=True)
    return [shaded, *(moved(strip, 0.0, y) for strip in copy.strips)]


def _has_words(figure: Figure) -> bool:
    return bool(figure.caption or figure.source or figure.credit)


def _with_words_beside(desk: Desk, figure: Figure, piece: Piece) -> Piece:
    """The picture with its words in the margin column, the first line beside the picture's head."""
    width, y = desk.theme.page.margin, 0.0
    words = [desk.copy(figure.caption, "caption", width)] if figure.caption else []
    y = sum(copy.height for copy in words)
    words += _words(desk, msgspec.structs.replace(figure, below=False), width, y)
    look = desk.theme.style("caption" if figure.caption else "credit")
    head = next(item.rect.y for item in piece.ingredients if isinstance(item, Image))
    # the capitals are as high as the picture
    down = max(0.0, head + look.size * CAPITALS - look.leading * BASELINE)
    row = int(down / desk.leading)
    down -= row * desk.leading
    items = tuple([moved(strip, 0.0, down) for strip in _strips(words)])
    rows = desk.rows(down + sum(copy.height for copy in words) - DESCENDERS)
    return msgspec.structs.replace(piece, beside=(Beside(figure.id, rows, items, row),))


def _words(desk: Desk, figure: Figure, width: float, y: float, *, x: float = 0.0) -> list[Copy]:
    """The caption of a photograph, source and credit below each other, from `y` on."""
    copies = []
    caption = figure.caption if figure.below else None
    for text, style in ((caption, "caption"), (figure.source, "credit"), (figure.credit, "credit")):
        if text:
            copies.append(desk.copy(text, style, width, x=x, y=y))
            y += copies[-1].height
    return copies


def _strips(copies: list[Copy]) -> list[Ingredient]:
    return [strip for copy in copies for strip in copy.strips]
