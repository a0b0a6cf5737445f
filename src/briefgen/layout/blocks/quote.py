"""Pull quotes, as the look draws them: between rules, with a mark that hangs, on a ground, or large alone."""

import msgspec

from briefgen.content.brief import ARTIFACT, PullQuote, Span, Text
from briefgen.content.quotes import quotes_of
from briefgen.geometry import Rect
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.items import Rule
from briefgen.layout.measuring.grounds import grounded, on_ground
from briefgen.layout.measuring.pieces import Ingredient, Piece, Strip
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Desk
from briefgen.theme import TextStyle

CAPITALS = 0.67  # of the size: how high those of the faces for quotes are
DESCENDERS = 4.0  # of a credit, less than its leading has below its words
LOW, RAISED = "„", "“"  # a mark that stands on the line would hang beside the second
BELOW_WORDS = 1.0  # descenders hang into the space below

Drawn = tuple[list[Ingredient], float]  # what is drawn of a quote, from its own corner, and its height


def quote_pieces(desk: Desk, block: PullQuote, width: float, place: Place) -> tuple[Piece, ...]:
    """The quote as one piece: the words large, whoever said them below."""
    items, height = quote_items(desk, block, width)
    return (set_off(desk, items, height, place, elastic="quote", depth=_depth(desk, block)),)


def _depth(desk: Desk, block: PullQuote) -> float:
    """What hangs below a quote that ends with words: at a column's foot these stand on the line beside them."""
    if desk.look.quote.variant not in ("bare", "hanging"):
        return 0.0
    under = desk.theme.style("attribution").leading * (1 - BASELINE) - DESCENDERS if block.attribution else 0.0
    return desk.leading * (1 - BASELINE) - under


def quote_items(desk: Desk, block: PullQuote, width: float, *, slim: bool = False) -> Drawn:
    """What is drawn of a quote; `slim`: it stands where there is little width."""
    look, record = desk.theme.style("quote"), desk.look.quote
    if slim:
        look = msgspec.structs.replace(look, size=look.size * record.slim, leading=look.leading * record.slim)
    match record.variant:
        case "hanging":
            return _hanging(desk, block, width, look)
        case "tinted" | "solid":
            return _on_ground(desk, block, width, look)
        case "bare":
            return _words(desk, block, width, look)
        case _:
            return _ruled(desk, block, width, look)


def _words(desk: Desk, block: PullQuote, width: float, look: TextStyle) -> Drawn:
    """The words from their capitals on, and below them whose they are."""
    cap = look.size * CAPITALS
    copy = desk.copy(block.text, look, width, y=cap - look.leading * BASELINE)
    height = look.leading * (copy.lines - 1) + cap
    items = [*copy.strips]
    if block.attribution:
        credit = desk.copy(block.attribution, "attribution", width, y=height + desk.look.quote.credit_gap)
        items += credit.strips
        height += credit.height + desk.look.quote.credit_gap - DESCENDERS
    return items, height


def _ruled(desk: Desk, block: PullQuote, width: float, look: TextStyle) -> Drawn:
    """Between a strong rule and a fine one."""
    record, colour = desk.look.quote, desk.tone(desk.look.quote.colour)
    words, height = _words(desk, block, width, look)
    top = record.rule + record.padding
    items: list[Ingredient] = [Rule(Rect(0, 0, width, record.rule), colour)]
    items += [moved(item, 0.0, top) for item in words]
    foot = top + height + record.padding + BELOW_WORDS
    items.append(Rule(Rect(0, foot, width, record.fine_rule), colour))
    return items, foot + record.fine_rule


def _hanging(desk: Desk, block: PullQuote, width: float, look: TextStyle) -> Drawn:
    """Beside a large mark that hangs at the left, as high as the capitals of the first line."""
    large = desk.theme.style("quote_mark")
    opening = quotes_of(desk.language)[0]
    mark = Text("", ARTIFACT, (Span(RAISED if opening == LOW else opening),))
    large = msgspec.structs.replace(large, colour=look.colour)
    drawn = desk.copy(mark, large, width, y=large.size * CAPITALS - large.leading * BASELINE, artifact=True)
    # it begins where the lines of the text do, though as a quote it would hang out of its own line
    out = min(run.x for strip in drawn.strips if isinstance(strip, Strip) for run in strip.line.runs)
    hang = desk.natural_width(mark, large) + desk.look.quote.mark_gap - out
    if hang > width / 3:
        return _words(desk, block, width, look)
    words, height = _words(desk, block, width - hang, look)
    return [*(moved(strip, -out, 0.0) for strip in drawn.strips), *(moved(item, hang, 0.0) for item in words)], height


def _on_ground(desk: Desk, block: PullQuote, width: float, look: TextStyle) -> Drawn:
    """On a ground as wide as its column."""
    record = desk.look.quote
    padding, solid = record.ground_padding, record.variant == "solid"
    ground = desk.tone(record.colour if solid else record.ground)
    inner = on_ground(desk, ground) if solid else grounded(desk, record.ground)
    own = msgspec.structs.replace(look, colour=inner.theme.style("quote").colour)
    words, height = _words(inner, block, width - 2 * padding, own)
    box = Rule(Rect(0, 0, width, height + 2 * padding), ground)
    return [box, *(moved(item, padding, padding) for item in words)], box.rect.height
