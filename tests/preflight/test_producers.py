"""Sixty sound files by twelve producers: nothing false is said of them, for the office or for a press."""

from pathlib import Path

import pytest
from support.producers import PRODUCERS, TOPICS, Producer

from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE, PRESS

# WeasyPrint leaves files open when it converts images; the others tell of what they will change some day
pytestmark = pytest.mark.filterwarnings("ignore")

INSTALLED = [producer for producer in PRODUCERS if producer.installed]
# What is true of a file that was not made for a press: no intent, no final size, no bleed, colours that a screen has, black
# that does not overprint
PLAIN = {
    "print/no-output-intent",
    "print/no-trim-box",
    "print/bleed-too-small",
    "print/rgb",
    "print/managed-rgb",
    "print/managed-gray",
    "print/black-knockout",
}
# and of some of them: a link; pictures of 200 to 254 dpi; half opacity in an RGB page
OF_TOPIC = {"words": {"print/annotation"}, "picture": {"print/low-resolution"}, "shapes": {"print/blend-space"}}
# LibreOffice draws a shape's outline without a width; Pillow's pages are pictures of 200 dpi, one of them of one bit;
# Chromium writes no tags, and so no language, where there is no text
OF_PRODUCER = {"libreoffice": {"print/hairline"}, "pillow": {"print/low-resolution", "print/coarse-line-art"}}
OFFICE_OF = {("chromium", "shapes"): {"preflight/no-tags", "preflight/no-language"}}


@pytest.fixture(scope="module", params=INSTALLED, ids=[producer.name for producer in INSTALLED])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Producer, Path]:
    producer: Producer = request.param
    folder = tmp_path_factory.mktemp(producer.name)
    producer.make(folder)
    return producer, folder


def test_nothing_false_is_said(made: tuple[Producer, Path]) -> None:
    producer, folder = made
    for topic in TOPICS:
        data = (folder / f"{topic}.pdf").read_bytes()
        office = {finding.code for finding in preflight(data, OFFICE)}
        assert office == producer.office | OFFICE_OF.get((producer.name, topic), set()), topic
        press = {finding.code for finding in preflight(data, PRESS)}
        if producer.name == "pikepdf":  # made for a press
            assert press == set(), topic
        else:
            assert press <= PLAIN | OF_TOPIC.get(topic, set()) | OF_PRODUCER.get(producer.name, set()), topic
            assert press >= {"print/no-output-intent"}, topic


def test_there_are_sixty_files() -> None:
    assert len(PRODUCERS) * len(TOPICS) == 60
    assert {"typst", "weasyprint", "pillow", "reportlab", "fpdf2", "pikepdf"} <= {producer.name for producer in INSTALLED}
