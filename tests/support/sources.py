"""Sixty sources of the kinds that policy briefs cite, as CSL-JSON: real and public, or plainly examples."""

from typing import Any

Source = dict[str, Any]


def people(names: str) -> list[dict[str, str]]:
    """`Cooper, Ann; [World Bank]`: persons, and institutions in brackets."""
    found: list[dict[str, str]] = []
    for name in names.split("; "):
        family, _, given = name.partition(", ")
        found.append({"literal": name[1:-1]} if name.startswith("[") else {"family": family, "given": given})
    return found


def date(written: str) -> dict[str, Any]:
    """`2021`, `2021-03`, or two of them."""
    return {"date-parts": [[int(part) for part in each.split("-")] for each in written.split("/")]}


def source(key: str, kind: str, title: str, authors: str = "", issued: str = "", **more: str) -> Source:
    found: Source = {"id": key, "type": kind, "title": title}
    if authors:
        found["author"] = people(authors)
    if issued:
        found["issued"] = date(issued)
    for name, value in more.items():
        name = name.replace("_", "-")
        if name in ("editor", "translator", "container-author"):
            found[name] = people(value)
        elif name in ("accessed", "original-date", "event-date"):
            found[name] = date(value)
        else:
            found[name] = value
    return found


REPORTS = [
    source(
        "who2011",
        "report",
        "World Report on Disability",
        "[World Health Organization]; [World Bank]",
        "2011",
        publisher="World Health Organization",
        publisher_place="Geneva",
    ),
    source(
        "undesa2022",
        "report",
        "World Population Prospects 2022: Summary of Results",
        "[United Nations Department of Economic and Social Affairs]",
        "2022",
        publisher="United Nations",
        publisher_place="New York",
        number="UN DESA/POP/2022/TR/NO. 3",
    ),
    source(
        "undesa2022b",
        "report",
        "The Sustainable Development Goals Report 2022",
        "[United Nations Department of Economic and Social Affairs]",
        "2022",
        publisher="United Nations",
        publisher_place="New York",
        URL="https://unstats.un.org/sdgs/report/2022/",
    ),
    source(
        "unodc2021",
        "report",
        "World Drug Report 2021",
        "[United Nations Office on Drugs and Crime]",
        "2021",
        publisher="United Nations",
        URL="https://www.unodc.org/unodc/en/data-and-analysis/wdr2021.html",
        accessed="2026-11-20",
    ),
    source(
        "brundtland1987",
        "report",
        "Report of the World Commission on Environment and Development: Our Common Future",
        "[World Commission on Environment and Development]",
        "1987",
        number="A/42/427",
        publisher="United Nations",
    ),
    source(
        "stern2006",
        "report",
        "The Economics of Climate Change: The Stern Review",
        "Stern, Nicholas",
        "2006-10-30",
        publisher="HM Treasury",
        publisher_place="London",
    ),
    source(
        "working",
        "report",
        "An Example of a Working Paper",
        "Example, Ann; Sample, Bob; Muster, Claus",
        "2020-05",
        genre="Working Paper",
        number="123",
        collection_title="Working Papers of the Institute of Examples",
        publisher="Institute of Examples",
        DOI="10.1000/example.123",
    ),
    source("nodate", "report", "A Report without a Date", "[Ministry of Examples]", publisher="Ministry of Examples"),
    source("noauthor", "report", "A Report without an Author", "", "2019", publisher="Institute of Examples"),
    source(
        "edited",
        "report",
        "Global Trends in Examples",
        "",
        "2018",
        editor="Example, Ann; Sample, Bob",
        publisher="Institute of Examples",
        publisher_place="Exampletown",
    ),
]

LAWS = [
    source(
        "gdpr2016",
        "legislation",
        "Regulation (EU) 2016/679 (General Data Protection Regulation)",
        "",
        "2016-05-04",
        container_title="Official Journal of the European Union",
        volume="L 119",
        page="1-88",
    ),
    source(
        "web2016",
        "legislation",
        "Directive (EU) 2016/2102",
        "",
        "2016-12-02",
        container_title="Official Journal of the European Union",
        volume="L 327",
        page="1-15",
        URL="https://eur-lex.europa.eu/eli/dir/2016/2102/oj",
    ),
    source(
        "ada1990",
        "legislation",
        "Americans with Disabilities Act of 1990",
        "",
        "1990-07-26",
        container_title="United States Code",
        volume="42",
        section="12101",
    ),
    source(
        "brown1954",
        "legal_case",
        "Brown v. Board of Education",
        "",
        "1954-05-17",
        container_title="U.S.",
        volume="347",
        page="483",
        authority="Supreme Court of the United States",
    ),
    source(
        "crpd2006",
        "treaty",
        "Convention on the Rights of Persons with Disabilities",
        "",
        "2006-12-13",
        container_title="United Nations Treaty Series",
        volume="2515",
        page="3",
    ),
    source(
        "paris2015",
        "treaty",
        "Paris Agreement",
        "",
        "2015-12-12",
        URL="https://unfccc.int/process-and-meetings/the-paris-agreement",
    ),
    source("bill", "bill", "A Bill for Examples", "", "2023-02-01", number="H.R. 1", authority="United States Congress"),
    source("hearing", "hearing", "Hearing on Examples", "", "2020-06-09", authority="Committee on Examples"),
    source(
        "ares217",
        "document",
        "Universal Declaration of Human Rights",
        "[United Nations General Assembly]",
        "1948-12-10",
        number="A/RES/217(III)",
    ),
    source(
        "scres1325", "document", "Resolution 1325", "[United Nations Security Council]", "2000-10-31", number="S/RES/1325"
    ),
]

PAGES = [
    source(
        "wcag2018",
        "webpage",
        "Web Content Accessibility Guidelines (WCAG) 2.1",
        "[World Wide Web Consortium]",
        "2018-06-05",
        URL="https://www.w3.org/TR/WCAG21/",
        accessed="2026-11-21",
    ),
    source(
        "whofacts",
        "webpage",
        "Disability and Health",
        "[World Health Organization]",
        "",
        container_title="Fact Sheets",
        URL="https://www.who.int/news-room/fact-sheets/detail/disability-and-health",
        accessed="2026-11-21",
    ),
    source(
        "untitled",
        "webpage",
        "A Page without an Author or a Date",
        "",
        "",
        container_title="Institute of Examples",
        URL="https://example.org/page",
        accessed="2026-11-02",
    ),
    source(
        "blog",
        "post-weblog",
        "A Post on Examples",
        "Example, Ann",
        "2021-03-04",
        container_title="The Blog of Examples",
        URL="https://example.org/blog/1",
    ),
    source(
        "press",
        "webpage",
        "Minister Opens Example",
        "[Ministry of Examples]",
        "2022-01-15",
        genre="Press release",
        URL="https://example.org/press/7",
    ),
    source(
        "news",
        "article-newspaper",
        "Examples on the Rise",
        "Sample, Bob",
        "2020-02-29",
        container_title="The Daily Example",
        page="A1",
        URL="https://example.org/news",
    ),
    source(
        "newsnoauthor", "article-newspaper", "Examples on the Decline", "", "2020-03-01", container_title="The Daily Example"
    ),
    source(
        "magazine",
        "article-magazine",
        "The Age of Examples",
        "Muster, Claus",
        "2019-11",
        container_title="Example Monthly",
        page="12-19",
    ),
]

DATA = [
    source(
        "wdi",
        "dataset",
        "World Development Indicators",
        "[World Bank]",
        "2023",
        publisher="World Bank",
        version="2023-12",
        URL="https://databank.worldbank.org/source/world-development-indicators",
        accessed="2026-11-20",
    ),
    source(
        "dataset2",
        "dataset",
        "Example Survey of Households",
        "Example, Ann; Sample, Bob",
        "2021",
        publisher="Example Archive",
        DOI="10.1000/example.data",
        version="2.1",
    ),
    source(
        "faostat",
        "dataset",
        "FAOSTAT",
        "[Food and Agriculture Organization of the United Nations]",
        "",
        URL="https://www.fao.org/faostat/",
        accessed="2026-11-19",
    ),
    source(
        "iso14289",
        "standard",
        "Document Management Applications: Electronic Document File Format Enhancement for Accessibility",
        "[International Organization for Standardization]",
        "2014",
        number="ISO 14289-1:2014",
        publisher="ISO",
    ),
    source(
        "software",
        "software",
        "briefgen",
        "[The briefgen authors]",
        "2026",
        version="0.1.0",
        URL="https://example.org/briefgen",
    ),
]

ARTICLES = [
    source(
        "knuth1981",
        "article-journal",
        "Breaking Paragraphs into Lines",
        "Knuth, Donald E.; Plass, Michael F.",
        "1981-11",
        container_title="Software: Practice and Experience",
        volume="11",
        issue="11",
        page="1119-1184",
        DOI="10.1002/spe.4380111102",
    ),
    source(
        "flesch1948",
        "article-journal",
        "A New Readability Yardstick",
        "Flesch, Rudolph",
        "1948",
        container_title="Journal of Applied Psychology",
        volume="32",
        issue="3",
        page="221-233",
        DOI="10.1037/h0057532",
    ),
    source(
        "miller1956",
        "article-journal",
        "The Magical Number Seven, Plus or Minus Two: Some Limits on Our Capacity for Processing Information",
        "Miller, George A.",
        "1956",
        container_title="Psychological Review",
        volume="63",
        issue="2",
        page="81-97",
        DOI="10.1037/h0043158",
    ),
    source(
        "hardin1968",
        "article-journal",
        "The Tragedy of the Commons",
        "Hardin, Garrett",
        "1968-12-13",
        container_title="Science",
        volume="162",
        issue="3859",
        page="1243-1248",
        DOI="10.1126/science.162.3859.1243",
    ),
    source(
        "coase1960",
        "article-journal",
        "The Problem of Social Cost",
        "Coase, R. H.",
        "1960",
        container_title="Journal of Law and Economics",
        volume="3",
        page="1-44",
    ),
    source(
        "smith2020a",
        "article-journal",
        "First Example of One Year",
        "Smith, Jane",
        "2020",
        container_title="Journal of Examples",
        volume="1",
        issue="1",
        page="1-9",
    ),
    source(
        "smith2020b",
        "article-journal",
        "Second Example of One Year",
        "Smith, Jane",
        "2020",
        container_title="Journal of Examples",
        volume="1",
        issue="2",
        page="10-19",
    ),
    source(
        "smithj2020",
        "article-journal",
        "Another Smith",
        "Smith, John",
        "2020",
        container_title="Journal of Examples",
        volume="2",
        issue="1",
        page="1-9",
    ),
    source(
        "many",
        "article-journal",
        "Many Authors",
        "Adams, A.; Brown, B.; Clark, C.; Davis, D.; Evans, E.; Ghosh, G.",
        "2019",
        container_title="Journal of Examples",
        volume="5",
        page="e12345",
    ),
    source(
        "press2",
        "article-journal",
        "An Article in Press",
        "Example, Ann",
        "",
        container_title="Journal of Examples",
        status="in press",
    ),
    source(
        "preprint",
        "article",
        "An Example of a Preprint",
        "Example, Ann; Sample, Bob",
        "2022-07-08",
        publisher="arXiv",
        number="arXiv:0000.00000",
        URL="https://example.org/preprint",
    ),
    source(
        "special",
        "article-journal",
        "On “Quotes,” H<sub>2</sub>O and <i>Homo sapiens</i>",
        "O’Neil, Ann; van der Berg, Åsa",
        "2017",
        container_title="Journal of Examples",
        volume="9",
        issue="3-4",
        page="100-110",
    ),
]

BOOKS = [
    source(
        "tufte1983",
        "book",
        "The Visual Display of Quantitative Information",
        "Tufte, Edward R.",
        "1983",
        publisher="Graphics Press",
        publisher_place="Cheshire, CT",
    ),
    source(
        "ostrom1990",
        "book",
        "Governing the Commons: The Evolution of Institutions for Collective Action",
        "Ostrom, Elinor",
        "1990",
        publisher="Cambridge University Press",
        publisher_place="Cambridge",
        ISBN="978-0-521-40599-7",
    ),
    source(
        "piketty2014",
        "book",
        "Capital in the Twenty-First Century",
        "Piketty, Thomas",
        "2014",
        translator="Goldhammer, Arthur",
        publisher="Harvard University Press",
        publisher_place="Cambridge, MA",
    ),
    source(
        "keynes1936",
        "book",
        "The General Theory of Employment, Interest and Money",
        "Keynes, John Maynard",
        "1936",
        publisher="Macmillan",
        publisher_place="London",
    ),
    source(
        "edition",
        "book",
        "A Handbook of Examples",
        "Example, Ann",
        "2015",
        edition="3",
        publisher="Example Press",
        publisher_place="Exampletown",
        volume="2",
    ),
    source(
        "editedbook", "book", "Examples Compared", "", "2016", editor="Example, Ann; Sample, Bob", publisher="Example Press"
    ),
    source(
        "chapter",
        "chapter",
        "A Chapter on Examples",
        "Muster, Claus",
        "2016",
        editor="Example, Ann; Sample, Bob",
        container_title="Examples Compared",
        page="45-67",
        publisher="Example Press",
        publisher_place="Exampletown",
    ),
    source(
        "chapter2",
        "chapter",
        "Another Chapter",
        "Sample, Bob; Example, Ann",
        "2012",
        editor="Muster, Claus",
        container_title="More Examples",
        edition="2",
        page="1-20",
        publisher="Example Press",
    ),
    source(
        "thesis",
        "thesis",
        "Examples in Practice",
        "Sample, Bob",
        "2018",
        genre="PhD thesis",
        publisher="University of Examples",
    ),
    source(
        "conference",
        "paper-conference",
        "Examples at Scale",
        "Example, Ann",
        "2019-06",
        page="33-40",
        container_title="Proceedings of the Conference on Examples",
        publisher="Example Society",
    ),
    source(
        "entry",
        "entry-encyclopedia",
        "Example",
        "Example, Ann",
        "2010",
        container_title="Encyclopedia of Examples",
        publisher="Example Press",
    ),
]

SCRIPTS = [
    source(
        "juarez",
        "book",
        "El laberinto de los ejemplos",
        "Juárez Núñez, María José",
        "2011",
        publisher="Fondo de Ejemplos",
        publisher_place="México",
        language="es",
    ),
    source("tolstoy", "book", "Война и мир", "Толстой, Лев", "1869", publisher="Русский вестник", language="ru"),
    source("murakami", "book", "海辺のカフカ", "村上, 春樹", "2002", publisher="新潮社", language="ja"),
    source(
        "span", "report", "A Report of Two Years", "[Institute of Examples]", "2018/2019", publisher="Institute of Examples"
    ),
]

SOURCES = [*REPORTS, *LAWS, *PAGES, *DATA, *ARTICLES, *BOOKS, *SCRIPTS]
# ordinary kinds: where these differ from citeproc-js, users are told
ORDINARY = frozenset(
    "report legislation treaty webpage dataset article-journal chapter book article-newspaper post-weblog legal_case".split()
)
