"""Editorial advice: what an editor would say of a brief before it is printed.

Comes in: a brief, the outline it is made from, and its number of pages. Goes out: problems of the severity `advice`,
sorted by place. Promise: no advice keeps a PDF from being written, and a rule that the outline switches off says nothing.
"""

from collections.abc import Sequence
from itertools import chain

from briefgen.content.brief import Brief
from briefgen.editorial import asks, claims, shape, style
from briefgen.editorial.passages import copy_of
from briefgen.editorial.remark import Remark
from briefgen.outline.tree import Map
from briefgen.problem import Problem

RULES = (*claims.RULES, *asks.RULES, *shape.RULES, *style.RULES)
MOST = 200  # pieces of advice: with more nobody reads them


def advise(brief: Brief, root: Map, pages: int = 0, others: Sequence[Remark] = ()) -> tuple[Problem, ...]:
    """The advice, without that of the rules that the outline names under `advice: {without: […]}`.

    `others` are remarks on what the brief itself does not show: its pages.
    """
    own = root.map("advice")
    off = {scalar.text for scalar in own.texts("without")} if own else set()
    copy = copy_of(brief, root, pages)
    said = chain(*(rule(copy) for rule in RULES), others)
    remarks = [remark for remark in said if remark.rule not in off][:MOST]
    found = [Problem(f"advice/{each.rule}", "advice", each.message, each.place, each.hint) for each in remarks]
    return tuple(sorted(found, key=lambda problem: (problem.place, problem.code, problem.message)))
