"""What the command line asks for: data.

Comes from `arguments`, or as it stands when there are none; goes to `cli`.
"""

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from briefgen.build import Profile

OUTLINE = "brief.yaml"
STANDARD = "-"  # standard input as an outline, standard output as a PDF


class Order(msgspec.Struct, frozen=True):
    """What the command line asks for."""

    command: str = "build"
    outline: str = OUTLINE
    files: tuple[str, ...] = ()
    output: str | None = None
    strict: bool = False
    format: str = "human"
    quiet: bool = False
    verbose: bool = False
    rules: str = "press"
    verapdf: bool = False
    report: str = ""
    fix: str = ""
    flip: Literal["short", "long"] = "short"
    paper_thickness: float = 0  # points
    n_up: Literal[0, 2, 4] = 0
    advice: bool = False
    review: bool = False
    paper: str = ""
    fold_marks: bool = True
    source: str | None = None
    form: str = ""  # bibtex or csl-json; "": both
    data: str = ""
    languages: tuple[str, ...] = ()
    jobs: int = 0
    dask: str = ""
    profile: "Profile" = "office"
    port: int = 0  # of a preview; 0: any
    browser: bool = True
    once: bool = False
    series: bool = False  # of a schema: for outlines of editions
