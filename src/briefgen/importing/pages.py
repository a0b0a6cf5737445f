"""Web pages, tidied and read by pandoc.

Comes in: the bytes of a page. Goes out: a document. The page is parsed and written anew first: pandoc takes long over
elements that are not closed, and makes no table of cells that are not. Hidden elements are left out and counted. Refuses to
open what a page refers to.
"""

import re

from lxml import etree

from briefgen.importing import pandoc
from briefgen.importing.document import Block, Document, Heading, Ledger, Paragraph, Text, plain, texts
from briefgen.importing.refusal import Refused, bound
from briefgen.importing.syntax import COLUMNS_MOST, Reading

MOST_BYTES = 10_000_000
DEPTH_MOST = 100  # of elements in each other
OF_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "noscript", "template"})
UNSEEN = ("script", "style", "template", "noscript")
SPANS = ("colspan", "rowspan")
FIELDS = frozenset("text search email tel url number date month week time datetime-local button submit reset".split())
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,40})")


def read_page(data: bytes) -> Document:
    """The document in an HTML page. Raises Refused."""
    if len(data) > MOST_BYTES:
        raise Refused("import/too-large", f"the page has more than {MOST_BYTES // 1_000_000} MB", "divide it")
    ledger = Ledger()
    root = _parsed(data)
    _tidy(root, ledger)
    _say_words(root)
    _count_outside(root, ledger)
    bound(sum(len(str(part)) for part in root.itertext()))
    return read_tree(etree.tostring(root, encoding="utf-8", method="html"), "html", ledger)


def read_tree(data: bytes, form: str, ledger: Ledger) -> Document:
    """What pandoc makes of a page or an .odt, with the front that its metadata give. Raises Refused."""
    tree = pandoc.read(data, form)
    reading = Reading(ledger)
    meta: dict[str, list[Text]] = {name: reading.meta(one) for name, one in tree.get("meta", {}).items()}
    body = reading.blocks(tree["blocks"])
    head: list[Block] = []
    said = {plain(text) for text in texts(body)}
    for kind in ("title", "subtitle", "author", "date"):
        # the title of a page stands on it once more, mostly, and is a name with that of the site where it does not
        if kind == "title" and any(isinstance(block, Heading) and block.level == 1 for block in body[:3]):
            continue
        head += [Paragraph(text, kind, "metadata") for text in meta.get(kind, []) if plain(text) not in said]
    language = plain(meta["lang"][0]) if meta.get("lang") else ""
    return Document([*head, *body], reading.notes, ledger, language=language)


def _parsed(data: bytes) -> etree._Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(data[:4096])
        text = data.decode(_known(named[1].decode()) if named else "cp1252", "replace")
    text = "".join(char if char.isprintable() or char in "\n\t" else " " for char in text.replace("\r\n", "\n"))
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Refused("import/unread", "the page holds no text", "name another file") from error
    deep = any("depth" in entry.message for entry in parser.error_log)
    if root is None:
        raise Refused("import/unread", "the page holds no text", "name another file")
    if deep or _depth(root) > DEPTH_MOST:
        raise Refused("import/hostile", "the page is nested too deeply", "copy its text into a new document")
    return root


def _known(name: str) -> str:
    """The encoding of a name, if Python knows it."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return "cp1252"
    return name


def _depth(root: etree._Element) -> int:
    depth = most = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        most = max(most, depth)
    return most


def _tidy(root: etree._Element, ledger: Ledger) -> None:
    """Without what is not seen, and with spans that a table can have."""
    _set_right(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        hidden = "hidden" in element.attrib or _HIDDEN.search(str(element.get("style", "")))
        if element.tag in UNSEEN or hidden:
            if element.tag not in UNSEEN:
                ledger.count("hidden", len(" ".join(str(part) for part in element.itertext()).split()))
            drop_whole(element)
            continue
        for name in SPANS:
            span = str(element.get(name, "1"))
            if len(span) > 3 or (span.isdecimal() and int(span) > COLUMNS_MOST):
                element.set(name, "1")


def _say_words(root: etree._Element) -> None:
    """Put words into spans that pandoc passes over where they stand: what fields hold, and the words of drawings."""
    for field in list(root.iter("textarea", "input", "option")):
        if field.tag == "option":
            field.tail = f"{field.tail or ''} "
        elif field.tag == "textarea" or str(field.get("type", "text")).lower() in FIELDS:
            field.text = (field.text if field.tag == "textarea" else str(field.get("value", ""))) or ""
            field.tag = "span"
    for drawing in list(root.iter("svg")):
        said = [" ".join("".join(str(part) for part in text.itertext()).split()) for text in drawing.iter("text")]
        if any(said):
            words = etree.Element("span")
            words.text = f" {', '.join(filter(None, said))} "
            drawing.addnext(words)  # behind the text that follows the drawing, which belongs behind the words
            words.tail, drawing.tail = drawing.tail, None


def _set_right(root: etree._Element) -> None:
    """Move into the body what the parser has left in the head, for it knows only the elements of HTML 4."""
    head, body = root.find("head"), root.find("body")
    if head is None:
        return
    if body is None:
        body = etree.SubElement(root, "body")
    for number, element in enumerate(each for each in list(head) if each.tag not in OF_HEAD):
        body.insert(number, element)


def _count_outside(root: etree._Element, ledger: Ledger) -> None:
    """Count the words outside of the page's main part, when it has one: pandoc reads nothing else then."""
    main = next(root.iter("main"), None)
    body = root.find("body")
    if main is not None and body is not None:
        inside, every = (len(" ".join(str(part) for part in each.itertext()).split()) for each in (main, body))
        ledger.count("outside", max(0, every - inside))


def drop_whole(element: etree._Element) -> None:
    """Take an element out, and leave the text behind it."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    before = element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
