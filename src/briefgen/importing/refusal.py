"""Why a document is not read: what any reader may raise, and the limits that hold for every kind of file.

Data types, and one check.
"""

MOST_BYTES = 100_000_000  # of the file
MOST_TEXT = 1_000_000  # characters of its text: an outline has at most as many bytes
MOST_PICTURE = 60_000_000  # of a picture, as of any that an outline names


class Refused(Exception):  # noqa: N818  the file is refused; the program is well
    """Why a file is not read: `code` of a problem, one sentence, what to do."""

    def __init__(self, code: str, said: str, hint: str = "") -> None:
        super().__init__(said)
        self.code = code
        self.hint = hint


def bound(length: int) -> None:
    """Raise Refused for a text of so many characters that no outline can hold it, before time is spent on it."""
    if length > MOST_TEXT:
        said = f"the document has more than {MOST_TEXT // 1_000_000} million characters, which is some 300 pages"
        raise Refused("import/too-large", said, "divide it: a brief is short")
