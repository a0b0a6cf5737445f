"""A box with a page of its own."""

from support.briefs import Maker, make_brief

from briefgen.content.brief import Box, Paragraph, Section
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs, Rule
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


def test_nothing_else_stands_on_its_page_and_its_ground_fills_it() -> None:
    maker = Maker()
    alone = maker.text("Alone.")
    box = Box("box", None, (Paragraph(alone),), spanning=True, here=True, full=True)
    blocks = (Paragraph(maker.text("Before.")), box, Paragraph(maker.text("After.")))
    brief = make_brief((Section("s", None, blocks),), maker)
    pages = lay_out(brief, Typesetter(FontBook.load(None, None, (), Problems()), "en-GB"), Problems())
    (page,) = [page for page in pages.pages if alone.id in {getattr(item, "id", "") for item in page.items}]
    assert {item.id for item in page.items if isinstance(item, Glyphs) and item.id} == {alone.id}
    assert pages.shape
    frame = pages.shape.rows * pages.shape.leading
    assert max(item.rect.height for item in page.items if isinstance(item, Rule)) > 0.95 * frame
