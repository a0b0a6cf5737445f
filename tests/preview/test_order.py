"""The order in which pages are read, out of the tags of the file."""

import pypdfium2
import pytest

from briefgen.preview.order import Order, Step
from briefgen.session import Session

LONG = "The pipes of the lower town leak a third of what is pumped into them, and nobody has counted it. " * 9
OUTLINE = f"""title: Water for Saltmarsh
sections:
  - heading: What leaks
    content:
      - {LONG}
      - {LONG}
      - {LONG}
      - list: [Meters for each *household*, Readings each month]
      - pull_quote: Nobody has counted it.
      - {LONG}
      - {{table: {{caption: Losses, head: [Quarter, Loss], rows: [[Lower town, "31"]]}}}}
recommendations: [{{action: Mend the pipes.}}]
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Step]]:
    outline = tmp_path_factory.mktemp("read") / "brief.yaml"
    outline.write_text(OUTLINE)
    made = Session().render(outline)
    assert made.data
    assert made.pages
    order, document = Order(made.data), pypdfium2.PdfDocument(made.data)
    found = [order.steps(document, page.number) for page in made.pages.pages]
    document.close()
    return found


def test_each_element_is_a_step(pages: list[list[Step]]) -> None:
    roles = [step.role for step in pages[0]]
    assert roles[:3] == ["H1", "H2", "P"]
    assert roles.count("LI") == 3  # two items, each with its bullet and what is emphasised in it, and the recommendation
    assert roles.count("TH") + roles.count("TD") == 4


def test_a_paragraph_in_two_columns_is_read_in_two_steps(pages: list[list[Step]]) -> None:
    widths = [step.box.width for page in pages for step in page if step.role == "P"]
    assert max(widths) < 300  # a column, and not both
    assert sum(step.role == "P" and step.box.height > 40 for page in pages for step in page) == 5  # of four


def test_what_is_not_read_again_has_no_step(pages: list[list[Step]]) -> None:
    # the pull quote repeats the text: it is seen, and read once
    assert not [step for page in pages for step in page if step.role in ("BlockQuote", "Artifact")]
