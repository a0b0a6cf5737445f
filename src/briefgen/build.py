"""The public functions of briefgen: an outline in, a PDF out, problems on the way.

`build` is a session with one build, `check` the same without writing. The promise: a build that fails leaves the last good
PDF as it was; bad input gives problems and no exception. Knows nothing of the command line, nor of the stages.
"""

from pathlib import Path

from briefgen.saving import Profile, refuse, save, usual_output
from briefgen.session import NONE, Extras, Result, Session, settle
from briefgen.stages import Progress, silent


def build(
    outline: str | Path,
    output: str | Path | None = None,
    *,
    profile: Profile = "office",
    strict: bool = False,
    epoch: int | None = None,
    progress: Progress = silent,
    extras: Extras = NONE,
) -> Result:
    """Make the PDF of an outline, as `Session.build` does."""
    return Session("nothing").build(
        outline, output, profile=profile, strict=strict, epoch=epoch, progress=progress, extras=extras
    )


def check(
    outline: str | Path,
    *,
    profile: Profile = "office",
    strict: bool = False,
    epoch: int | None = None,
    progress: Progress = silent,
    advice: bool = False,
) -> Result:
    """Everything that `build` does, up to the finished pages, without writing."""
    extras = Extras(advice=advice)
    return Session("nothing").check(outline, profile=profile, strict=strict, epoch=epoch, progress=progress, extras=extras)


__all__ = (
    "Extras",
    "Profile",
    "Progress",
    "Result",
    "Session",
    "build",
    "check",
    "refuse",
    "save",
    "settle",
    "silent",
    "usual_output",
)
