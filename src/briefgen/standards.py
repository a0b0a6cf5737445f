"""The standards that a file can claim, and what each demands of whoever writes or judges one: data only.

Comes in: nothing. Goes out: `STANDARDS`, the table, and `Claim`, which says whether standards can be kept together. The
promise: what a writer sets because a standard wants it stands in this table and nowhere else. Refuses to know how a file is
written or read.
"""

import msgspec

Version = tuple[int, int]

# Prefixes of XMP properties: the namespace, and the name under which a packet describes it.
NAMESPACES = {
    "dc": ("http://purl.org/dc/elements/1.1/", "Dublin Core"),
    "pdf": ("http://ns.adobe.com/pdf/1.3/", "Adobe PDF"),
    "pdfaid": ("http://www.aiim.org/pdfa/ns/id/", "PDF/A identification"),
    "pdfuaid": ("http://www.aiim.org/pdfua/ns/id/", "PDF/UA identification"),
    "pdfxid": ("http://www.npes.org/pdfx/ns/id/", "PDF/X identification"),
    "schema": ("https://schema.org/", "schema.org"),
    "xmp": ("http://ns.adobe.com/xap/1.0/", "XMP Basic"),
    "xmpMM": ("http://ns.adobe.com/xap/1.0/mm/", "XMP Media Management"),
}


class Property(msgspec.Struct, frozen=True):
    """A property of the XMP packet with the value that a standard wants.

    One with a `meaning` is unknown to PDF/A, which then wants it described, with its XMP value type `kind`, in the packet
    itself (ISO 19005-2, 6.6.2.3).
    """

    prefix: str
    name: str
    value: str
    kind: str = ""
    meaning: str = ""

    @property
    def key(self) -> str:
        """The name with its prefix, as a packet spells it."""
        return f"{self.prefix}:{self.name}"


class Standard(msgspec.Struct, frozen=True):
    """What one standard demands. Clauses are named where the table is."""

    name: str
    newest: Version  # the newest header of a file
    properties: tuple[Property, ...]  # how the packet says that the file conforms
    information: tuple[tuple[str, str], ...] = ()  # entries of the Info dictionary, the values as they are written
    intent: str = ""  # the kind of output intent; "" when none is wanted
    classes: tuple[str, ...] = ()  # of the output intent's ICC profile; with no intent, any
    spaces: tuple[str, ...] = ()  # colour spaces of that profile, as its header spells them
    described: bool = False  # whether the packet describes the properties that PDF/A does not know
    embeds: bool = True  # whether files of any kind may be embedded
    linked: bool = True  # whether annotations may lie within the bleed
    dated: bool = False  # whether the file has to be dated
    oldest: Version = (1, 4)  # the oldest header
    sources: bool = False  # whether it is for files with embedded files alone
    declared: tuple[str, ...] = ()  # what else a file that conforms to it can declare itself to be


def _pdfa(part: str, embeds: bool) -> Standard:
    """PDF/A, level A (ISO 19005-2 and -3).

    6.1.2 header, 6.2.3 output intent, 6.6.2.3 described properties, 6.6.4 identification, 6.8 embedded files. Part 2 lets
    a file embed files in PDF/A alone; an outline is none.
    """
    named = Property("pdfaid", "part", part), Property("pdfaid", "conformance", "A")
    return Standard(
        f"PDF/A-{part}a",
        (1, 7),
        named,
        intent="GTS_PDFA1",
        classes=("mntr", "prtr"),
        spaces=("RGB ", "CMYK", "GRAY"),
        described=True,
        embeds=embeds,
    )


# ISO 14289-1: 5 identification; 6.1 header, that of ISO 32000-1
PDF_UA_1 = Standard(
    "PDF/UA-1", (1, 7), (Property("pdfuaid", "part", "1", "Integer", "Part of ISO 14289 that the file conforms to"),)
)
PDF_A_2A = _pdfa("2", embeds=False)
PDF_A_3A = _pdfa("3", embeds=True)


def _pdfa4(level: str) -> Standard:
    """PDF/A-4 (ISO 19005-4): 6.1.2 header, 6.2.2 output intent, 6.7.3 identification, 6.9 embedded files; A, level F."""
    named = [Property("pdfaid", "part", "4"), Property("pdfaid", "rev", "2020")]
    named += [Property("pdfaid", "conformance", level)] if level else []
    return Standard(
        f"PDF/A-4{level.lower()}",
        (2, 0),
        tuple(named),
        intent="GTS_PDFA1",
        classes=("mntr", "prtr"),
        spaces=("RGB ", "CMYK", "GRAY"),
        embeds=bool(level),
        oldest=(2, 0),
        sources=bool(level),
    )


# ISO 14289-2: 5 identification; 6.1 header, that of ISO 32000-2. What conforms to it is Well-Tagged PDF (WTPDF 1.0, 6.1.3)
PDF_UA_2 = Standard(
    "PDF/UA-2",
    (2, 0),
    (Property("pdfuaid", "part", "2"), Property("pdfuaid", "rev", "2024")),
    oldest=(2, 0),
    declared=("http://pdfa.org/declarations/wtpdf#accessibility1.0",),
)
PDF_A_4 = _pdfa4("")
PDF_A_4F = _pdfa4("F")
# ISO 15930-7: 6.1 header; 6.2.2 output intent, whose profile is one of an output device; identification, dates and Trapped
# in the packet and in Info; 6.17 no annotation but printer's marks within the bleed
PDF_X_4 = Standard(
    "PDF/X-4",
    (1, 6),
    (
        Property("pdfxid", "GTS_PDFXVersion", "PDF/X-4", "Text", "Version of PDF/X that the file conforms to"),
        Property("pdf", "Trapped", "False", "Text", "Whether the file has been trapped"),
        Property("xmpMM", "VersionID", "1"),
        Property("xmpMM", "RenditionClass", "default"),
    ),
    information=(("Trapped", "/False"),),
    intent="GTS_PDFX",
    classes=("prtr",),
    spaces=("RGB ", "CMYK", "GRAY"),
    linked=False,
    dated=True,
)

# ISO 15930-9: PDF 2.0 for presses; what it asks of a packet and of annotations is as in PDF/X-4
# (a page's own output intent is optional, for jobs whose pages go to more than one press: ISO 32000-2, Table 31)
PDF_X_6 = msgspec.structs.replace(
    PDF_X_4,
    name="PDF/X-6",
    newest=(2, 0),
    oldest=(2, 0),
    properties=(Property("pdfxid", "GTS_PDFXVersion", "PDF/X-6"), *PDF_X_4.properties[1:]),
    information=(),
)

STANDARDS = {each.name: each for each in (PDF_UA_1, PDF_UA_2, PDF_A_2A, PDF_A_3A, PDF_A_4, PDF_A_4F, PDF_X_4, PDF_X_6)}


class Claim(msgspec.Struct, frozen=True):
    """What a file is to be: the standards that it claims, and what it has that they speak of."""

    standards: tuple[Standard, ...] = (PDF_UA_1, PDF_A_2A)
    source: bool = False  # whether it embeds the files that it was made from
    linked: bool = True  # whether it has link annotations within the bleed
    dated: bool = True
    profile: tuple[str, str] = ("mntr", "RGB ")  # class and colour space of the output intents' profile

    @property
    def version(self) -> Version:
        """The newest header that all of them take; there is always one."""
        return min((each.newest for each in self.standards), default=(1, 7))

    @property
    def modern(self) -> bool:
        """Whether the file is of PDF 2.0 (ISO 32000-2)."""
        return self.version >= (2, 0)

    @property
    def intents(self) -> tuple[str, ...]:
        """The kinds of output intent, each once."""
        return tuple(dict.fromkeys(each.intent for each in self.standards if each.intent))

    @property
    def properties(self) -> tuple[Property, ...]:
        """The properties that identify the file, each once."""
        return tuple(dict.fromkeys(part for each in self.standards for part in each.properties))

    @property
    def described(self) -> tuple[Property, ...]:
        """The properties among them that the packet has to describe."""
        return tuple(part for part in self.properties if part.meaning) if self.describes else ()

    @property
    def describes(self) -> bool:
        """Whether the packet describes the properties that PDF/A does not know."""
        return any(each.described for each in self.standards)

    @property
    def declared(self) -> tuple[str, ...]:
        """What the packet declares the file to be, by the addresses of declarations."""
        return tuple(dict.fromkeys(address for each in self.standards for address in each.declared))

    @property
    def information(self) -> dict[str, str]:
        """The entries of the Info dictionary."""
        return {key: value for each in self.standards for key, value in each.information}

    @property
    def refusals(self) -> tuple[str, ...]:
        """Why no file can be all this, one sentence each; empty when one can."""
        return (
            *_clashes(self.standards),
            *_ages(self.standards),
            *(said for each in self.standards for said in _refusals(each, self)),
        )


USUAL = Claim()  # what a brief is that is not told otherwise


def _clashes(standards: tuple[Standard, ...]) -> list[str]:
    """Two standards that want one property to say two things: a file has one packet (ISO 16684-1, 7.4)."""
    found = []
    wanted: dict[str, tuple[str, Standard]] = {}
    for each in standards:
        for part in each.properties:
            value, other = wanted.setdefault(part.key, (part.value, each))
            if value != part.value and f"{other.name} and {each.name} cannot be one file" not in found:
                found.append(f"{other.name} and {each.name} cannot be one file")
    return found


def _ages(standards: tuple[Standard, ...]) -> list[str]:
    """Two standards of which one wants a newer version of PDF than the other takes."""
    return [
        f"{new.name} wants PDF {_dotted(new.oldest)}, and {old.name} takes none newer than {_dotted(old.newest)}"
        for new in standards
        for old in standards
        if new.oldest > old.newest and not _clashes((new, old))
    ]


def _dotted(version: Version) -> str:
    return "{}.{}".format(*version)


def _refusals(standard: Standard, claim: Claim) -> list[str]:
    """What one standard has against a claim."""
    name, (kind, space) = standard.name, claim.profile
    found = []
    if claim.source and not standard.embeds:
        found.append(f"{name} allows no embedded source")
    if standard.sources and not claim.source:
        found.append(f"{name} is for files with embedded files, and `embed_source` is not true")
    if claim.linked and not standard.linked:
        found.append(f"{name} allows no links within the bleed")
    if standard.dated and not claim.dated:
        found.append(f"{name} wants a date")
    if standard.intent and kind not in standard.classes:
        found.append(f"{name} wants a profile of class {' or '.join(standard.classes)}, this one is {kind}")
    if standard.intent and space not in standard.spaces:
        spaces = ", ".join(each.strip() for each in standard.spaces)
        found.append(f"{name} wants a profile for {spaces}, this one is for {space.strip()}")
    return found
