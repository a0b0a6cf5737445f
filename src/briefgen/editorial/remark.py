"""A piece of advice, before it becomes a problem of the lightest kind."""

from typing import NamedTuple

from briefgen.problem import Place


class Remark(NamedTuple):
    """What a rule has to say. `rule` is its name in `briefgen.advice`."""

    rule: str
    place: Place
    message: str
    hint: str
