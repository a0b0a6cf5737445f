"""An outline file into a checked outline.

Comes: a path. Goes: an `Outline`, or None when nothing can be said about its content. Promise: bad bytes, bad YAML and bad
shapes become problems with their places; nothing is executed and nothing but this one file is opened.
"""

import re
import sys
from codecs import BOM_UTF8
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from briefgen.memory import Memory
from briefgen.outline.check import check, check_against
from briefgen.outline.foreign import foreign
from briefgen.outline.parse import Lost, Null, is_forbidden, parse
from briefgen.outline.specification import MAPPINGS
from briefgen.outline.tree import Map, Outline, Scalar, Seq
from briefgen.problem import Place, Problems

STANDARD = "-"  # the name of standard input, and of standard output
LARGEST = 1_000_000  # bytes; the outline of a hundred-page brief has a third of it
FIRST = "{title: Count every drop, recommendations: [Meter each farm, Publish the readings, Let districts trade]}"
TREES_KEPT, ITEMS_KEPT = 4, 4000  # between outlines
LOOKED_AT = 1000  # files of a folder in which the name of one is looked for
CONTROLS_MOST = 10  # of these are reported; a file with more is no text
Fill = Callable[[Map, Problems], tuple[Map, str]]
"""Makes the outline of one edition: its tree, and all that has come into it from elsewhere."""
_SEPARATORS = {
    "\u2028": "a line separator, as layout programs write it",
    "\u2029": "a paragraph separator, as layout programs write it",
    "\x85": "a next-line control, or an ellipsis in a wrong encoding",
    "\ufeff": "a byte order mark within the text",
    "\ufffd": "what stands for a letter that was lost, in a text saved or copied in a wrong encoding",
}

# what may be of a series of briefs: a condition, or keys of two letters, such as languages have. Each begins with the
# characters by which `re` finds where to look: a pattern for both looks at every place
_CONDITION = re.compile(r"when(?<=\bwhen)\s*:")
_LANGUAGE_KEY = re.compile(r"[\n{,][ \t]*(?!id|by)[a-z]{2}(?:-[A-Za-z]+)?:\s")
# what has a key of two letters has one of these, which are found faster: they begin with one character
_MAYBE_KEYS = (re.compile(r":(?<=\W[a-z][a-z]:)(?<!id:)(?<!by:)\s"), re.compile(r"-(?<=\W[a-z][a-z]-)[A-Za-z]+:\s"))
_GARBLED = "\u00c2\u00c3\u00c4\u00c5\u00e2\u00ce\u00cf\u00d0\u00d1"  # with one of them begin letters in a wrong encoding
_USUAL = bytes((*b"\t\n\r", *range(0x20, 0x7F)))


def read(path: Path, problems: Problems, fill: Fill | None = None, memory: Memory | None = None) -> Outline | None:
    """Read and check the outline at `path`, or that of standard input for `-`. Places name the file as the path is given.

    `fill` puts values in the place of placeholders; without it each of them is a problem. `memory`: what is kept between
    outlines.
    """
    file = str(path)
    if file == STANDARD:
        return read_text(sys.stdin.buffer.read(LARGEST + 1), file, Path(), problems, fill)
    try:
        if path.is_dir():
            problems.add("outline/unreadable", Place(file), "this is a folder, not an outline", "name the outline in it")
            return None
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        hint = f"make one with `briefgen new NAME`; a title and three recommendations are enough: {FIRST}"
        near = _nearest(path)
        hint = f"did you mean `{near}`? Or {hint}" if near else f"name another, or {hint}"
        problems.add("outline/unreadable", Place(file), "there is no such file", hint)
        return None
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        problems.add("outline/unreadable", Place(file), f"the file cannot be read: {said}", "check its permissions")
        return None
    return read_text(data, file, path.parent, problems, fill, memory)


def _nearest(path: Path) -> str:
    """The outline in the same folder that may be meant by a name that no file has: the likest, or the only one."""
    from difflib import get_close_matches  # late: only a slip needs it

    try:
        outlines = sorted(each.name for each in islice(path.parent.iterdir(), LOOKED_AT) if each.suffix in {".yaml", ".yml"})
    except (OSError, ValueError):
        return ""
    stems = {Path(name).stem: name for name in outlines}
    near = get_close_matches(path.stem, stems, 1) or (list(stems) if len(stems) == 1 else [])
    return str(path.with_name(stems[near[0]])) if near else ""


def read_text(
    data: bytes,
    file: str,
    folder: Path,
    problems: Problems,
    fill: Fill | None = None,
    memory: Memory | None = None,
) -> Outline | None:
    """Check an outline that is already in memory. `folder` is where its images and fonts are."""
    kind, remedy = foreign(data, file)
    if kind:
        problems.add("outline/wrong-file", Place(file), f"this is {kind}, not an outline", remedy)
        return None
    if len(data) > LARGEST:
        problems.add(
            "outline/too-large", Place(file), f"the outline has more than {LARGEST // 1000} kB", "is this the right file?"
        )
        return None
    source = _decode(data, file, problems)
    if source is None:
        return None
    root = parse(source, file, problems, memory.shelf("trees", TREES_KEPT) if memory else None)
    if root is None:
        return None
    if not isinstance(root, Map):
        _refuse(root, file, problems)
        return None
    if "house" in root:
        from briefgen.outline.house import with_house  # late: few outlines have one

        root, shared = with_house(root, folder, problems)
        source = f"{source}\n{shared}" if shared else source
    design = root.entries.get("design")
    if isinstance(design, Map) and "brand" in design.entries:
        from briefgen.outline.brand import with_brand  # late, as above

        root, shared = with_brand(root, folder, problems)
        source = f"{source}\n{shared}" if shared else source
    if fill is not None:
        root, added = fill(root, problems)
        source = f"{source}\n{added}"
    elif "{{" in source or _CONDITION.search(source) or _has_language_key(f"\n{source}"):
        from briefgen.outline.placeholders import refuse_placeholders  # late: few outlines have any

        root = refuse_placeholders(root, problems)
    checked = check(root, problems, memory.shelf("checked items", ITEMS_KEPT) if memory and fill is None else None)
    if problems.hopeless:
        return None
    return Outline(checked, folder, file, source, data)


def _has_language_key(source: str) -> bool:
    """Whether a line, or a mapping in brackets, has a key of two letters, such as languages have."""
    return any(each.search(source) for each in _MAYBE_KEYS) and _LANGUAGE_KEY.search(source) is not None


def read_mapping(data: bytes, file: str, name: str, problems: Problems) -> Map | None:
    """Check another file that an outline names: the mapping of the specification called `name`, in its normal form.

    None, and problems with their places in that file, when it is none.
    """
    source = _decode(data, file, problems)
    root = parse(source, file, problems) if source is not None else None
    if root is None or isinstance(root, Lost):
        return None
    if not isinstance(root, Map):
        said = f"a {name} is a mapping of keys with values"
        problems.add("outline/wrong-type", root.place, said, "write a key, a colon and a value in each line")
        return None
    return check_against(MAPPINGS, name, root, problems)


def _refuse(root: Scalar | Seq, file: str, problems: Problems) -> None:
    """Report a document that is not a mapping."""
    if isinstance(root, Lost):
        return
    if isinstance(root, Null):
        problems.add("outline/empty", Place(file, 1, 1), "the outline is empty", "start with `title: …`")
        return
    kind = "a list" if isinstance(root, Seq) else "a single text"
    hint = "start with `title: …`"
    if isinstance(root, Scalar) and ":" in root.text:
        hint = "write a space after the colon of each key: `title: …`"
    elif isinstance(root, Seq):
        hint = "start with `title: …`, and put the list under a key such as `recommendations:`"
    problems.add("outline/wrong-type", root.place, f"the outline is {kind}, and it has to be keys with values", hint)


def _decode(data: bytes, file: str, problems: Problems) -> str | None:
    """The text, with line feeds as its only line breaks, or None with a problem."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:1] == b"\0" or data[1:2] == b"\0":
        problems.add("outline/not-utf8", Place(file, 1, 1), "the outline is UTF-16 or UTF-32 text", "save the file as UTF-8")
        return None
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _feed(data[: error.start].decode("utf-8-sig", "replace"))
        said = f"the byte {data[error.start]:#04x} is not UTF-8"
        problems.add("outline/not-utf8", _end(before, file), said, "save the file as UTF-8")
        return None
    source = _feed(source)
    unusual = data.removeprefix(BOM_UTF8).translate(None, _USUAL).decode()
    found = sorted(char for char in set(unusual) if is_forbidden(char) or char in _SEPARATORS)
    if any(lead in unusual for lead in _GARBLED):
        _report_garbled(source, file, problems)
    if found:
        _report_controls(source, set(found), file, problems)
        return None
    return source


def _report_garbled(source: str, file: str, problems: Problems) -> None:
    """Warn of the first letters that were read in a wrong encoding elsewhere."""
    from briefgen.outline.garbled import garbled  # late: few outlines have such letters

    for (start, now, before), _ in zip(garbled(source), range(CONTROLS_MOST), strict=False):
        said = f"`{now}` seems to have been `{before}`, and to have been saved or copied in a wrong encoding"
        problems.add("outline/garbled", _end(source[:start], file), said, f"write `{before}`, or copy the text anew")


def _feed(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _end(text: str, file: str) -> Place:
    """The place behind a text."""
    return Place(file, text.count("\n") + 1, len(text) - text.rfind("\n"))


def _report_controls(source: str, found: set[str], file: str, problems: Problems) -> None:
    """Report the first of these characters of the source."""
    spots = (index for index, char in enumerate(source) if char in found)
    for spot, _ in zip(spots, range(CONTROLS_MOST), strict=False):
        char = source[spot]
        said = f"the character U+{ord(char):04X} is not allowed in an outline"
        hint = f"it is {_SEPARATORS[char]}; " if char in _SEPARATORS else ""
        if "\ue000" <= char <= "\uf8ff":
            hint = "it is a bullet or sign of a font such as Symbol or Wingdings; remove it, and the tab or space behind it"
        elif char == "\ufffd":
            hint += "write that letter"
        else:
            hint += "remove it, or write a space instead"
        problems.add("outline/bad-character", _end(source[:spot], file), said, hint)
