"""URIs of links: with the scheme that an author left out, as people write them, and in ASCII.

Comes and goes: text alone. Promise: what `ascii_address` gives may stand in a PDF's link.
"""

import re


def whole_address(address: str) -> str:
    """An address with the scheme that it lacks."""
    bare = re.sub("^(https?:)?/*", "", address)
    if re.fullmatch(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+", bare):
        return f"mailto:{bare}"
    if re.match(r"10\.\d{4,9}/", bare):
        return f"doi:{bare}"
    if re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", bare):
        return f"https://orcid.org/{bare}"
    if re.fullmatch(r"\+?[\d ()/.-]{6,25}", bare) and sum(map(str.isdigit, bare)) > 5:
        return f"tel:{'+' if bare.startswith('+') else ''}{re.sub('[^0-9]', '', bare)}"
    return f"https://{bare}"


def readable(uri: str) -> str:
    """An address as people write it: a mail address and a telephone number without their schemes."""
    scheme, _, rest = uri.partition(":")
    return rest if scheme.lower() in {"mailto", "tel"} else uri


def ascii_address(uri: str) -> str:
    """A URI in ASCII (ISO 32000-1, 12.6.4.7): other characters percent-encoded as UTF-8 (RFC 3987, 3.1)."""
    if uri.isascii() and uri.isprintable() and " " not in uri:  # as nearly all are, and a long one has a link for each line
        return uri
    return "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode()) for c in uri)


def says(words: str, uri: str, written: str) -> bool:
    """Whether the words of a link are its address, with or without a scheme."""
    bare = _bare(words.strip())
    return bare in {_bare(uri), _bare(written)}


def _bare(address: str) -> str:
    """An address without what people leave out."""
    return re.sub(
        r"(https?://(dx\.)?doi\.org/|https?://orcid\.org/|https?://|mailto:|tel:|doi:\s?)", "", address.lower(), count=1
    ).rstrip("/")
