"""Briefs for tests: made of records, by hand or at random from a seed, for layout and pdf."""

import random
from typing import Any

from briefgen.content.brief import (
    Back,
    Block,
    Box,
    Brief,
    Design,
    Entry,
    Fact,
    Finding,
    Findings,
    Front,
    Heading,
    List,
    ListItem,
    Masthead,
    Metadata,
    Note,
    Paragraph,
    PullQuote,
    Recommendation,
    Recommendations,
    Section,
    Span,
    Stat,
    Stats,
    Summary,
    Table,
    Text,
)

WORDS = (
    "the army was designed for territorial defence and not for a fragmented asymmetric conflict in crowded cities "
    "while intelligence-led policing needs cooperation evidence courts of law well-trained officers (local ones) "
    "“quoted” words, commas; stops. extraordinarily "
).split()


class Maker:
    """Gives texts with ids of their own."""

    def __init__(self) -> None:
        self.count = 0

    def text(self, words: str, role: str = "P") -> Text:
        self.count += 1
        return Text(f"t{self.count}", role, (Span(words),))

    def id(self) -> str:
        self.count += 1
        return f"e{self.count}"


def make_brief(sections: tuple[Section, ...], maker: Maker, design: Design | None = None, **more: Any) -> Brief:
    """A brief of these sections with a full front and back."""
    points = List(
        "summary.points",
        False,
        tuple(ListItem(maker.id(), maker.text("•", "Lbl"), maker.text(words, "LBody")) for words in ("One point.", "Two.")),
    )
    front = Front(
        Masthead("masthead", maker.text("Publisher"), None, maker.text("Series"), maker.text("No. 1"), maker.text("2026")),
        maker.text("A title of some length for a brief", "H1"),
        maker.text("With a subtitle"),
        maker.text("An Author"),
        maker.text("A standfirst that says in one sentence what it is about."),
        Summary("summary", maker.text("At a glance", "H2"), points),
    )
    note = Note("note-1", Text("note-1.label", "Lbl", (Span("1"),)), maker.text("A note."))
    entry = Entry("about", "about", maker.text("About", "H2"), (Paragraph(maker.text("Who made this brief and why.")),))
    return Brief(
        metadata=Metadata("A title", language="en-GB"),
        design=design or Design(),
        marking=maker.text(marking) if (marking := more.get("marking")) else None,
        running_head="A title of some length for a brief",
        page_word="Page",
        front=front,
        sections=sections,
        back=Back("back", maker.text("Notes", "H2"), (note,), (entry,)),
        sources={},
        file="brief.yaml",
    )


def sentence(rng: random.Random, least: int, most: int) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(least, most)))


def blocks(rng: random.Random, maker: Maker, depth: int = 0) -> Block:
    """Any block."""
    kind = rng.choice(["p", "p", "p", "h", "q", "l", "b", "s", "t", "f", "r"][: 11 if depth == 0 else 6])
    if kind == "h":
        return Heading(maker.text(sentence(rng, 1, 6), "H3"), 2)
    if kind == "q":
        credit = maker.text("Somebody") if rng.random() < 0.5 else None
        return PullQuote(maker.id(), maker.text(sentence(rng, 3, 16)), credit)
    if kind == "l":
        return _list(rng, maker, depth)
    if kind == "b":
        inner = tuple(blocks(rng, maker, depth + 1) for _ in range(rng.randint(1, 5)))
        return Box(maker.id(), maker.text("A box", "H3"), inner)
    if kind == "s":
        many = rng.randint(1, 5)
        items = tuple(Stat(maker.id(), maker.text(str(n * 7)), maker.text(sentence(rng, 1, 8))) for n in range(many))
        return Stats(maker.id(), items)
    if kind == "t":
        return _table(rng, maker)
    if kind == "f":
        return Findings(maker.id(), tuple(_finding(rng, maker, n) for n in range(rng.randint(1, 3))))
    if kind == "r":
        many = rng.randint(1, 3)
        return Recommendations(maker.id(), maker.text("Note."), tuple(_recommendation(rng, maker, n) for n in range(many)))
    return Paragraph(maker.text(sentence(rng, 1, 90)))


def _list(rng: random.Random, maker: Maker, depth: int) -> List:
    items = []
    for number in range(rng.randint(1, 5)):
        sublist = _list(rng, maker, depth + 2) if depth < 2 and rng.randint(0, 4) == 0 else None
        label, text = maker.text(f"{number + 1}.", "Lbl"), maker.text(sentence(rng, 1, 25), "LBody")
        items.append(ListItem(maker.id(), label, text, sublist))
    return List(maker.id(), True, tuple(items))


def _table(rng: random.Random, maker: Maker) -> Table:
    columns = rng.randint(1, 5)
    rows = rng.choice([1, 2, 4, 70])
    head = tuple(maker.text(sentence(rng, 1, 2), "TH") for _ in range(columns))
    body = tuple(tuple(maker.text(sentence(rng, 1, 3), "TD") for _ in range(columns)) for _ in range(rows))
    return Table(
        maker.id(),
        maker.text("A caption", "Caption"),
        None,
        head,
        body,
        ("left",) * columns,
        spanning=rng.random() < 0.5,
    )


def _finding(rng: random.Random, maker: Maker, number: int) -> Finding:
    return Finding(
        maker.id(),
        maker.text(str(number + 1), "Lbl"),
        number + 1,
        maker.text(sentence(rng, 2, 14)),
        maker.text(sentence(rng, 5, 50)),
        maker.text("Confidence: high"),
        maker.text("Answered by recommendation 1"),
        rng.randint(0, 3),
    )


def _recommendation(rng: random.Random, maker: Maker, number: int) -> Recommendation:
    return Recommendation(
        maker.id(),
        maker.text(str(number + 1), "Lbl"),
        number + 1,
        maker.text(sentence(rng, 2, 16)),
        rationale=maker.text(sentence(rng, 5, 40)),
        addresses=maker.text("Addresses finding 1"),
        facts=(Fact(maker.text("For"), maker.text(sentence(rng, 1, 4))),),
    )


def random_brief(seed: int) -> Brief:
    """A brief of any blocks on any paper, the same for the same seed."""
    rng = random.Random(seed)
    maker = Maker()
    sections = []
    for number in range(rng.randint(0, 4)):
        heading = Heading(maker.text(sentence(rng, 1, 7), "H2"), 1) if rng.randint(0, 3) else None
        inner = tuple(blocks(rng, maker) for _ in range(rng.randint(1, 7)))
        sections.append(Section(f"s{number}", heading, inner))
    design = Design(
        paper=rng.choice(["a4", "letter", "a5"]),
        columns=rng.choice([1, 2]),
        justify=rng.random() < 0.5,
        duplex=rng.random() < 0.5,
    )
    return make_brief(tuple(sections), maker, design, marking=rng.choice(["", "EMBARGOED"]))
