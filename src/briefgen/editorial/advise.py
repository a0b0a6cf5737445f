"""Editorial advice: what an editor would say of a brief before it is printed.

Comes in: a brief, the outline it is made from, and its number of pages. Goes out: problems of the severity `advice`,
sorted by place. Promise: no advice keeps a PDF from being written, and a rule that the outline switches off says nothing.
"""

from briefgen.content.brief import Brief
from briefgen.editorial import asks, claims, shape, style
from briefgen.editorial.passages import copy_of
from briefgen.outline.tree import Map
from briefgen.problem import Problem

RULES = (*claims.RULES, *asks.RULES, *shape.RULES, *style.RULES)
MOST = 200  # pieces of advice: with more nobody reads them


def advise(brief: Brief, root: Map, pages: int = 0) -> tuple[Problem, ...]:
    """The advice, without that of the rules that the outline names under `advice: {without: […]}`."""
    own = root.map("advice")
    off = {scalar.text for scalar in own.texts("without")} if own else set()
    copy = copy_of(brief, root, pages)
    remarks = [remark for rule in RULES for remark in rule(copy) if remark.rule not in off][:MOST]
    found = [Problem(f"advice/{each.rule}", "advice", each.message, each.place, each.hint) for each in remarks]
    return tuple(sorted(found, key=lambda problem: (problem.place, problem.code, problem.message)))
