"""A file of another program into an outline: told by its bytes, read, recognised, written.

Comes in: a path. Goes out: the outline's text, its pictures, and problems: an error when the file cannot be read, warnings
for what was left out or guessed. The promise: nothing is raised for a bad file, nothing but the file and pictures in its own
folder is opened. Refuses to write.
"""

import base64
import binascii
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from briefgen.importing.document import Document
from briefgen.importing.draft import Draft
from briefgen.importing.phrases import LEFT_OUT
from briefgen.importing.pictures import take
from briefgen.importing.recognise import recognise
from briefgen.importing.refusal import MOST_BYTES, MOST_PICTURE, Refused, bound
from briefgen.importing.sheet import Spot
from briefgen.importing.structure import private_characters, structured
from briefgen.importing.typed import with_bold_headings, with_numbered_headings
from briefgen.importing.write import write
from briefgen.outline.read import STANDARD
from briefgen.problem import Place, Problem, Problems

LARGEST = 1_000_000  # bytes of an outline
SAVE_AS = "save it as .docx, .odt, .html, .md or .txt"
PAGE_ENDINGS = (".html", ".htm", ".xhtml")
PAGE = rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body)"
SOURCES = "refs.json"  # the file of what a document cites
PLACES = 12  # that a message names
PLAIN_ENDINGS = (".txt", ".text")


class Imported(msgspec.Struct, frozen=True):
    """An outline, its files by their paths, and what there is to say. `text` is empty when the file could not be read."""

    problems: tuple[Problem, ...]
    text: str = ""
    files: dict[str, bytes] = {}
    summary: str = ""  # what came through, in a few words


def import_file(source: Path, outline: str, schema: str) -> Imported:
    """The outline of a document, whose problems name `outline`, where it will be written."""
    problems = Problems()
    try:
        data = _bytes(source)
        document = _read(data, source.name)
        if document.pictures("") is None and not _is_archive(data):
            document.pictures = _beside(source.parent)
        return _outline(document, source, outline, schema)
    except Refused as refused:
        problems.add(refused.code, Place(str(source)), str(refused), refused.hint)
    except RecursionError:
        problems.add(
            "import/hostile", Place(str(source)), "the document is nested too deeply", "copy its text into a new one"
        )
    return Imported(tuple(problems.sorted()))


def read(data: bytes, name: str) -> Document:
    """The document in a file, by its first bytes and its name. Raises Refused."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip():
        raise Refused("import/unread", "the file is empty", "name another")
    if _is_archive(data):
        from briefgen.importing.opendocument import MIME, read_open_document  # late: each kind needs one reader

        if MIME in data[:200] or name.lower().endswith((".odt", ".ott")):
            return read_open_document(data)
        from briefgen.importing.office import read_word

        return read_word(data)
    if name.startswith("~$"):
        raise Refused("import/unread", "this is what Word writes beside a document while it is open", f"name {name[2:]}")
    _refuse(data, head)
    if re.match(
        rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body)", head, re.DOTALL
    ) or name.lower().endswith((".html", ".htm", ".xhtml")):
        from briefgen.importing.pages import read_page

        return read_page(data)
    text = _decoded(data)
    bound(len(text))
    if name.lower().endswith(PLAIN_ENDINGS):
        from briefgen.importing.plaintext import read_plain

        return read_plain(text)
    from briefgen.importing.markdown import read_markdown

    return read_markdown(text)


def _read(data: bytes, name: str) -> Document:
    """The document in a file. Whatever its bytes bring a reader to, Refused is all that is raised."""
    try:
        return read(data, name)
    except (Refused, RecursionError):
        raise
    except Exception as error:  # a file can break the rules of its format in more ways than can be foreseen
        said = f"the document cannot be understood ({type(error).__name__})"
        raise Refused("import/damaged", said, "open it in the program that made it, and save it anew") from error


def _outline(document: Document, source: Path, outline: str, schema: str) -> Imported:
    problems = Problems()
    document.ledger.count("symbol", private_characters(document))
    blocks = with_numbered_headings(with_bold_headings(structured(document.blocks)))
    draft = recognise(document, blocks, source.stem)
    paths, files = take(document, blocks)
    if document.sources:
        files[SOURCES] = json.dumps(document.sources, ensure_ascii=False, indent=2).encode()
    head = _head(source.name, document)
    written = write(draft, head, paths, schema=schema, sources=SOURCES if document.sources else "")
    if len(written.text.encode()) > LARGEST:
        said = f"the outline would have more than {LARGEST // 1000} kB"
        raise Refused("import/too-large", said, "divide the document")
    for loss in document.ledger.losses:
        problems.add(loss.code, Place(str(source)), loss.said, loss.hint)
    for spot, lines in _gathered(written.spots):
        more = f" (so in lines {', '.join(map(str, lines[:PLACES]))}{', …' if len(lines) > PLACES else ''})"
        problems.add(spot.code, Place(outline, lines[0], 1), spot.said + more * (len(lines) > 1), spot.hint)
    if document.ledger.counts:
        problems.add("import/left-out", Place(str(source)), f"left out: {_left_out(document)}", "")
    return Imported(tuple(problems.sorted()), written.text, files, _summary(draft, written.text))


def _summary(draft: Draft, text: str) -> str:
    """What came through, in a few words."""
    counts = {
        "section": sum(bool(section.heading) for section in draft.sections),
        "table": text.count("- table:"),
        "picture": text.count("- figure:"),
        "note": len(draft.notes),
        "key message": len(draft.summary.points) if draft.summary else 0,
        "finding": len(draft.findings),
        "recommendation": len(draft.recommendations),
    }
    return ", ".join(f"{count} {thing}{'s' * (count > 1)}" for thing, count in counts.items() if count)


def _gathered(spots: tuple[Spot, ...]) -> list[tuple[Spot, list[int]]]:
    """What is said of several lines once, with these."""
    found: dict[tuple[str, str], tuple[Spot, list[int]]] = {}
    for spot in spots:
        found.setdefault((spot.code, spot.said), (spot, []))[1].append(spot.line)
    return list(found.values())


def _head(name: str, document: Document) -> list[str]:
    """The first remarks of the outline."""
    lines = [
        f"This outline was made from {' '.join(name.split())}. In its folder, run briefgen: it writes build/brief.pdf.",
        "What stands behind a number sign, as here, is a comment, and is not printed. Some say how a thing was told in the "
        "document, so that you can correct it; “review” marks what is a guess.",
        "Blanks at the beginning of a line say what belongs to what: keep them as they are, and never use tabs.",
    ]
    if document.ledger.counts:
        lines += ["", f"Left out: {_left_out(document)}."]
    return lines


def _left_out(document: Document) -> str:
    said = [LEFT_OUT[kind][number > 1].format(number) for kind, number in document.ledger.counts.items() if kind in LEFT_OUT]
    return ", ".join(said)


def _bytes(source: Path) -> bytes:
    if str(source) == STANDARD:
        return sys.stdin.buffer.read(MOST_BYTES)
    try:
        if source.is_dir():
            raise Refused("import/unreadable", "this is a folder", "name the file in it")
        with source.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise Refused("import/unreadable", "there is no such file", "look at its name and its folder") from error
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise Refused("import/unreadable", f"the file cannot be read: {said}", "close it in other programs") from error
    if len(data) > MOST_BYTES:
        raise Refused(
            "import/too-large", f"the file has more than {MOST_BYTES // 1_000_000} MB", "make its pictures smaller"
        )
    return data


def _is_archive(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


# what cannot be read, by first bytes, and what its owner can do
OTHERS = (
    (
        b"\xd0\xcf\x11\xe0",
        "import/unread",
        "an old Word file (.doc), or an encrypted one",
        f"open it in Word, and {SAVE_AS}",
    ),
    (b"{\\rtf", "import/unread", "an RTF file", f"open it in Word or LibreOffice, and {SAVE_AS}"),
    (b"%pdf-", "import/unread", "a PDF, in which no paragraphs are to be had", "ask for the file that it was made from"),
    (b"\x89png", "import/unread", "a picture", "a document is needed"),
    (b"\xff\xd8\xff", "import/unread", "a picture", "a document is needed"),
)


def _refuse(data: bytes, head: bytes) -> None:
    for start, code, said, hint in OTHERS:
        if head.startswith(start.lower()):
            raise Refused(code, f"this is {said}", hint)
    if b"\0" in data[:4096] and data[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        raise Refused("import/unread", "this is no document that briefgen can read", SAVE_AS)


def _decoded(data: bytes) -> str:
    """The characters of a text file: UTF-8, UTF-16 with its mark, or what Windows programs of the West write."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _beside(folder: Path) -> Callable[[str], bytes | None]:
    """Pictures that a page or a Markdown text names: within its own folder, or in the text itself."""

    def picture(name: str) -> bytes | None:
        if name.startswith("data:"):
            return _embedded(name)
        if not name or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]", name):
            return None
        try:
            path = (folder / unquote(name.split("?")[0].split("#")[0]).replace("\\", "/")).resolve()
            if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > MOST_PICTURE:
                return None
            return path.read_bytes()
        except (OSError, ValueError, RuntimeError):
            return None

    return picture


def unquote(address: str) -> str:
    """The address with what it holds as %20 and the like as characters (RFC 3986, 2.1)."""
    decoded = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), address.encode())
    return decoded.decode("utf-8", "replace")


def _embedded(address: str) -> bytes | None:
    """The bytes in a data address (RFC 2397)."""
    head, comma, body = address.partition(",")
    if not comma or not head.endswith(";base64") or len(body) > 2 * MOST_PICTURE:
        return None
    try:
        return base64.b64decode(unquote(body), validate=False)
    except (binascii.Error, ValueError):
        return None
