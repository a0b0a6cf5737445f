"""What has to be said of a drawing that the outline names."""

from typing import NamedTuple


class Remark(NamedTuple):
    """The code of a problem, the line in the drawing (0: all of it), what is wrong, and what to do."""

    code: str
    line: int
    said: str
    hint: str
