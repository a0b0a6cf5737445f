"""A file of another kind in the place of an outline, told by its first bytes, and what its owner can do.

Comes in: the bytes of a file. Goes out: what it is and what to do, or nothing. Refuses to look further into it.
"""

IMPORT = "make an outline of it: `briefgen new NAME --from FILE`"
SAVE = "save it as .docx, and make an outline of that: `briefgen new NAME --from FILE`"
COPY = "make an outline with `briefgen new NAME`, and copy the text into it"
PICTURE = "name the outline; a picture stands in it as `figure: {image: …, alt: …}`"
FROM_PDF = (
    "name the outline that it was made from, which `briefgen extract` gives where the PDF carries it; "
    "`briefgen preflight FILE` judges a PDF"
)

# the first bytes, what such a file is, what to do
KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a Word, LibreOffice or zip file", IMPORT),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Word file", SAVE),
    (b"{\\rtf", "an RTF file", SAVE),
    (b"%PDF-", "a PDF", FROM_PDF),
    (b"\x89PNG\r\n", "a picture (PNG)", PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", PICTURE),
    (b"GIF8", "a picture (GIF)", PICTURE),
    (b"<!doctype html", "a web page", IMPORT),
    (b"<html", "a web page", IMPORT),
    (b"<svg", "a picture (SVG)", PICTURE),
    (b"<?xml", "an XML file", COPY),
)
HEAD = 1024  # bytes that are looked at


def foreign(data: bytes, name: str = "") -> tuple[str, str]:
    """What the file is and what to do, or two empty texts when it may be an outline. Only its name tells Markdown."""
    if name.lower().endswith((".md", ".markdown")):
        return "a Markdown text", IMPORT
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next(((said, hint) for start, said, hint in KINDS if head.startswith(start.lower())), ("", ""))
