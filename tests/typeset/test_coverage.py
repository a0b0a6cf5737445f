from pathlib import Path

from support.composed import Desk

from briefgen.problem import Problems
from briefgen.typeset.coverage import report_lacking
from briefgen.typeset.fonts import FontBook


def test_what_no_face_has(default_book: FontBook) -> None:
    assert default_book.lacks("Wells – “wells”\u2009… Вода, ύδωρ, e\u0301, \u1e17\u200d, ≥\u2060") == frozenset()
    assert default_book.lacks("a中b文中") == frozenset("中文")


def test_a_fallback_face_has_it(default_book: FontBook, square_book: FontBook) -> None:
    assert square_book.lacks("→") == default_book.lacks("→") == frozenset()


def test_each_text_is_reported_once_at_its_first_character(tmp_path: Path, default_book: FontBook) -> None:
    done = Desk(tmp_path).compose("title: T\nstandfirst: a\nsubtitle: a 中文\nabout: b *文*\n")
    problems = Problems()
    report_lacking(done.brief, frozenset("中文"), default_book, problems)
    assert [(problem.code, str(problem.place)) for problem in problems.sorted()] == [
        ("typeset/missing-script", "brief.yaml:3:13"),
        ("typeset/missing-script", "brief.yaml:4:11"),
    ]
