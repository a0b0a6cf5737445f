"""The rules by which files are judged: their codes, what breaks them, how grave that is, and where each limit comes from.

Comes in: nothing. Goes out: data. The promise: the judge reports no code that is not in this table. Refuses to know how a
rule is checked.

A limit that ISO 15930-7 (PDF/X-4) or ISO 32000-1 states is theirs; "GWG" is a rule of the kind in the Ghent Workgroup's
specifications for sheet-fed offset; "press practice" is what commercial printers ask of files.
"""

from typing import Literal

import msgspec

from briefgen.geometry import mm

Severity = Literal["error", "warning", "note"]


class Rule(msgspec.Struct, frozen=True):
    """A rule: what breaks it, the source of its limit, and its severity for a press and for an office printer or e-mail.

    None: these rules do not ask for it. `standards`: what a file that claims one of them may not do either.
    """

    meaning: str
    source: str
    press: Severity | None = "error"
    office: Severity | None = None
    standards: tuple[str, ...] = ()


class Rules(msgspec.Struct, frozen=True):
    """Limits. Lengths in points; resolutions in dots an inch: an error below the first, a warning below the second."""

    name: Literal["press", "office"]
    resolution: tuple[float, float]
    line_art: tuple[float, float]
    safety: tuple[float, float]  # text nearer to the trim: an error, a warning
    bleed: float = mm(3)
    hairline: float = 0.25
    ink: float = 300.0  # percent
    black_text: float = 24.0  # type of this size and larger may be rich black
    spots: int = 2  # more make a job of more than six plates
    smallest: float = 5.0  # of text
    title: str = ""  # of rules that a printer has made of these
    severities: dict[str, Severity | None] = {}  # by code, in place of the rules' own

    def severity(self, code: str) -> Severity | None:
        """How grave it is to break a rule; None: it is not asked for."""
        if code in self.severities:
            return self.severities[code]
        return RULES[code].press if self.name == "press" else RULES[code].office


PRESS = Rules(name="press", resolution=(225, 300), line_art=(600, 1200), safety=(mm(3), mm(5)))
OFFICE = Rules(name="office", resolution=(75, 150), line_art=(75, 150), safety=(0, 12))
SETS = {"press": PRESS, "office": OFFICE}

_X, _A, _UA = "PDF/X", "PDF/A", "PDF/UA"

RULES: dict[str, Rule] = {
    # the file as a whole
    "preflight/unreadable": Rule("The file is missing, may not be read, or is no PDF.", "ISO 32000-1, 7.5", office="error"),
    "preflight/password": Rule("The file cannot be opened without a password.", "ISO 32000-1, 7.6", office="error"),
    "preflight/damaged": Rule(
        "Part of the file is damaged; other programs may read it otherwise.", "ISO 32000-1, 7.5", office="error"
    ),
    "preflight/repaired": Rule(
        "The file is not written as it should be, in ways that readers repair without losing anything.",
        "ISO 32000-1, 7.5",
        "note",
        "note",
    ),
    "preflight/faulty-content": Rule(
        "A content stream is not written as it should be; programs may show it in different ways.",
        "ISO 32000-1, 7.8.2",
        press="warning",
        office="warning",
    ),
    "preflight/too-large": Rule(
        "The file or a part of it is too large or too deeply nested to be judged whole.",
        "limits of briefgen",
        office="error",
    ),
    "preflight/too-many": Rule("There are more than 5,000 findings of one code.", "limits of briefgen", office="error"),
    "preflight/no-pages": Rule("The file has no page.", "ISO 32000-1, 7.7.3", office="error"),
    "print/encrypted": Rule("The file is encrypted, even if it opens.", "ISO 15930-7", office="warning", standards=(_X, _A)),
    # pages and their boxes
    "print/no-trim-box": Rule("A page has no TrimBox (and no ArtBox), so its final size is not said.", "ISO 15930-7"),
    "print/boxes-not-nested": Rule(
        "A page's boxes do not lie within each other: trim in bleed in media, trim in crop.",
        "ISO 15930-7; ISO 32000-1, 14.11.2",
        office="warning",
        standards=(_X,),
    ),
    "print/bleed-too-small": Rule(
        "The BleedBox leaves less than 3 mm round the trim; an error where artwork reaches the trim.", "press practice"
    ),
    "print/bleed-not-filled": Rule("Artwork reaches the trim but does not go on through the bleed.", "press practice"),
    "print/mixed-page-sizes": Rule("Pages have different sizes.", "GWG; press practice", office="warning"),
    "print/page-count": Rule(
        "The number of pages is not 1, 2 or a multiple of 4, so blank pages will be added.",
        "press practice",
        press="warning",
    ),
    "print/paper-size": Rule(
        "The page has not the size of a paper that office printers hold (ISO A3 to A5, US Letter, Legal, Tabloid).",
        "ISO 216; ANSI Y14.1",
        press=None,
        office="warning",
    ),
    "print/user-unit": Rule(
        "The page is scaled by UserUnit, which printers' programs pass over.", "ISO 32000-1, 14.11.2; GWG", press="error"
    ),
    # text
    "print/font-not-embedded": Rule(
        "Text is set in a font that the file does not hold.",
        "ISO 15930-7; ISO 32000-1, 9.9",
        office="error",
        standards=(_X, _A, _UA),
    ),
    "print/text-near-trim": Rule(
        "Text stands nearer than 5 mm to the trim (an error under 3 mm); for office printers, nearer than 12 pt.",
        "press practice; margins of office printers",
        office="warning",
    ),
    "print/small-text": Rule("Text is smaller than 5 pt.", "press practice", press="warning", office="warning"),
    "print/black-text": Rule(
        "Black text under 24 pt in more inks than black, which blurs when plates shift.", "GWG; press practice"
    ),
    "print/black-knockout": Rule(
        "Black text under 12 pt that does not overprint, so white edges show when plates shift.",
        "GWG; ISO 32000-1, 8.6.7",
        press="warning",
    ),
    # lines and pictures
    "print/hairline": Rule("A line, or a filled shape, thinner than 0.25 pt.", "GWG; ISO 32000-1, 8.4.3.2"),
    "print/low-resolution": Rule(
        "A picture has too few pixels where it stands: under 225 dpi an error, under 300 a warning; office: 75 and 150.",
        "press practice",
        office="error",
    ),
    "print/coarse-line-art": Rule(
        "A picture of one bit a pixel has too few where it stands: under 600 dpi an error, under 1200 a warning; "
        "office: 75 and 150.",
        "press practice; GWG",
        office="error",
    ),
    "print/bad-image": Rule("The pixels of a picture cannot be read.", "ISO 32000-1, 8.9.5", office="error"),
    # colour and ink
    "print/rgb": Rule("RGB that no profile describes, on a press that prints other inks.", "ISO 15930-7", standards=(_X,)),
    "print/managed-rgb": Rule(
        "RGB or Lab with a profile, which the printer will convert.", "GWG; press practice", press="warning"
    ),
    "print/managed-cmyk": Rule(
        "CMYK with a profile of its own, which the printer's program converts: black may become four inks.",
        "GWG",
        press="warning",
    ),
    "print/managed-gray": Rule(
        "Grey with a profile of its own, which the printer's program converts: it may become four inks.",
        "GWG; press practice",
        press="warning",
    ),
    "print/unmanaged-colour": Rule(
        "Device colour of another kind than the output intent describes.",
        "ISO 15930-7; ISO 19005-2, 6.2.4.3",
        standards=(_X,),
    ),
    "print/white-overprint": Rule("White is set to overprint, so it vanishes.", "GWG; ISO 32000-1, 8.6.7"),
    "print/total-ink": Rule(
        "More ink in one place than 300 %: colours of text, lines and areas, and pixels averaged over 1/72 inch; "
        "where they add up, by the plates that Ghostscript makes.",
        "press practice (ISO 12647-2 printing conditions)",
    ),
    "print/ink-not-measured": Rule(
        "Ink may add up where colours overprint or are blended, and could not be measured.", "press practice", press="note"
    ),
    "print/registration-colour": Rule(
        "The registration colour, which is on all plates, within the bleed.", "ISO 32000-1, 8.6.6.4; GWG"
    ),
    "print/spot-colours": Rule(
        "Spot colours, each of which is a plate of its own: named and counted; more than two are a warning.",
        "press practice",
        press="note",
    ),
    "print/spot-conflict": Rule("One spot colour is defined in two ways.", "GWG; ISO 19005-2, 6.2.4.4", press="warning"),
    "print/blend-space": Rule(
        "Transparency is blended in another kind of colour than the press prints.",
        "ISO 15930-7; ISO 32000-1, 11.3.4",
        standards=(_X,),
    ),
    "print/transfer-function": Rule(
        "A transfer function changes the tones.", "ISO 15930-7; ISO 32000-1, 10.4", standards=(_X, _A)
    ),
    # output intent
    "print/no-output-intent": Rule(
        "The file does not say for which press it was made (no output intent of kind GTS_PDFX).",
        "ISO 15930-7; ISO 32000-1, 14.11.5",
    ),
    "print/several-output-intents": Rule("There is more than one output intent of kind GTS_PDFX.", "ISO 15930-7"),
    "print/output-condition": Rule("The output intent does not name its printing condition.", "ISO 15930-7"),
    "print/no-output-profile": Rule("The output intent holds no profile.", "ISO 15930-7"),
    "print/output-profile": Rule(
        "The output intent's profile is not a readable ICC profile of class prtr with as many channels as it says.",
        "ISO 15930-7; ICC.1, 7.2.5",
    ),
    "print/output-not-cmyk": Rule("The output intent is for another kind of press than CMYK.", "press practice"),
    # what paper cannot do
    "print/javascript": Rule(
        "The file holds JavaScript.", "ISO 15930-7; ISO 19005-2, 6.5.1", office="error", standards=(_X, _A)
    ),
    "print/action": Rule(
        "Something happens by itself, or a program is started: an action on opening, of a page or a field.",
        "ISO 15930-7; ISO 19005-2, 6.5",
        office="error",
        standards=(_X, _A),
    ),
    "print/annotation": Rule(
        "An annotation (a link, a comment, a field) within the bleed.", "ISO 15930-7; ISO 32000-1, 12.5", standards=(_X,)
    ),
    "print/form-field": Rule("The file is a form with fields to fill in.", "ISO 15930-7; ISO 32000-1, 12.7"),
    "print/embedded-file": Rule(
        "Files are embedded, which a press passes over.", "press practice; ISO 32000-1, 7.11.4", press="warning"
    ),
    "print/hidden-layers": Rule(
        "Layers: which of them are printed; a warning where print and screen differ.", "ISO 32000-1, 8.11; GWG", press="note"
    ),
    "print/external-content": Rule(
        "Content that is not in the file: an external stream, OPI, or a page of another file.",
        "ISO 15930-7; ISO 32000-1, 7.3.8",
        office="error",
        standards=(_X, _A),
    ),
    "print/postscript": Rule(
        "A PostScript fragment.", "ISO 15930-7; ISO 32000-1, 8.8.2", office="error", standards=(_X, _A)
    ),
    # what the file says of itself
    "preflight/pdfx-not-kept": Rule("The file says that it is PDF/X and breaks a rule of it.", "ISO 15930", office="error"),
    "preflight/pdfa-not-kept": Rule("The file says that it is PDF/A and breaks a rule of it.", "ISO 19005", office="error"),
    "preflight/pdfua-not-kept": Rule(
        "The file says that it is PDF/UA and breaks a rule of it.", "ISO 14289-1", office="error"
    ),
    "preflight/not-checked": Rule(
        "Rules of a standard that the file claims and that briefgen does not check.", "limits of briefgen", "note", "note"
    ),
    "preflight/verapdf": Rule("veraPDF was asked for and gave no answer.", "verapdf.org", "error", "error"),
    "preflight/unknown-label": Rule(
        "The file claims a standard, or a part of one, that does not exist.", "ISO 15930, 19005, 14289", "warning", "warning"
    ),
    "preflight/bad-metadata": Rule("The XMP metadata cannot be read.", "ISO 16684-1", "warning", "warning", (_X, _A, _UA)),
    "preflight/metadata-disagrees": Rule(
        "The metadata and the information dictionary say different things.",
        "ISO 19005-1, 6.7.3",
        "warning",
        "warning",
        (_A,),
    ),
    # readers
    "preflight/no-tags": Rule(
        "The file has no tags, so nobody can have it read aloud.", "ISO 32000-1, 14.8; WCAG 2.2", None, "warning"
    ),
    "preflight/no-title": Rule("The file has no title.", "WCAG 2.2, 2.4.2", None, "warning", (_UA,)),
    "preflight/no-language": Rule("The file does not say its language.", "WCAG 2.2, 3.1.1", None, "warning", (_UA,)),
    "preflight/no-alternative": Rule(
        "A tagged figure has no text for those who cannot see it.", "WCAG 2.2, 1.1.1", None, "warning", (_UA,)
    ),
    "preflight/no-unicode": Rule(
        "A font does not say which characters its glyphs are: the text cannot be copied, searched or read aloud.",
        "ISO 32000-1, 9.10",
        None,
        "warning",
        (_UA,),
    ),
}
