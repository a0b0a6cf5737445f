import io
from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefgen.geometry import Rect
from briefgen.layout.items import Anchor, Bookmark, Link
from briefgen.pdf.write import write


def test_links_lead_where_they_say(by_hand: Any) -> None:
    sheet = (
        Link(Rect(50, 100, 80, 12), "the report", uri="https://example.org/é?a=(b)", id="p"),
        Link(Rect(50, 120, 80, 12), "finding 2", target="finding.doctrine", id="p"),
    )
    pages = by_hand.pages(sheet, (Anchor("finding.doctrine", 50, 200),))
    pdf = pikepdf.open(io.BytesIO(write(pages, by_hand.brief(pages))))
    outside, inside = pdf.pages[0].Annots
    assert str(outside.A.URI) == "https://example.org/%C3%A9?a=(b)"
    assert str(outside.Contents) == "the report"
    assert [float(n) for n in outside.Rect] == pytest.approx([50, by_hand.height - 112, 130, by_hand.height - 100])
    names = list(pdf.Root.Names.Dests.Names)
    place = dict(zip(map(str, names[::2]), names[1::2], strict=True))[str(inside.Dest)]
    assert place[0].objgen == pdf.pages[1].obj.objgen
    assert [float(place[2]), float(place[3])] == pytest.approx([50, by_hand.height - 200], abs=0.001)


def test_link_to_nothing_is_refused(by_hand: Any) -> None:
    with pytest.raises(KeyError):
        by_hand.file(Link(Rect(0, 0, 1, 1), "nowhere", target="nowhere"))


def test_names_are_sorted_by_their_bytes(by_hand: Any) -> None:
    ids = ["zebra", "Alpha", "été", "alpha", "10", "9"]
    pdf = by_hand.open(*(Anchor(name, 0, 10 * i) for i, name in enumerate(ids)))
    names = [bytes(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
    assert names == sorted(name.encode() for name in ids)


def test_bookmarks_nest(by_hand: Any) -> None:
    entries = [("Title", 0), ("One", 1), ("Part of one", 2), ("Two", 1), ("Notes “ü”", 0)]
    bookmarks = tuple(Bookmark(title, level, "here") for title, level in entries)
    data = write(by_hand.pages((Anchor("here", 50, 60),), bookmarks=bookmarks), by_hand.brief())
    pdf = pypdfium2.PdfDocument(data)
    assert [(mark.get_title(), mark.level) for mark in pdf.get_toc()] == entries
    assert pikepdf.open(io.BytesIO(data)).Root.Outlines.Count == len(entries)


def test_bookmark_that_skips_a_level_still_has_a_parent(by_hand: Any) -> None:
    bookmarks = (Bookmark("Title", 0, "here"), Bookmark("Deep", 2, "here"))
    data = write(by_hand.pages((Anchor("here", 50, 60),), bookmarks=bookmarks), by_hand.brief())
    assert [mark.level for mark in pypdfium2.PdfDocument(data).get_toc()] == [0, 1]
