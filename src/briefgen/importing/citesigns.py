"""Signs that stand for citations while a document goes through its readers: letters and digits alone.

Comes in: a citation as an outline writes it. Goes out: a sign, and at the end the citation again.
"""

import re

SIGN = re.compile(r"xcitex((?:[0-9a-f]{2})+)x")


def sign_of(markup: str) -> str:
    """The sign that stands for a citation until it is written: letters and digits, which come through any reader."""
    return f"xcitex{markup.encode().hex()}x"


def with_citations(text: str) -> str:
    """A text with its signs written out."""
    return SIGN.sub(lambda found: bytes.fromhex(found[1]).decode("utf-8", "replace"), text) if "xcitex" in text else text
