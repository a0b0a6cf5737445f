"""The tag tree of a finished PDF, read back by pikepdf: what somebody who does not see the page is told.

It shares no code with the writer: content streams and the Unicode maps of fonts are read here from the file alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import pikepdf

SHOWN = 60  # characters of a text in a dump

Marked = dict[tuple[int, int], str]  # page and marked-content identifier: its text


class Node(msgspec.Struct, frozen=True):
    """An element. `kids` are elements and the texts of marked content, in reading order."""

    role: str
    kids: "tuple[Node | str, ...]"
    language: str = ""
    alt: str = ""
    id: str = ""
    attributes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # where its annotations lead

    @property
    def text(self) -> str:
        """All that is read out of it but for the descriptions of pictures."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> "Iterator[Node]":
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def dump(self, depth: int = 0) -> str:
        """The tree as lines: role, attributes, and the text where an element has some of its own. Nothing of layout."""
        parts = [self.role, *self.attributes]
        parts += [f"{name}={value}" for name, value in (("id", self.id), ("lang", self.language)) if value]
        parts += [f"→ {link}" for link in self.links]
        parts += [f"alt “{_short(self.alt)}”"] if self.alt else []
        lines = [f"{'  ' * depth}{' '.join(parts)}"]
        if not any(isinstance(kid, Node) for kid in self.kids):
            return lines[0] + (f" “{_short(self.text)}”" if self.text else "")
        for own, group in groupby(self.kids, lambda kid: isinstance(kid, str)):
            kids = [*group]
            if not own:
                lines += [kid.dump(depth + 1) for kid in kids if isinstance(kid, Node)]
            elif text := "".join(str(kid) for kid in kids):
                lines.append(f"{'  ' * (depth + 1)}“{_short(text)}”")
        return "\n".join(lines)


def read(file: Path) -> Node:
    """The tag tree of a file. ValueError when marked content is in the tree twice, or on a page and not in the tree."""
    with pikepdf.open(file) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        marked: Marked = {}
        for number, page in enumerate(pdf.pages):
            marked |= {(number, mark): text for mark, text in _Page(page).texts().items()}
        tree = _Tree(pages, marked)
        (root,) = pdf.Root.StructTreeRoot.K
        node = tree.node(root)
        if tree.left:
            raise ValueError(f"marked content without an element: {tree.left}")
        return node


class _Tree:
    def __init__(self, pages: dict[tuple[int, int], int], marked: Marked) -> None:
        self._pages = pages
        self.left = dict(marked)

    def node(self, element: Any) -> Node:
        kids: list[Node | str] = []
        links: list[str] = []
        found = element.get("/K", [])
        for kid in found if isinstance(found, pikepdf.Array) else [found]:
            if isinstance(kid, int):
                kids.append(self._take(element.Pg, kid))
            elif kid.get("/Type") == "/MCR":
                kids.append(self._take(kid.get("/Pg", element.get("/Pg")), int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                links.append(_target(kid.Obj))
            else:
                # what is a part of a word is no node
                below = self.node(kid)
                kids.append(str(kid.ActualText) if "/ActualText" in kid else below)
        return Node(
            role=str(element.S)[1:],
            kids=tuple(kids),
            language=str(element.get("/Lang", "")),
            alt=str(element.get("/Alt", "")),
            id=bytes(element.ID).decode() if "/ID" in element else "",
            attributes=tuple(_attributes(element.get("/A"))),
            links=tuple(links),
        )

    def _take(self, page: Any, mark: int) -> str:
        key = (self._pages[page.objgen], mark)
        if key not in self.left:
            raise ValueError(f"marked content {key} is in the tree twice, or not on its page")
        return self.left.pop(key)


class _Page:
    """Reads the text of one page's marked content."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page
        self._fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
        self._maps: dict[str, str] = {}
        self._open: list[tuple[int | None, str | None]] = []  # the identifier and the ActualText of what is open
        self._reversed: list[str] | None = None  # the characters of what is shown the other way (ISO 32000-1, 14.8.2.5.3)

    def texts(self) -> dict[int, str]:
        """By marked-content identifier; artifacts are left out."""
        found: dict[int, list[str]] = defaultdict(list)
        for instruction in pikepdf.parse_content_stream(self._page):
            operands, name = list(instruction.operands), str(instruction.operator)
            if name in {"BDC", "BMC"}:
                entries: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
                mark = int(entries["/MCID"]) if "/MCID" in entries else None
                words = str(entries["/ActualText"]) if "/ActualText" in entries else None
                if mark is not None:
                    found[mark] = []
                if str(operands[0]) == "/ReversedChars":
                    self._reversed = []
                self._open.append((mark, words))
                if words is not None:
                    self._add(found, words)
            elif name == "EMC":
                self._open.pop()
                if self._reversed is not None:
                    words, self._reversed = "".join(self._reversed[::-1]), None
                    self._add(found, words)
            elif name == "Tf":
                self._maps = self._fonts[str(operands[0])]
            elif name in {"Tj", "TJ"} and not any(words is not None for _, words in self._open):
                strings = operands[0] if name == "TJ" else operands
                shown = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
                characters = [self._maps[shown[n : n + 2].hex()] for n in range(0, len(shown), 2)]
                if self._reversed is None:
                    self._add(found, "".join(characters))
                else:
                    self._reversed += characters
        return {mark: "".join(words) for mark, words in found.items()}

    def _add(self, found: dict[int, list[str]], words: str) -> None:
        marks = [mark for mark, _ in self._open if mark is not None]
        if marks:
            found[marks[-1]].append(words)


def _unicode(font: Any) -> dict[str, str]:
    """The ToUnicode map of a font: from the four digits of a code to its text."""
    source = font.ToUnicode.read_bytes().decode("ascii")
    found: dict[str, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        found |= {code.lower(): _text(text) for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, start in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            head, tail = start[:-4], int(start[-4:], 16)
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[f"{int(first, 16) + step:04x}"] = _text(f"{head}{tail + step:04x}")
    return found


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def _attributes(owner: Any) -> Iterator[str]:
    """The attributes of an element but for who defined them: `Scope=Column`; of a list of numbers the name alone."""
    for key, value in sorted(owner.items()) if owner is not None else ():
        if key == "/O":
            continue
        yield key[1:] if isinstance(value, pikepdf.Array) else f"{key[1:]}={str(value).lstrip('/')}"


def _target(annotation: Any) -> str:
    return str(annotation.A.URI) if "/A" in annotation else bytes(annotation.Dest).decode()


def _short(text: str) -> str:
    """A text for a dump: without hyphens at lines' ends, and without the middle of a long one."""
    text = text.replace("\u00ad", "").replace("\n", "⏎")
    return text if len(text) <= SHOWN else f"{text[: SHOWN // 2]}…{text[1 - SHOWN // 2 :]}"
