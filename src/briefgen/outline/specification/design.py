"""How the brief looks, what a press is to get, and which advice is not wanted."""

from briefgen.advice import RULES
from briefgen.outline.kinds import Key, ListKind, MapKind, Mapping, TextKind
from briefgen.outline.specification.common import FLAG, FOCUS, PLAIN, TEXT
from briefgen.standards import STANDARDS

_IN_WORDS = {
    "1": ("one", "single", "one column", "single column", "1 column"),
    "2": ("two", "double", "two column", "two columns", "2 columns"),
}
_COLUMNS = tuple([(word, f"write {count}") for count, words in _IN_WORDS.items() for word in words])

DESIGN = Mapping(
    "design",
    "How the brief looks.",
    (
        Key("paper", TextKind(choices=("a4", "letter", "a5")), "The paper.", default="a4"),
        Key(
            "columns",
            TextKind(choices=("1", "2", "margin"), refused=_COLUMNS),
            "The columns of text: one, two, or one beside a margin column.",
            default="2",
        ),
        Key(
            "look",
            MapKind("look"),
            "How it looks as a whole: a look of briefgen’s (`briefgen looks`), a file of your own, or keys that change one.",
            default="modules",
        ),
        Key("accent", MapKind("accent"), "The one colour besides black; it has to stand in quotes.", default='`"#8a1c1c"`'),
        Key(
            "secondary",
            MapKind("secondary"),
            "A second colour, for looks and charts that have one; it has to stand in quotes.",
            default="as the look says",
        ),
        Key(
            "brand",
            PLAIN,
            "The house’s brand.yml (`_brand.yml`), as Quarto and Shiny read it: colours, families, logo, name and address. "
            "What the outline says itself goes before it.",
        ),
        Key(
            "cover",
            MapKind("cover"),
            "How page 1 opens: with the masthead, a band of the accent, a picture, a column of the accent, or as a cover "
            "of its own. A word is its kind.",
            default="masthead",
        ),
        Key("justify", FLAG, "true for justified text, false for ragged.", default="true"),
        Key(
            "kinsoku",
            TextKind(choices=("strict", "loose")),
            "What may begin a line of Japanese: small kana, ー, 々 and such may not (strict), or where it helps (loose).",
            default="strict",
        ),
        Key("section_numbers", FLAG, "true for numbers before the headings of sections and their parts.", default="false"),
        Key("duplex", FLAG, "true for margins mirrored on left-hand pages.", default="false"),
        Key(
            "pages",
            TextKind("integer"),
            "The page count: the brief is fitted to it, or the build says by how many lines it is too long or short.",
        ),
        Key(
            "density",
            TextKind(choices=("airy", "usual", "dense")),
            "How much stands on a page: airy has larger type, wider margins and more space, dense has less of all.",
            default="usual, or as the look says",
        ),
        Key(
            "note_place",
            TextKind(choices=("foot", "margin", "end")),
            "Where notes stand: at the foot of the column that has their mark, in the margin column beside its line, or "
            "together at the end.",
            default="end, or margin where `columns` is `margin`",
        ),
        Key("typefaces", MapKind("typefaces"), "Families of faces, by name, or font files of your own."),
        Key(
            "embed_source",
            FLAG,
            "true to embed the outline and all files that it names, whole and unchanged, in the PDF, which is then PDF/A-3a "
            "instead of PDF/A-2a; `briefgen extract` gives them back.",
            default="false",
        ),
        Key(
            "standards",
            ListKind(TextKind(choices=tuple(STANDARDS))),
            "What the PDF has to conform to. PDF/UA-2 with PDF/A-4, or -4f with the source embedded, is a file of PDF 2.0. "
            "Where no file can keep all of them, there is an error and no file.",
            default="PDF/UA-1 and PDF/A-2a, or PDF/A-3a with the source embedded",
        ),
    ),
    """\
paper: letter
columns: 1
accent: "#1c5a8a"
justify: false
""",
)

COVER = Mapping(
    "cover",
    "How page 1 opens. A text is its kind. Colour and picture run to the edges of the paper: into the bleed for a press.",
    (
        Key(
            "kind",
            TextKind(choices=("masthead", "band", "picture", "column", "plate")),
            "`masthead`: a bar, title in black. `band`: the title in white on a band of the accent. `picture`: the same on "
            "a photograph, darkened where words stand until white has 5:1. `column`: a column of the accent at the left has "
            "publisher, series and authors. `plate`: a cover page of its own, for seven pages and more, with the title on a "
            "white plate over a picture or the accent; the text begins on page 2.",
            default="picture when there is one, else masthead",
        ),
        Key("picture", PLAIN, "The picture: an image file, of a `plate` also a drawing (SVG, PDF)."),
        Key("alt", TextKind(may_be_empty=True), "What the picture shows, for those who cannot see it."),
        Key("decorative", FLAG, "true when the picture says nothing; no reader is told of it.", default="false"),
        FOCUS,
        Key("credit", TEXT, "Whose picture it is."),
        Key(
            "height",
            TextKind("cover_height"),
            "How high a band or picture is, from the edge of the paper. It grows when its words need more.",
            default="95mm of a band and 120mm of a picture on A4, in proportion on other paper",
        ),
        Key(
            "back",
            FLAG,
            "false for a `plate` without its like at the back, where contact, disclaimer and imprint stand on a plate. A "
            "duplex brief has none whose last page would be a right-hand one.",
            default="true",
        ),
    ),
    """\
kind: picture
picture: assets/river.jpg
alt: The dry bed of the river below the dam.
focus: [30, 60]
credit: "Photograph: A. Example"
""",
    short="kind",
)

ACCENT = Mapping(
    "accent",
    "The accent on a screen and in ink. A text is its colour on a screen; a press then gets the nearest inks.",
    (
        Key("screen", TextKind("colour"), "The colour on a screen.", required=True),
        Key(
            "cmyk",
            ListKind(TextKind("percent"), single=False, length=4),
            "The same in cyan, magenta, yellow and black, in percent; of a spot colour, what stands for it elsewhere.",
        ),
        Key("spot", TextKind("ink"), "The name of a spot colour that the press runs for it, on a plate of its own."),
    ),
    """\
screen: "#8a1c1c"
cmyk: [25, 95, 85, 20]
spot: PANTONE 7622 C
""",
    short="screen",
)

SECONDARY = Mapping(
    "secondary",
    "The second colour on a screen and in ink. A text is its colour on a screen; a press then gets the nearest inks.",
    (
        Key("screen", TextKind("colour"), "The colour on a screen.", required=True),
        Key(
            "cmyk",
            ListKind(TextKind("percent"), single=False, length=4),
            "The same in cyan, magenta, yellow and black, in percent.",
        ),
    ),
    """\
screen: "#c0673a"
cmyk: [10, 65, 80, 10]
""",
    short="screen",
)

# scripts beyond Latin, Greek and Cyrillic for which an outline can name a family, and which one sets it when none is named
SCRIPTS = {
    "arabic": (
        "Arabic, Persian and Urdu",
        "Amiri in the text, IBM Plex Sans Arabic in headings; `pip install 'briefgen[arabic]'`",
    ),
    "hebrew": ("Hebrew", "Frank Ruhl Libre in the text, Assistant in headings; `pip install 'briefgen[hebrew]'`"),
    "devanagari": ("Hindi, Nepali and Marathi", "Noto Sans Devanagari; `pip install 'briefgen[indic]'`"),
    "tamil": ("Tamil", "Noto Sans Tamil; `pip install 'briefgen[indic]'`"),
    "telugu": ("Telugu", "Noto Sans Telugu; `pip install 'briefgen[indic]'`"),
    "thai": ("Thai", "Sarabun in the text, Noto Sans Thai in headings; `pip install 'briefgen[thai]'`"),
    "khmer": ("Khmer", "Noto Sans Khmer; `pip install 'briefgen[khmer]'`"),
    "bengali": ("Bengali", ""),
    "gurmukhi": ("Punjabi", ""),
    "gujarati": ("Gujarati", ""),
    "odia": ("Odia", ""),
    "kannada": ("Kannada", ""),
    "malayalam": ("Malayalam", ""),
    "sinhala": ("Sinhala", ""),
    "lao": ("Lao", ""),
    "burmese": ("Burmese", ""),
    "armenian": ("Armenian", ""),
    "georgian": ("Georgian", ""),
    "ethiopic": ("Amharic and Tigrinya", ""),
    "cjk": ("Chinese, Japanese and Korean", ""),
}

TYPEFACES = Mapping(
    "typefaces",
    "Families, and font files: TrueType, CFF OpenType, variable. What has a slash or a font's ending is a file; any other "
    "text is the name of a family that is installed as a package: `pip install fontpkg-merriweather`.",
    (
        Key("body", MapKind("typeface"), "The face of the text.", default="Source Serif Pro"),
        Key("display", MapKind("typeface"), "The face of headings, boxes and tables.", default="Source Sans Pro"),
        Key("fallback", ListKind(PLAIN), "Families, or font files, for characters that the others lack."),
        *(
            Key(key, MapKind("typeface"), f"The face of {name} text.", default=usual)
            for key, (name, usual) in SCRIPTS.items()
        ),
    ),
    """\
body: Merriweather
display: {regular: fonts/Title.otf, bold: fonts/Title-Bold.otf}
fallback: [fonts/Symbols.ttf]
""",
)

TYPEFACE = Mapping(
    "typeface",
    "Faces of one design. A text is a family's name, which brings its italic and bold, or the file of the regular face. "
    "`fonts/Many.ttc#2` is the second face of a collection.",
    (
        Key("regular", PLAIN, "The regular face.", required=True),
        Key("italic", PLAIN, "The italic."),
        Key("bold", PLAIN, "The bold."),
        Key("bold_italic", PLAIN, "The bold italic."),
    ),
    "{regular: fonts/Text.otf, bold: fonts/Text-Bold.otf}\n",
    short="regular",
)

PRINT = Mapping(
    "print",
    "What a press is to get. Ask the printer.",
    (
        Key("bleed", TextKind("length"), "How far colour runs over the edge that is trimmed.", default="3mm"),
        Key(
            "marks",
            TextKind(choices=("none", "crop", "all")),
            "Marks outside the bleed: none, crop marks, or also registration marks and colour bars.",
            default="none",
        ),
        Key("slug", FLAG, "true for a line outside the bleed that says what the sheet is.", default="false"),
        Key("ink_limit", TextKind("ink_limit"), "The most ink that may lie on one spot, in percent.", default="300"),
        Key(
            "profile",
            PLAIN,
            "The ICC profile of the press: an output profile for CMYK (.icc). Without it, SWOP inks on coated paper.",
        ),
    ),
    """\
bleed: 3mm
marks: crop
profile: assets/PSOcoated_v3.icc
""",
)

ADVICE = Mapping(
    "advice",
    "What `briefgen check` says as an editor, besides what is wrong. A list is what is not wanted.",
    (
        Key(
            "without",
            ListKind(TextKind(choices=tuple(RULES))),
            "The rules that are to say nothing, by their names in [Editorial advice](#editorial-advice).",
            required=True,
        ),
    ),
    "{without: [long-sentence, no-deadline]}\n",
    short="without",
)
