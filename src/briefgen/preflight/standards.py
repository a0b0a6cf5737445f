"""Standards that a file claims, held against what it keeps.

Comes in: what the file says of itself and what was found in it. Goes out: findings, one for each rule broken. The promise: a
rule that has a code of its own is told of once, by that code where the set of rules asks for it, and here where it does not.
Refuses to know what the rules of a standard that no program can check are.

The rules of PDF/X are those of ISO 15930 (parts 1, 3, 4, 6 and 7), of PDF/A ISO 19005 (parts 1 to 4), of PDF/UA ISO 14289.
"""

from typing import Any

import pikepdf

from briefgen.preflight import claims
from briefgen.preflight.acts import attached, tagged
from briefgen.preflight.document import Document, catalog
from briefgen.preflight.facts import Facts
from briefgen.preflight.objects import entry, items, name, pairs, text
from briefgen.preflight.rules import RULES

# The newest header that each version of PDF/X allows
HEADERS = {
    "PDF/X-1a:2001": (1, 3),
    "PDF/X-1:2001": (1, 3),
    "PDF/X-3:2002": (1, 3),
    "PDF/X-1a:2003": (1, 4),
    "PDF/X-3:2003": (1, 4),
    "PDF/X-4": (1, 6),
    "PDF/X-4p": (1, 6),
    "PDF/X-5g": (1, 6),
    "PDF/X-5n": (1, 6),
    "PDF/X-5pg": (1, 6),
    "PDF/X-6": (2, 0),
    "PDF/X-6n": (2, 0),
    "PDF/X-6p": (2, 0),
}
PDFX4_PROPERTIES = (
    *("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title"),
    *("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"),
)
MOST_ELEMENTS = 100_000
DEEPEST = 8  # levels of tags at which a language is looked for
LEVELS = {"1": {"A", "B"}, "2": {"A", "B", "U"}, "3": {"A", "B", "U"}, "4": {"", "E", "F"}}


def judge(facts: Facts) -> None:
    """The claims of a file, and what any file needs for those who read it otherwise than by eye."""
    if facts.metadata.pdfx:
        _pdfx(facts)
    if any(facts.metadata.pdfa):
        _pdfa(facts)
    if facts.metadata.pdfua:
        _pdfua(facts)
    else:
        _readers(facts)
    claims.unchecked(facts)


def _unsaid(facts: Facts, standard: str, code: str) -> None:
    """Rules of a standard that were found broken and that are told of nowhere else."""
    for other, message in facts.findings.unsaid.items():
        if standard in RULES[other].standards:
            facts.findings.add(code, message)


def _pdfx(facts: Facts) -> None:
    said, code, add = facts.metadata.pdfx, "preflight/pdfx-not-kept", facts.findings.add
    if said not in HEADERS:
        add("preflight/unknown-label", f"there is no {said[:40]!r}")
        return
    if not (1, 0) <= facts.document.version <= HEADERS[said]:
        add(code, f"{said} allows headers up to {HEADERS[said][0]}.{HEADERS[said][1]}, this one is {_dotted(facts)}")
    if entry(facts.document.pdf.trailer, "/ID") is None:
        add(code, "the trailer has no ID")
    if facts.metadata.info.get("Trapped", facts.metadata.xmp.get("pdf:Trapped")) not in ("True", "False"):
        add(code, "Trapped is neither True nor False")
    if facts.seen.lzw:
        add(code, "a stream is compressed by LZW")
    _keys(facts, code)
    if said.startswith("PDF/X-4"):
        missing = [key for key in PDFX4_PROPERTIES if not facts.metadata.xmp.get(key)]
        if missing:
            add(code, f"the metadata have no {', '.join(missing)}")
    if said.startswith(("PDF/X-1", "PDF/X-3")) and facts.seen.blended:
        add(code, f"{said} allows no transparency")
    more = (
        claims.pdfx6 if said.startswith("PDF/X-6") else claims.old_pdfx if said.startswith(("PDF/X-1", "PDF/X-3")) else None
    )
    for message in more(said, facts) if more else ():
        add(code, message)
    _unsaid(facts, "PDF/X", code)
    if facts.findings.rules.name != "press":  # under which these have codes of their own
        for other in ("print/no-trim-box", "print/no-output-intent", "print/no-output-profile", "print/output-profile"):
            if facts.findings.has(other):
                add(code, facts.findings.unsaid[other])


def _keys(facts: Facts, code: str) -> None:
    """A transfer function may not stand in a graphics state even where it changes nothing."""
    if facts.seen.keys and not facts.findings.has("print/transfer-function"):
        facts.findings.add(code, f"a graphics state has a transfer function ({', '.join(sorted(facts.seen.keys))})")


def _dotted(facts: Facts) -> str:
    return "{}.{}".format(*facts.document.version)


def _pdfa(facts: Facts) -> None:
    (part, level), code, add = facts.metadata.pdfa, "preflight/pdfa-not-kept", facts.findings.add
    if part not in LEVELS or level not in LEVELS[part]:
        add("preflight/unknown-label", f"there is no PDF/A-{part[:10]}{level[:10].lower()}")
        return
    if entry(facts.document.pdf.trailer, "/ID") is None:
        add(code, "the trailer has no ID")
    unexplained = set()
    for page, used in facts.seen.device.items():
        devices = facts.aim.pages.get(page) or facts.aim.devices
        unexplained |= used - (devices | ({"gray"} if devices else set()))
    if unexplained:
        kinds = ", ".join({"gray": "grey", "rgb": "RGB", "cmyk": "CMYK"}[kind] for kind in sorted(unexplained))
        add(code, f"device colour ({kinds}) that no output intent describes")
    if facts.seen.lzw:
        add(code, "a stream is compressed by LZW")
    _keys(facts, code)
    if part == "1" and facts.seen.blended:
        add(code, "PDF/A-1 allows no transparency")
    if part == "1" and facts.metadata.packed:
        add(code, "the metadata are compressed")
    if part == "1" and attached(facts.document):
        add(code, "PDF/A-1 allows no embedded files")
    if part == "2" and any(not text(key).lower().endswith(".pdf") for key in attached(facts.document)):
        add(code, "PDF/A-2 allows no embedded files but PDF/A")
    for message in claims.pdfa4(level, facts) if part == "4" else ():
        add(code, message)
    if part == "1" and facts.seen.jpx:
        add(code, "PDF/A-1 allows no JPEG 2000")
    if level == "A" and not tagged(facts.document):
        add(code, f"PDF/A-{part}a needs tags")
    _unsaid(facts, "PDF/A", code)


def _pdfua(facts: Facts) -> None:
    code, add, root = "preflight/pdfua-not-kept", facts.findings.add, facts.document.root
    if facts.metadata.pdfua not in ("1", "2"):
        add("preflight/unknown-label", f"there is no PDF/UA-{facts.metadata.pdfua[:10]}")
        return
    if not tagged(facts.document):
        add(code, "the file has no tags")
    elif facts.seen.untagged:
        add(code, f"{facts.seen.untagged} times content is neither tagged nor an artifact")
    if entry(entry(root, "/ViewerPreferences"), "/DisplayDocTitle") is not True:
        add(code, "the title is not set to be shown (DisplayDocTitle)")
    if not facts.metadata.xmp.get("dc:title"):
        add(code, "the metadata have no title")
    if not _speaks(facts.document):
        add(code, "the file does not say its language")
    for page in facts.document.pages:
        if items(entry(page.leaf, "/Annots")) and name(entry(page.leaf, "/Tabs")) != "S":
            add(code, "the page has links and no order for the tab key", page.number)
    for said in (*_figures(facts.document), *(claims.pdfua2(facts) if facts.metadata.pdfua == "2" else ())):
        add(code, said)
    _unsaid(facts, "PDF/UA", code)


def _readers(facts: Facts) -> None:
    """What a file that claims nothing should have all the same."""
    add = facts.findings.add
    if not tagged(facts.document) and facts.metadata.pdfa[1] != "A":
        add("preflight/no-tags", "the file has no tags")
    if not facts.metadata.title:
        add("preflight/no-title", "the file has no title")
    if not _speaks(facts.document):
        add("preflight/no-language", "the file does not say its language")
    for said in _figures(facts.document):
        add("preflight/no-alternative", said)


def _speaks(document: Document) -> bool:
    """Whether the language of all that is tagged is said: for the file, or for elements that hold all of it."""
    if text(entry(document.root, "/Lang")).strip():
        return True
    found = False
    waiting = [(item, 0) for item in items(catalog(document, "/StructTreeRoot", "/K"))]
    for _ in range(MOST_ELEMENTS):
        if not waiting:
            return found
        node, depth = waiting.pop()
        if isinstance(node, pikepdf.Dictionary) and text(entry(node, "/Lang")).strip():
            found = True
            continue
        below = [item for item in items(entry(node, "/K")) if isinstance(item, pikepdf.Dictionary)]
        if not below or depth > DEEPEST or len(below) < len(items(entry(node, "/K"))):
            return False  # here is content, or nothing, and no language
        waiting += [(item, depth + 1) for item in below]
    return False


def _figures(document: Document) -> list[str]:
    """What is wrong with the figures in the tree of tags."""
    without = sum(
        1
        for element in _elements(catalog(document, "/StructTreeRoot"), roles(document))
        if entry(element, "/Alt") is None and entry(element, "/ActualText") is None
    )
    return [f"{without} figure{'' if without == 1 else 's'} without alternative text"] if without else []


def roles(document: Document) -> set[str]:
    """The roles that stand for a figure (ISO 32000-1, 14.7.3)."""
    mapped = pairs(catalog(document, "/StructTreeRoot", "/RoleMap"))
    return {"Figure", *(key for key, value in mapped if name(value) == "Figure")}


def _elements(root: Any, wanted: set[str]) -> list[Any]:
    """The elements of some roles; no element is entered twice, and not more than a million."""
    found: list[Any] = []
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting and len(seen) < 1_000_000:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        if name(entry(node, "/S")) in wanted:
            found.append(node)
        waiting += items(entry(node, "/K"))
    return found
