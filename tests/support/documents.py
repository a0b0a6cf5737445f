"""Documents of other programs, made of the same abstract blocks: Word files, Markdown, HTML, plain text.

Every word of a document occurs once in it, so that one that is lost, or comes twice, shows.
"""

import io
import re
import subprocess
from collections.abc import Callable
from html import escape
from typing import Any, NamedTuple

import docx
from hypothesis import strategies as st

from briefgen.pandoc import program

ROLES = ("Executive summary", "Key findings", "Recommendations", "About the authors", "References", "Next steps", "Contact")
DRESSES = ("", "", "", "bold", "italic", "both", "link")


class Item(NamedTuple):
    """One block: what it is, and what it holds."""

    kind: str
    content: Any


def numbered_words(document: list[Item]) -> list[Item]:
    """The document with a word of its own in each place of one."""
    count = 0

    def fill(value: Any) -> Any:
        nonlocal count
        if isinstance(value, int) and not isinstance(value, bool):
            own = [f"w{count + number}x" for number in range(value)]
            count += value
            return " ".join(own)
        if isinstance(value, Item):
            return Item(value.kind, fill(value.content))
        return [fill(each) for each in value] if isinstance(value, list) else value

    return [fill(item) for item in document]


_few = st.integers(1, 6)
_text = st.lists(st.tuples(st.sampled_from(DRESSES), _few).map(list), min_size=1, max_size=4)
_items = st.recursive(
    st.lists(st.tuples(_text, st.just([])).map(list), min_size=1, max_size=3),
    lambda inner: st.lists(st.tuples(_text, inner).map(list), min_size=1, max_size=3),
    max_leaves=6,
)
_table = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(_few, min_size=width, max_size=width), min_size=1, max_size=4)
)
_block = st.one_of(
    st.builds(Item, st.just("text"), _text),
    st.builds(Item, st.sampled_from(["h1", "h2", "h3"]), _few),
    st.builds(Item, st.just("role"), st.sampled_from(ROLES)),
    st.builds(Item, st.sampled_from(["list", "numbered"]), _items),
    st.builds(Item, st.just("table"), _table),
    st.builds(Item, st.just("quote"), st.integers(1, 60)),
    st.builds(Item, st.just("note"), st.tuples(_few, _few).map(list)),
)
documents = st.lists(_block, min_size=1, max_size=12).map(numbered_words)


def words_in(value: Any) -> list[str]:
    """The words of a document."""
    if isinstance(value, str):
        return re.findall(r"\bw\d+x\b", value)
    if isinstance(value, Item):
        return words_in(value.content)
    return [word for each in value for word in words_in(each)] if isinstance(value, list) else []


def markdown(document: list[Item]) -> str:
    """The document in Markdown."""
    parts: list[str] = []
    notes: list[str] = []
    for item in document:
        if item.kind == "text":
            parts.append(_marked(item.content))
        elif item.kind in {"h1", "h2", "h3"}:
            parts.append(f"{'#' * int(item.kind[1])} {item.content}")
        elif item.kind == "role":
            parts.append(f"# {item.content}")
        elif item.kind in {"list", "numbered"}:
            parts.append("\n".join(_listed(item.content, "1." if item.kind == "numbered" else "-", 0)))
        elif item.kind == "table":
            head, *rows = [f"| {' | '.join(row)} |" for row in item.content]
            parts.append("\n".join([head, "|---" * len(item.content[0]) + "|", *rows]))
        elif item.kind == "quote":
            parts.append(f"> {item.content}")
        else:
            notes.append(f"[^{len(notes)}]: {item.content[1]}")
            parts.append(f"{item.content[0]}[^{len(notes) - 1}]")
    return "\n\n<!-- apart -->\n\n".join([*parts, *notes]) + "\n"


def html(document: list[Item]) -> str:
    """The document as a page."""
    parts = ["<!DOCTYPE html><html><head><meta charset=utf-8></head><body>"]
    for item in document:
        if item.kind == "text":
            parts.append(f"<p>{_tagged(item.content)}</p>")
        elif item.kind in {"h1", "h2", "h3"}:
            parts.append(f"<{item.kind}>{item.content}</{item.kind}>")
        elif item.kind == "role":
            parts.append(f"<h1>{item.content}</h1>")
        elif item.kind in {"list", "numbered"}:
            parts.append(_listed_html(item.content, "ol" if item.kind == "numbered" else "ul"))
        elif item.kind == "table":
            rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in item.content]
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        elif item.kind == "quote":
            parts.append(f"<blockquote><p>{item.content}</p></blockquote>")
        else:
            parts.append(f"<p>{item.content[0]}<sup>1</sup></p><div><p>{item.content[1]}</p></div>")
    return "\n".join([*parts, "</body></html>"])


def plain(document: list[Item]) -> str:
    """The document as plain text."""
    parts = []
    for item in document:
        if item.kind == "text":
            parts.append(" ".join(words for _, words in item.content))
        elif item.kind in {"list", "numbered"}:
            parts.append("\n".join(_listed(item.content, "1." if item.kind == "numbered" else "•", 0)))
        elif item.kind == "table":
            parts.append("\n".join("   ".join(row) for row in item.content))
        elif item.kind == "h1":
            parts.append(f"{item.content}\n======")
        else:
            parts.append(item.content if isinstance(item.content, str) else "\n\n".join(item.content))
    return "\n\n".join(parts) + "\n"


def word(document: list[Item]) -> bytes:
    """The document as Word writes it, by python-docx: with runs, styles of lists, tables; notes as text boxes."""
    made = docx.Document()
    for item in document:
        if item.kind == "text":
            _runs(made.add_paragraph(), item.content)
        elif item.kind in {"h1", "h2", "h3"}:
            made.add_heading(item.content, int(item.kind[1]))
        elif item.kind == "role":
            made.add_heading(item.content, 1)
        elif item.kind in {"list", "numbered"}:
            _add_items(made, item.content, "List Number" if item.kind == "numbered" else "List Bullet", 1)
        elif item.kind == "table":
            table = made.add_table(len(item.content), len(item.content[0]))
            for row, cells in zip(table.rows, item.content, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        elif item.kind == "quote":
            made.add_paragraph(item.content, style="Quote")
        else:
            add_text_box(made.add_paragraph(item.content[0]), item.content[1])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def by_pandoc(form: str) -> Callable[[list[Item]], bytes]:
    """A maker of documents as pandoc writes them: `docx` or `odt`, with real notes."""

    def make(document: list[Item]) -> bytes:
        command = [program(), "-f", "markdown", "-t", form, "-o", "-"]
        return subprocess.run(command, input=markdown(document).encode(), capture_output=True, check=True).stdout

    return make


def add_text_box(paragraph: Any, text: str) -> None:
    """Anchor a text box in a paragraph, as Word 2010 writes it: the new drawing, and the old one for older programs."""
    from docx.oxml import parse_xml

    spaces = {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    box = f"<w:txbxContent><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
    data = f'<a:graphicData uri="{spaces["wps"]}">{shape}</a:graphicData>'
    drawing = f"<w:drawing><wp:anchor><a:graphic>{data}</a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    run = f"<w:r {declared}><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    paragraph._p.append(parse_xml(run))


def _marked(parts: list[list[str]]) -> str:
    marks = {"": "{}", "bold": "**{}**", "italic": "*{}*", "both": "***{}***", "link": "[{}](https://example.org)"}
    return " ".join(marks[dress].format(words) for dress, words in parts)


def _tagged(parts: list[list[str]]) -> str:
    tags = {"": "{}", "bold": "<b>{}</b>", "italic": "<i>{}</i>", "both": "<b><i>{}</i></b>", "link": '<a href="x">{}</a>'}
    return " ".join(tags[dress].format(words) for dress, words in parts)


def _listed(items: list[Any], sign: str, depth: int) -> list[str]:
    lines = []
    for text, below in items:
        lines.append(f"{'    ' * depth}{sign} {_marked(text)}")
        lines += _listed(below, sign, depth + 1)
    return lines


def _listed_html(items: list[Any], tag: str) -> str:
    inside = "".join(f"<li>{_tagged(text)}{_listed_html(below, tag) if below else ''}</li>" for text, below in items)
    return f"<{tag}>{inside}</{tag}>"


def _runs(paragraph: Any, parts: list[list[str]]) -> None:
    for number, (dress, words) in enumerate(parts):
        run = paragraph.add_run(f"{' ' * bool(number)}{words}")
        run.bold = dress in {"bold", "both"}
        run.italic = dress in {"italic", "both"}


def _add_items(made: Any, items: list[Any], style: str, depth: int) -> None:
    for text, below in items:
        _runs(made.add_paragraph(style=style if depth == 1 else f"{style} {min(depth, 3)}"), text)
        _add_items(made, below, style, depth + 1)
