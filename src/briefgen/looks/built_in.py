"""The looks that come with briefgen, by their names: files in `kits`, but for the one that the records are as they stand."""

from pathlib import Path

SPECIMEN = Path(__file__).with_name("specimen.yaml")  # an outline that shows what a look does, but for its `design`
FIRST = "modules"  # what the defaults of the records are
NAMES = (FIRST, "band", "plate", "blocks", "paper")


def file_of(name: str) -> Path:
    """The file of a look that is built in: JSON, which a reader of YAML takes as well, but which is read faster."""
    return Path(__file__).with_name("kits") / f"{name}.json"
