"""The numbers and the licence of a publication: DOI, ISSN, ISBN, ORCID iD, Creative Commons.

Comes: an outline. Goes: paragraphs for its imprint, and problems. Promise: a number with a wrong check digit is told with
the digit that it should have (ISO 3297 for ISSN, ISO 2108 for ISBN, ISO 7064 MOD 11-2 for ORCID iDs); nothing is looked up.
"""

from collections.abc import Iterator

from briefgen.content.brief import Block, Paragraph, Span
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Problems

LICENCES = "https://creativecommons.org/licenses"
ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"


def address_of(licence: str) -> str:
    """The address of a licence of Creative Commons, such as CC BY-SA 4.0."""
    _, *parts = licence.split()
    return ZERO if licence.startswith("CC0") else f"{LICENCES}/{parts[0].lower()}/{parts[1]}/"


def imprint_of(root: Map, writer: Writer) -> Iterator[Block]:
    """What the imprint says besides the outline's own words."""
    told = "\n".join(scalar.text for scalar in root.texts("imprint"))
    numbers: list[Span] = []
    for key, name in (("doi", ""), ("isbn", "ISBN\u00a0"), ("issn", "ISSN\u00a0")):
        scalar = root.text(key)
        if scalar is None or scalar.text.strip() in told:
            continue
        numbers += [Span(" · ")] if numbers else []
        numbers += [Span(name)] if name else []
        address = f"https://doi.org/{scalar.text.strip()}" if key == "doi" else ""
        numbers.append(Span(address or scalar.text.strip(), uri=address))
        source = scalar
    if numbers:
        yield Paragraph(writer.join("imprint.numbers", "P", tuple(numbers), source))
    licence = root.text("licence")
    if licence and licence.text.strip() not in told:
        shown = writer.literal(licence, address_of(licence.text.strip()))
        yield Paragraph(writer.join("imprint.licence", "P", (shown,), licence))


def check_identifiers(root: Map, problems: Problems) -> None:
    """Report numbers whose check digit is wrong."""
    for key in ("issn", "isbn"):
        _check(root.text(key), key.upper(), problems)
    for author in root.maps("authors"):
        _check(author.text("orcid"), "ORCID iD", problems)


def _check(scalar: Scalar | None, name: str, problems: Problems) -> None:
    signs = [sign for sign in scalar.text.upper() if sign.isascii() and sign.isalnum()] if scalar else []
    if scalar is None or not signs:
        return
    wanted = _orcid(signs[:-1]) if name == "ORCID iD" else _weighed(signs[:-1])
    if signs[-1] != wanted:
        said = f"the {name} {scalar.text.strip()} is mistyped: with these digits its last would be {wanted}"
        problems.add("content/wrong-check-digit", scalar.place, said, "compare it with the original")


def _weighed(digits: list[str]) -> str:
    """The check digit of an ISSN (7 digits before it), an ISBN-10 (9) or an ISBN-13 (12)."""
    numbers = [int(digit) for digit in digits]
    if len(numbers) == 12:
        return str(-sum(number * (1, 3)[place % 2] for place, number in enumerate(numbers)) % 10)
    rest = -sum(number * weight for weight, number in enumerate(reversed(numbers), 2)) % 11
    return "X" if rest == 10 else str(rest)


def _orcid(digits: list[str]) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)
