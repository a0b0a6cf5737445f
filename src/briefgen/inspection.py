"""PDFs judged, or one of them fixed: the pipeline of `briefgen preflight`.

Comes in: names of files and what is wanted. Goes out: what there is to say, and whether it is bad. The promise: the source
is never written to; bad input gives problems and no exception. Refuses to know the command line.
"""

from pathlib import Path

import msgspec

from briefgen.judgement import Judged, for_machines, judgement, summary
from briefgen.preflight.judge import contents, preflight_file
from briefgen.preflight.rules import SETS, Rules
from briefgen.problem import Place, Problem, Problems
from briefgen.report import PLAIN, Paint

REPORT_ENDINGS = (".html", ".htm")


class Wanted(msgspec.Struct, frozen=True):
    """What is wanted. `rules`: a name or a file; `report` and `fix`: files to write, "" for none."""

    rules: str = "press"
    verapdf: bool = False
    report: str = ""
    fix: str = ""
    as_json: bool = False
    strict: bool = False


class Inspected(msgspec.Struct, frozen=True):
    """What came of it: problems of briefgen's own, findings as text, and the lines, or the JSON, that sum them up."""

    problems: tuple[Problem, ...]
    details: str = ""
    said: str = ""
    bad: bool = True


def inspect(files: tuple[str, ...], wanted: Wanted, paint: Paint = PLAIN) -> Inspected:
    """Judge files, and write what is wanted of them."""
    problems = Problems()
    rules = _rules(wanted.rules, problems)
    for target in filter(None, (wanted.report, wanted.fix)):
        from briefgen.build import refuse  # late: it takes as long to import as the whole judge, and is seldom needed

        for file in files:
            is_fix = target == wanted.fix
            option = "--fix" if is_fix else "--report"
            refuse(Path(target), Path(file), problems, is_pdf=is_fix, read="a PDF that is read", option=option)
    if wanted.report and Path(wanted.report).suffix.lower() not in REPORT_ENDINGS:
        # under another name it might replace an outline, or the rules themselves
        hint = f"name it {Path(wanted.report).stem.strip('.') or 'report'}.html"
        problems.add("build/wrong-ending", Place(wanted.report), "a report is a web page, and its name ends in .html", hint)
    if wanted.fix and len(files) > 1:
        problems.add("build/unwritable", Place(wanted.fix), "several files cannot be fixed into one", "fix one at a time")
    if rules is None or problems.fatal:
        return Inspected(tuple(problems.sorted()))
    done: tuple[str, ...] | None = None
    if wanted.fix:
        judged, done = _fixed(files[0], wanted, rules, problems)
        every = [judged]
    else:
        every = [Judged(file, preflight_file(file, rules, ask_verapdf=wanted.verapdf)) for file in files]
    if wanted.report:
        from briefgen.build import save
        from briefgen.markup import markup

        page = markup([(one, contents(one.file)) for one in every], wanted.rules).encode()
        save(page, Path(wanted.report), problems, thing="the report", option="--report")
    bad = problems.fatal or any(one.count("error") or (wanted.strict and one.count("warning")) for one in every)
    if wanted.as_json:
        return Inspected(
            tuple(problems.sorted()), "", for_machines(every, wanted.rules, None if done is None else list(done)), bad
        )
    said = [f"{every[0].file}: {line}" for line in done or ()] or (
        [f"{files[0]}: nothing to fix exactly"] if wanted.fix else []
    )
    details = "\n".join(judgement(one, paint) for one in every if one.findings)
    return Inspected(tuple(problems.sorted()), details, "\n".join([*said, summary(every, wanted.rules)]), bad)


def _rules(name: str, problems: Problems) -> Rules | None:
    if name in SETS:
        return SETS[name]
    from briefgen.printers import load  # late: it reads YAML

    return load(name, problems)


def _fixed(file: str, wanted: Wanted, rules: Rules, problems: Problems) -> tuple[Judged, tuple[str, ...]]:
    """The new file judged, and what was done; the old one where there was nothing to do."""
    from briefgen.build import save  # late, as above
    from briefgen.mend import mend

    data = contents(file)
    if not data:
        return Judged(file, preflight_file(file, rules)), ()
    mended = mend(data, rules)
    if mended.data is None or not save(mended.data, Path(wanted.fix), problems, option="--fix"):
        return Judged(file, preflight_file(file, rules, ask_verapdf=wanted.verapdf)), ()
    return Judged(wanted.fix, preflight_file(wanted.fix, rules, ask_verapdf=wanted.verapdf)), mended.done
