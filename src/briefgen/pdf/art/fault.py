"""Why a drawing cannot be taken over, and the types of what is read from it."""

from typing import Any

Object = Any  # of pikepdf, whose objects have no types of their own


class ArtFault(Exception):  # noqa: N818  it is a fault of the drawing, not of the program
    """Something in a drawing that a file made here cannot hold; says what, as in “it has …”."""
