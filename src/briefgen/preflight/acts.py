"""What a file does or holds that paper cannot: actions, annotations, forms, scripts, attachments, layers, locks.

Comes in: a document. Goes out: findings. The promise: nothing is run or followed. Refuses to know what is painted.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf

from briefgen.preflight.document import Document, Page, catalog
from briefgen.preflight.finding import Findings, Measure, listed
from briefgen.preflight.layers import Layers
from briefgen.preflight.matrix import is_empty, overlap, place
from briefgen.preflight.objects import entry, items, name, numbers, pairs, path
from briefgen.problem import counted

HARMLESS = {"GoTo", "GoToR", "GoToE", "URI", "Named", "Thread", ""}
PRINTERS = {"PrinterMark", "TrapNet"}  # annotations made for the press (ISO 32000-1, 14.11.3 and 14.11.6)
MOST_DEPTH = 8


def judge(document: Document, findings: Findings) -> None:
    """The rules about what only works on a screen."""
    if document.pdf.is_encrypted:
        findings.add("print/encrypted", "the file is encrypted", hint="save it without a password and without restrictions")
    if catalog(document, "/Names", "/JavaScript") is not None:
        findings.add("print/javascript", "the file holds JavaScript")
    opening = catalog(document, "/OpenAction")
    if isinstance(opening, pikepdf.Dictionary):
        _action(opening, "on opening", 0, findings)
    _additional(document.root, "of the file", 0, findings)
    fields = items(catalog(document, "/AcroForm", "/Fields"))
    if fields:
        findings.add("print/form-field", f"a form of {counted(len(fields), 'field')}", measure=Measure(len(fields), 0))
    for page in document.pages:
        _additional(page.leaf, "of the page", page.number, findings)
        for note in items(entry(page.leaf, "/Annots")):
            _annotation(page, note, bool(fields), findings)
    files = attached(document)
    if files:
        findings.add("print/embedded-file", counted(len(files), "embedded file"), measure=Measure(len(files), 0))
    _layers(document, findings)


def _layers(document: Document, findings: Findings) -> None:
    """Name the layers, and say which are not printed."""
    layers = Layers(document.root).all
    if not layers:
        return
    message = f"{counted(len(layers), 'layer')}: {listed([layer.title for layer in layers])}"
    left_out = [layer.title for layer in layers if not layer.printed]
    if left_out:
        message += f"; not printed: {listed(left_out)}"
    differs = any(layer.shown != layer.printed for layer in layers)
    measure = Measure(len(layers), 0)
    findings.add("print/hidden-layers", message, severity="warning" if differs else None, measure=measure)


def attached(document: Document) -> list[Any]:
    """The names of the embedded files."""
    return list(_leaves(catalog(document, "/Names", "/EmbeddedFiles"), 0))


def _leaves(node: Any, depth: int) -> Iterator[Any]:
    """The keys of a name tree (ISO 32000-1, 7.9.6)."""
    yield from items(entry(node, "/Names"))[::2]
    if depth < MOST_DEPTH:
        for kid in items(entry(node, "/Kids"))[:1000]:
            yield from _leaves(kid, depth + 1)


def _additional(holder: Any, whose: str, page: int, findings: Findings) -> None:
    for key, action in pairs(entry(holder, "/AA")):
        _action(action, f"{whose} ({key})", page, findings, always=True)


def _action(action: Any, when: str, page: int, findings: Findings, always: bool = False) -> None:
    kind = name(entry(action, "/S"))
    if kind == "JavaScript":
        findings.add("print/javascript", f"JavaScript {when}", page)
    elif always or kind not in HARMLESS:
        findings.add("print/action", f"an action {when}: {kind or 'of no kind'}", page)


def _annotation(page: Page, note: Any, form: bool, findings: Findings) -> None:
    kind = name(entry(note, "/Subtype"))
    _action(entry(note, "/A"), "of an annotation", page.number, findings)
    _additional(note, "of an annotation", page.number, findings)
    if kind in PRINTERS or (kind == "Widget" and form):
        return
    rectangle = numbers(entry(note, "/Rect"), 4)
    box = place(page.base, *rectangle) if rectangle else page.bleed
    if not is_empty(overlap(box, page.bleed)):
        message = f"an annotation ({kind or 'of no kind'}) lies on the page"
        hint = "leave links out of the press file, or set their addresses as text"
        findings.add("print/annotation", message, page.number, box, group=kind, hint=hint)


def external(document: Document, findings: Findings) -> tuple[bool, bool]:
    """Streams that are kept in other files; also whether any stream is compressed by LZW, and whether any by JPEG 2000."""
    lzw = jpx = False
    for count, stream in enumerate(document.pdf.objects):
        if count >= 500_000:
            findings.add("preflight/too-large", "the file has more objects than are looked at")
            break
        if not isinstance(stream, pikepdf.Stream):
            continue
        used = {name(item) for item in items(entry(stream, "/Filter"))}
        lzw, jpx = lzw or "LZWDecode" in used, jpx or "JPXDecode" in used
        if entry(stream, "/F") is not None:
            findings.add("print/external-content", "a stream is kept in another file", group="")
    return lzw, jpx


def tagged(document: Document) -> bool:
    """Whether the file says that it is tagged, and has a tree of tags."""
    return path(document.root, "/MarkInfo", "/Marked") is True and catalog(document, "/StructTreeRoot") is not None
