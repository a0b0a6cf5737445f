"""A brief in a script that no face has: reported at once, for to set it would take long and show nothing.

Comes: a brief and what its faces lack. Goes: a problem for each text that holds any of it. Promise: a text with a character
that no face has is reported. Refuses to know which face a character is set in; `setter` does, and reports the odd character.
"""

from briefgen.content.brief import Brief, Figure
from briefgen.content.reading import elements_of, texts_of
from briefgen.problem import Problems
from briefgen.typeset.characters import is_visible
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import missing_glyphs


def report_lacking(brief: Brief, lacking: frozenset[str], book: FontBook, problems: Problems) -> None:
    """Report each text with characters among `lacking`, at the first of them."""
    for text in texts_of(brief):
        words = text.plain
        found = lacking.intersection(words)
        if not found:
            continue
        first = next(character for character in words if character in found)
        flaw = next(missing_glyphs(first, book))
        more = f", nor for {len(found) - 1} other characters of this text" if len(found) > 1 else ""
        problems.add(flaw.code, brief.place(text.id, first), flaw.message + more, flaw.hint)


def report_lacking_in_art(brief: Brief, book: FontBook, problems: Problems) -> None:
    """Report each drawing with words that no face has all letters for: they would be missing without a trace."""
    faces = [book.face(family) for family in ("display", "body")]
    for figure in elements_of((brief.front, brief.sections)):
        if not isinstance(figure, Figure) or figure.picture.art is None:
            continue
        letters = filter(is_visible, dict.fromkeys(figure.picture.art.words))
        lacking = "".join(letter for letter in letters if not any(face.has(ord(letter)) for face in faces))
        if lacking:
            said = (
                f"`{figure.picture.path.name}` has words with “{lacking[:10]}”, and the brief's faces have no such letters"
            )
            hint = "save the drawing with its words as outlines (paths), or name a face under `typefaces` that has them"
            problems.add("content/svg-undrawn", figure.picture.place, said, hint)
