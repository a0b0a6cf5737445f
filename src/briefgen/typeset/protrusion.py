"""How far characters stand out into the margin, so that an edge looks straight.

The idea is Hàn Thế Thành's (Micro-typographic extensions to the TeX typesetting system, 2000, chapter 3): small marks leave
a dent in the edge, so they hang. The amounts are briefgen's own, in 1/1000 em, for text faces. Refuses to know glyphs.
"""

RIGHT = {
    "-": 190,
    "\u2010": 190,
    "\u00ad": 190,
    "\u2013": 160,  # en dash
    "\u2014": 160,  # em dash
    ".": 150,
    ",": 150,
    ":": 80,
    ";": 80,
    "!": 50,
    "?": 30,
    "\u2026": 80,  # ellipsis
    "\u2019": 150,
    "\u2018": 150,
    "\u201d": 200,
    "\u201c": 200,
    "'": 120,
    '"': 160,
    "\u00bb": 110,
    "\u203a": 100,
    "\u00ab": 110,
    "\u2039": 100,
    ")": 40,
    "]": 20,
    "\u060c": 150,  # Arabic comma
    "\u061b": 80,
    "\u061f": 30,
    "\u06d4": 150,  # full stop of Urdu
    "\u05be": 120,  # Hebrew hyphen
    "A": 20,
    "T": 25,
    "V": 20,
    "W": 15,
    "Y": 25,
    "r": 20,
    "y": 15,
    "v": 15,
    "w": 10,
}

LEFT = {
    "\u2018": 150,
    "\u2019": 150,
    "\u201a": 120,
    "\u201c": 200,
    "\u201d": 200,
    "\u201e": 180,
    "'": 120,
    '"': 160,
    "\u00ab": 110,
    "\u2039": 100,
    "\u00bb": 110,
    "\u203a": 100,
    "(": 40,
    "[": 20,
    "A": 20,
    "T": 25,
    "V": 20,
    "W": 15,
    "Y": 25,
}

# the most that anything stands out on one side, as a share of the type size: layout may allow for it
MOST = 0.2


def right_protrusion(character: str, size: float) -> float:
    """Points by which a line's last character stands out to the right."""
    return RIGHT.get(character, 0) * size / 1000


def left_protrusion(character: str, size: float) -> float:
    """Points by which a line's first character stands out to the left."""
    return LEFT.get(character, 0) * size / 1000
