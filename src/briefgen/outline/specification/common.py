"""What several parts of the format share: kinds of values, and keys that mean the same wherever they stand."""

from briefgen.outline.kinds import LINE_MOST, Key, ListKind, MapKind, TextKind

TEXT = TextKind(marked=True)
PLAIN = TextKind(most=LINE_MOST)
CELL = TextKind(marked=True, may_be_empty=True)
TEXTS = ListKind(TEXT)
FLAG = TextKind("flag")
ID = TextKind("id")
CONTENT = ListKind(MapKind("block"))
PLACED = ("findings", "recommendations")

_FULL = "full 100% wide fullwidth full-width full_width page-width pagewidth textwidth"
FULL = tuple([(word, "write page") for word in _FULL.split()])  # what others call the width of the page
WIDTH = Key(
    "width", TextKind(choices=("column", "page"), refused=FULL), "As wide as a column, or as the page.", default="column"
)
NEW_PAGE = Key("new_page", FLAG, "true to begin a page with it.", default="false")
HERE = Key(
    "here",
    FLAG,
    "true to nail it down in the text; otherwise it may move to the head or foot of its column or page, or of the next.",
    default="false",
)
FOCUS = Key(
    "focus",
    ListKind(TextKind("percent"), single=False, length=2),
    "The point of the picture that stays in view, in percent from its left and from its top.",
    default="[50, 50]",
)
