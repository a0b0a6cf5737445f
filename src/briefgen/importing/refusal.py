"""Why a document is not read: what any reader may raise, and the limits that hold for every kind of file.

Data types only.
"""

MOST_BYTES = 100_000_000  # of the file
MOST_PICTURE = 60_000_000  # of a picture, as of any that an outline names


class Refused(Exception):  # noqa: N818  the file is refused; the program is well
    """Why a file is not read: `code` of a problem, one sentence, what to do."""

    def __init__(self, code: str, said: str, hint: str = "") -> None:
        super().__init__(said)
        self.code = code
        self.hint = hint
