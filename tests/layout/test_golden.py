"""The first brief as placed items, in text: what a change of layout moves can be read in review."""

from pathlib import Path
from typing import Protocol

from briefgen.content.compose import compose
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Anchor, Drawing, Glyphs, Image, Item, Link, Pages, Rule
from briefgen.layout.items import Path as Outline
from briefgen.outline.read import read
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

ROOT = Path(__file__).parents[2]


class Golden(Protocol):
    def __call__(self, name: str, text: str) -> None: ...


def describe(item: Item) -> str:
    """An item in one line: kind, place, and what it is."""
    match item:
        case Glyphs():
            words = "".join(glyph.text for glyph in item.glyphs).replace("\u00ad", "-")
            face = f"{item.face.name} {item.size:g}"
            return f"text  {item.x:7.1f} {item.y:7.1f}  {item.id or item.artifact}  {face}  {words.strip()}"
        case Rule():
            return f"rule  {item.rect.x:7.1f} {item.rect.y:7.1f}  {item.rect.width:.1f} × {item.rect.height:.1f}"
        case Image():
            size = f"{item.rect.width:.1f} × {item.rect.height:.1f}"
            return f"image {item.rect.x:7.1f} {item.rect.y:7.1f}  {item.id}  {size}  {item.picture.path.name}"
        case Link():
            return f"link  {item.rect.x:7.1f} {item.rect.y:7.1f}  {item.id}  {item.uri or item.target}"
        case Anchor():
            return f"here  {item.x:7.1f} {item.y:7.1f}  {item.id}"
        case Drawing():
            shown = "".join([glyph.text for run in item.runs() for glyph in run.glyphs])
            size = f"{item.rect.width:.1f} × {item.rect.height:.1f}"
            return f"drawn {item.rect.x:7.1f} {item.rect.y:7.1f}  {item.id}  {size}  {shown}"
        case Outline():
            return f"path  {len(item.segments)} segments"


def dump(pages: Pages) -> str:
    lines = []
    for page in pages.pages:
        lines.append(f"page {page.number}  {page.width:.1f} × {page.height:.1f}")
        lines += [f"  {describe(item)}" for item in page.items]
    return "\n".join(lines) + "\n"


def test_the_first_brief_is_laid_out_as_before(golden: Golden) -> None:
    problems = Problems()
    outline = read(ROOT / "brief.yaml", problems)
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    setter = Typesetter(FontBook.load(None, None, (), problems), brief.metadata.language)
    golden("brief.layout.txt", dump(lay_out(brief, setter, problems)))
