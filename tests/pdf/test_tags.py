"""The tag tree of a brief with one of each structure, read back by pikepdf."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image as Pixels
from PIL import ImageCms

from briefgen.content.brief import (
    Back,
    Brief,
    Cell,
    Fact,
    Figure,
    List,
    ListItem,
    Note,
    Paragraph,
    Picture,
    Recommendation,
    Recommendations,
    Section,
    Span,
    Table,
    Text,
)
from briefgen.geometry import Rect
from briefgen.layout.items import Anchor, Image, Item, Link, Pages
from briefgen.pdf.profile import srgb
from briefgen.pdf.write import write
from briefgen.problem import Place


def text(id: str, role: str, *words: str, language: str = "") -> Text:
    return Text(id, role, tuple(Span(word, language=language) for word in words))


def document(
    by_hand: Any, blocks: tuple[Any, ...], items: tuple[Item, ...], *more: tuple[Item, ...], back: Any = None
) -> Any:
    """The structure tree's Document element."""
    pages: Pages = by_hand.pages(items, *more)
    brief: Brief = by_hand.brief()
    brief = Brief(brief.metadata, brief.design, None, "", "Page", brief.front, (Section("s", None, blocks),), back, {})
    pdf = by_hand.read(write(pages, brief))
    return pdf.Root.StructTreeRoot.K[0]


def outline(element: Any) -> Any:
    """An element as nested lists: its role, then its kids; marked content and objects by a word each."""
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    seen: list[Any] = [str(element.S)[1:]]
    for kid in kids:
        if isinstance(kid, int):
            seen.append("content")
        elif kid.get("/Type") in ("/MCR", "/OBJR"):
            seen.append(str(kid.Type)[1:])
        else:
            seen.append(outline(kid))
    return seen


def show(by_hand: Any, *ids: str) -> tuple[Item, ...]:
    """A line on the page for each id."""
    return tuple(by_hand.run(f"shows {key}", 50, 50 + 14 * n, id=key, role="P") for n, key in enumerate(ids))


def test_order_is_the_brief_s_and_not_the_page_s(by_hand: Any) -> None:
    blocks = tuple(Paragraph(text(key, "P", "x")) for key in ("a", "b", "c"))
    section = document(by_hand, blocks, show(by_hand, "c", "a"), show(by_hand, "b", "a")).K
    assert outline(section) == ["Sect", ["P", "content", "MCR"], ["P", "content"], ["P", "content"]]
    assert [int(part.MCID) for part in [section.K[0].K[1]]] == [1]
    assert section.K[0].K[0] == 1  # a came second on page 1


def test_lists_have_labels_and_bodies(by_hand: Any) -> None:
    inner = List("l2", False, (ListItem("i2", text("i2.l", "Lbl", "–"), text("i2.b", "LBody", "x")),))
    items = (
        ListItem("i1", text("i1.l", "Lbl", "1."), text("i1.b", "LBody", "x"), inner),
        ListItem("i3", text("i3.l", "Lbl", "2."), text("i3.b", "LBody", "x")),
    )
    shown = show(by_hand, "i1.l", "i1.b", "i2.l", "i2.b", "i3.l", "i3.b")
    found = document(by_hand, (List("l1", True, items),), shown).K.K
    leaf = ["Lbl", "content"]
    nested = ["L", ["LI", leaf, ["LBody", "content"]]]
    assert outline(found) == ["L", ["LI", leaf, ["LBody", ["P", "content"], nested]], ["LI", leaf, ["LBody", "content"]]]
    assert (found.A.O, found.A.ListNumbering) == ("/List", "/Decimal")
    assert found.K[0].K[1].K[1].A.ListNumbering == "/Disc"


def test_records_of_any_kind_become_bodies_of_list_items(by_hand: Any) -> None:
    recommendation = Recommendation(
        "r1",
        text("r1.l", "Lbl", "1"),
        1,
        text("r1.a", "P", "x"),
        facts=(Fact(text("f.l", "Span", "For"), text("f.v", "Span", "x")),),
    )
    block = Recommendations("r", None, (recommendation,))
    found = document(by_hand, (block,), show(by_hand, "r1.l", "r1.a", "f.l", "f.v")).K.K
    spans = [["Span", "content"], ["Span", "content"]]
    assert outline(found) == ["L", ["LI", ["Lbl", "content"], ["LBody", ["P", "content"], *spans]]]


def test_what_is_no_item_stands_beside_its_list(by_hand: Any) -> None:
    recommendation = Recommendation("r1", text("r1.l", "Lbl", "1"), 1, text("r1.a", "P", "x"))
    block = Recommendations("r", text("r.note", "P", "All are derived."), (recommendation,))
    section = document(by_hand, (block,), show(by_hand, "r1.l", "r1.a", "r.note")).K
    assert outline(section) == ["Sect", ["P", "content"], ["L", ["LI", ["Lbl", "content"], ["LBody", ["P", "content"]]]]]


def test_tables_have_rows_and_scopes(by_hand: Any) -> None:
    head = (text("h1", "TH", "x"), text("h2", "TH", "x"))
    rows = ((text("c11", "TD", "x"), text("c12", "TD", "")), (text("c21", "TD", "x"), text("c22", "TD", "x")))
    block = Table("t", text("t.c", "Caption", "x"), None, head, rows, ("left", "right"))
    found = document(by_hand, (block,), show(by_hand, "t.c", "h1", "h2", "c11", "c21", "c22")).K.K
    row = ["TR", ["TD", "content"], ["TD", "content"]]
    headings = ["THead", ["TR", ["TH", "content"], ["TH", "content"]]]
    # the empty cell keeps its place
    assert outline(found) == [
        "Table",
        ["Caption", "content"],
        headings,
        ["TBody", ["TR", ["TD", "content"], ["TD"]], row],
    ]
    assert found.K[1].K.K[0].A.Scope == "/Column"


def test_a_head_cell_below_the_head_heads_its_row(by_hand: Any) -> None:
    head = (text("h1", "TH", ""), text("h2", "TH", "x"))
    rows = ((text("c11", "TH", "x"), text("c12", "TD", "x")), (text("c21", "TD", ""), text("c22", "TD", "x")))
    block = Table("t", None, None, head, rows, ("left", "right"))
    table = document(by_hand, (block,), show(by_hand, "h2", "c11", "c12", "c22")).K.K
    body = [["TR", ["TH", "content"], ["TD", "content"]], ["TR", ["TD"], ["TD", "content"]]]
    assert outline(table) == ["Table", ["THead", ["TR", ["TH"], ["TH", "content"]]], ["TBody", *body]]
    assert table.K[0].K.K[0].A.Scope == "/Column"
    assert table.K[1].K[0].K[0].A.Scope == "/Row"


def test_a_table_says_what_it_holds(by_hand: Any) -> None:
    block = Table(
        "t", None, None, (text("h1", "TH", "x"),), ((text("c11", "TD", "x"),),), ("left",), summary="Wells by year"
    )
    assert str(document(by_hand, (block,), show(by_hand, "h1", "c11")).K.K.A.Summary) == "Wells by year"


def test_lettered_lists_say_so(by_hand: Any) -> None:
    items = (ListItem("i1", text("i1.l", "Lbl", "a."), text("i1.b", "LBody", "x")),)
    found = document(by_hand, (List("l1", True, items, lettered=True),), show(by_hand, "i1.l", "i1.b")).K.K
    assert found.A.ListNumbering == "/LowerAlpha"


@pytest.mark.parametrize("linked", [True, False])
def test_note_marks_are_references(by_hand: Any, linked: bool) -> None:
    """On paper alone too, where nothing can be clicked; a superscript that points nowhere is none."""
    words = Text("p", "P", (Span("Said"), Span("1", superior=True, target="note-1"), Span("2", superior=True)))
    items = [by_hand.run(word, 50 + 20 * n, 50, id="p", role="P", span=n) for n, word in enumerate(("Said", "1", "2"))]
    if linked:
        items += [Link(Rect(70, 40, 5, 10), "1", target="note-1", id="p", span=1), Anchor("note-1", 50, 60)]
    found = outline(document(by_hand, (Paragraph(words),), tuple(items)).K.K)
    assert found == ["P", "content", ["Reference", ["Link", "content", "OBJR"] if linked else "content"], "content"]


def test_figures_have_alt_and_box(by_hand: Any, tmp_path: Path) -> None:
    Pixels.new("L", (4, 4)).save(tmp_path / "a.png")
    picture = Picture(tmp_path / "a.png", 4, 4, Place("x"))
    blocks = (
        Figure("f", picture, "A map", caption=text("f.c", "Caption", "x")),
        Figure("g", picture, "", decorative=True, caption=text("g.c", "Caption", "x")),
    )
    items = (
        Image(Rect(10, 20, 30, 40), picture, id="f"),
        Image(Rect(10, 20, 30, 40), picture, id="g", artifact="Layout"),
        *show(by_hand, "f.c", "g.c"),
    )
    section = document(by_hand, blocks, items).K
    assert outline(section) == ["Sect", ["Figure", ["Caption", "content"], "content"], ["P", "content"]]
    figure = section.K[0]
    assert str(figure.Alt) == "A map"
    height = by_hand.height
    assert [float(n) for n in figure.A.BBox] == pytest.approx([10, height - 60, 40, height - 20], abs=0.001)


def test_links_and_phrases_in_another_language(by_hand: Any) -> None:
    words = Text("p", "P", (Span("see "), Span("there", target="q"), Span(" or "), Span("là-bas", language="fr")))
    items = tuple(by_hand.run(span.text, 50 + 60 * n, 50, id="p", role="P", span=n) for n, span in enumerate(words.spans))
    link = Link(Rect(110, 40, 50, 12), "there", target="q", id="p", span=1)
    section = document(by_hand, (Paragraph(words),), (*items, link, Anchor("q", 0, 0))).K
    assert outline(section.K) == ["P", "content", ["Reference", ["Link", "content", "OBJR"]], "content", ["Span", "content"]]
    assert str(section.K.K[3].Lang) == "fr"
    annotation = section.K.K[1].K.K[1].Obj
    assert str(annotation.Contents) == "there"


def test_scripts_are_spans(by_hand: Any) -> None:
    words = Text("p", "P", (Span("CO"), Span("2", script="~"), Span(" too")))
    items = tuple(by_hand.run(span.text, 50 + 60 * n, 50, id="p", role="P", span=n) for n, span in enumerate(words.spans))
    section = document(by_hand, (Paragraph(words),), items).K
    assert outline(section.K) == ["P", "content", ["Span", "content"], "content"]


def test_notes_are_found_by_their_ids(by_hand: Any) -> None:
    back = Back("back", None, (Note("note.1", text("n.l", "Lbl", "1"), text("n.t", "P", "x")),), ())
    found = document(by_hand, (), show(by_hand, "n.l", "n.t"), back=back)
    note = found.K.K
    assert outline(found) == ["Document", ["Sect", ["Note", ["Lbl", "content"], ["P", "content"]]]]
    assert str(note.ID) == "note.1"


def test_parents_of_content_and_links(by_hand: Any) -> None:
    pages = by_hand.pages(
        (*show(by_hand, "a", "b"), Link(Rect(0, 0, 9, 9), "x", uri="https://a.b/", id="b", span=1)), show(by_hand, "b")
    )
    pdf = by_hand.read(write(pages, by_hand.brief(pages)))
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(numbers[::2], numbers[1::2], strict=True))
    a, b = pdf.Root.StructTreeRoot.K[0].K.K
    assert [parent.objgen for parent in tree[0]] == [a.objgen, b.objgen]
    assert [parent.objgen for parent in tree[1]] == [b.objgen]
    (annotation,) = pdf.pages[0].Annots
    assert tree[annotation.StructParent].S == "/Link"
    assert [page.obj.StructParents for page in pdf.pages] == [0, 1]
    assert pdf.Root.MarkInfo.Marked


def test_content_without_an_element_is_refused(by_hand: Any) -> None:
    with pytest.raises(KeyError):
        write(by_hand.pages(show(by_hand, "nowhere")), by_hand.brief())


def test_the_profile_is_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    made = Pixels.new("RGB", (17, 17))
    made.putdata([(15 * x, 15 * y, (x * y) % 256) for x in range(17) for y in range(17)])
    seen = ImageCms.profileToProfile(made, profile, ImageCms.createProfile("sRGB"))
    assert seen is not None
    assert max(abs(a - b) for a, b in zip(made.tobytes(), seen.tobytes(), strict=True)) <= 1


def test_the_intent_and_the_labels(by_hand: Any) -> None:
    pdf = by_hand.open()
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.read_bytes() == srgb()
    with pdf.open_metadata() as packet:
        assert (packet["pdfaid:part"], packet["pdfaid:conformance"], packet["pdfuaid:part"]) == ("2", "A", "1")


def test_cells_of_groups_say_what_heads_them(by_hand: Any) -> None:
    """The name of a group stands once, for all its rows: where Scope cannot tell, Headers does."""
    head = tuple(text(f"h{n}", "TH", "x") for n in range(3))
    name = Cell("g", "TH", (Span("x"),), 2)
    rows = (
        (name, text("r1", "TH", "x"), text("c1", "TD", "x")),
        (text("g2", "", ""), text("r2", "TH", "x"), text("c2", "TD", "x")),
    )
    block = Table(
        "t", text("t.c", "Caption", "x"), text("t.u", "Caption", "x"), head, rows, ("left",) * 3, text("t.s", "P", "x")
    )
    shown = show(by_hand, "t.c", "t.u", "h0", "h1", "h2", "g", "r1", "c1", "r2", "c2", "t.s")
    table, source = document(by_hand, (block,), shown).K.K
    caption, _, body = table.K
    assert outline(caption) == ["Caption", ["P", "content"], ["P", "content"]]
    assert outline(source) == ["P", "content"]
    first, second = body.K
    assert (int(first.K[0].A.RowSpan), len(second.K)) == (2, 2)
    heads = [[bytes(key).decode() for key in cell.A.Headers] for cell in (first.K[2], second.K[1])]
    assert heads == [["g", "r1", "h2"], ["g", "r2", "h2"]]
    assert str(second.K[0].A.Scope) == "/Row"
