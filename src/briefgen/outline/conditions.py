"""Conditions such as `rate > 5 and not region = "North"`: a tiny language of comparisons.

Comes: the text of a condition, and then values by their names. Goes: whether it holds. Promise: nothing is run; length and
depth are bounded, and so is time. Refuses to know where the values come from.

    condition := part {"or" part}          part := clause {"and" clause}          clause := ["not"] test
    test := operand [sign operand] | operand ["not"] "in" "(" operand {"," operand} ")" | "(" condition ")"
    sign := "=" | "!=" | "<" | "<=" | ">" | ">="      operand := number | "text" | name | {{name}}
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

LONGEST, DEEPEST = 500, 20  # characters, and conditions within each other

Value = Decimal | date | str | None


class Name(NamedTuple):
    """What a value is called. `placed`: it stands in double braces, and so belongs to the data of an edition."""

    text: str
    placed: bool
    at: int


Lookup = Callable[[Name], Value]


class BadConditionError(Exception):
    """A condition that cannot be read, or compares what cannot be compared: where in its text, and what to do."""

    def __init__(self, said: str, hint: str, at: int) -> None:
        super().__init__(said)
        self.hint = hint
        self.at = at


class Condition(NamedTuple):
    """A condition that has been read: its names, and what tells whether it holds."""

    names: tuple[Name, ...]
    holds: Callable[[Lookup], bool]
    """BadConditionError where values cannot be compared."""


_TOKEN = re.compile(
    r"""\s*(?:
      (?P<placed>\{\{\s*(?P<inner>[^{}|\n]{1,80}?)\s*\}\})
    | "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^'\\]|\\.)*)'
    | (?P<number>[+-]?\d+(?:\.\d+)?%?)(?![\w.])
    | (?P<sign><=|>=|!=|<>|==|=|<|>|≤|≥|≠)
    | (?P<mark>[(),])
    | (?P<word>[^\W\d]\w*)
    )""",
    re.VERBOSE,
)
_PLACED = re.compile(r"\{\{\s*([^{}|\n]{1,80}?)\s*\}\}")
# what other programs write for a sign or a word, by what it is here
_ELSEWHERE = {"=>": ">=", "=<": "<=", "&&": "and", "&": "and", "||": "or", "|": "or", "!": "not", "<=>": "="}
_IN_WORDS = {"is": "=", "equals": "=", "eq": "=", "ne": "!=", "gt": ">", "ge": ">=", "lt": "<", "le": "<="}
_SAME = {"==": "=", "<>": "!=", "≤": "<=", "≥": ">=", "≠": "!="}
_WORDS = frozenset(("and", "or", "not", "in"))
EXAMPLE = 'such as rate > 5, or region = "North" and not rate = 0'


class _Token(NamedTuple):
    kind: str  # name, text, number, sign, mark, word
    text: str
    at: int
    placed: bool = False


def read_condition(text: str) -> Condition:
    """Read a condition. BadConditionError where it is none."""
    if len(text) > LONGEST:
        raise BadConditionError(f"a condition has at most {LONGEST} characters", "shorten it", 0)
    reader = _Reader(_tokens(text), len(text))
    holds = reader.condition(0)
    reader.end()
    return Condition(tuple(reader.names), holds)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        if found is None:
            at += len(text[at:]) - len(text[at:].lstrip())
            sign = next((sign for sign in (text[at : at + 2], text[at : at + 1]) if sign in _ELSEWHERE), "")
            hint = f"write `{_ELSEWHERE[sign]}` in the place of `{sign}`" if sign else f"write one {EXAMPLE}"
            raise BadConditionError(f"a condition cannot go on with `{text[at : at + 10]}`", hint, at)
        kind = found.lastgroup or ""
        index = found.start(kind)
        if found["placed"]:
            tokens.append(_Token("name", found["inner"].strip(), found.start("placed"), placed=True))
        elif found["double"] is not None or found["single"] is not None:
            quoted = found["double"] if found["double"] is not None else found["single"]
            placed = _PLACED.fullmatch(quoted)  # quotes round a placeholder change nothing: a value is a value
            if placed:
                tokens.append(_Token("name", placed[1], index - 1, placed=True))
            else:
                tokens.append(_Token("text", re.sub(r"\\(.)", r"\1", quoted), index - 1))
        elif found["word"] and found["word"].lower() not in _WORDS:
            tokens.append(_Token("name", found["word"], index))
        else:
            written = found[kind].lower()
            tokens.append(_Token(kind, _SAME.get(written, written), index))
        at = found.end()
    return tokens


class _Reader:
    """Reads tokens from first to last."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = tokens
        self._length = length
        self._at = 0
        self.names: list[Name] = []

    def condition(self, depth: int) -> Callable[[Lookup], bool]:
        if depth > DEEPEST:
            raise BadConditionError("a condition is nested too deeply", "use fewer parentheses", self._index())
        parts = [self._part(depth)]
        while self._take("word", "or"):
            parts.append(self._part(depth))
        return parts[0] if len(parts) == 1 else lambda lookup: any(part(lookup) for part in parts)

    def end(self) -> None:
        if self._at < len(self._tokens):
            token = self._tokens[self._at]
            hint = f"put a text in quotes, and join two conditions by `and` or `or`, {EXAMPLE}"
            before, behind = self._tokens[self._at - 1], self._tokens[self._at + 1 :]
            if token.text.lower() in _IN_WORDS and behind and not token.placed:
                other = behind[0].text if behind[0].kind == "number" else f"'{behind[0].text}'"
                hint = f"write `{before.text} {_IN_WORDS[token.text.lower()]} {other}`"
            elif before.text.lower() in {"if", "when", "where"} and self._at == 1:
                hint = f"leave out `{before.text}`"
            raise BadConditionError(f"the condition ends before `{token.text[:20]}`", hint, token.at)

    def _part(self, depth: int) -> Callable[[Lookup], bool]:
        clauses = [self._clause(depth)]
        while self._take("word", "and"):
            clauses.append(self._clause(depth))
        return clauses[0] if len(clauses) == 1 else lambda lookup: all(clause(lookup) for clause in clauses)

    def _clause(self, depth: int) -> Callable[[Lookup], bool]:
        if self._take("word", "not"):
            if depth > DEEPEST:
                raise BadConditionError("a condition is nested too deeply", "leave out the nots that undo each other", 0)
            clause = self._clause(depth + 1)
            return lambda lookup: not clause(lookup)
        if self._take("mark", "("):
            inner = self.condition(depth + 1)
            self._need(")")
            return inner
        return self._test()

    def _test(self) -> Callable[[Lookup], bool]:
        left = self._operand()
        sign = self._take("sign")
        if sign is not None:
            right = self._operand()
            return lambda lookup: _compare(left(lookup), sign.text, right(lookup), sign.at)
        negated = self._is_not_in()
        if not negated and not self._take("word", "in"):
            return lambda lookup: _is_given(left(lookup))
        self._need("(")
        others = [self._operand()]
        while self._take("mark", ","):
            others.append(self._operand())
        self._need(")")
        at = self._index()
        return lambda lookup: negated != any(_compare(left(lookup), "=", other(lookup), at) for other in others)

    def _is_not_in(self) -> bool:
        two = self._tokens[self._at : self._at + 2]
        found = [(token.kind, token.text) for token in two] == [("word", "not"), ("word", "in")]
        self._at += 2 if found else 0
        return found

    def _operand(self) -> Callable[[Lookup], Value]:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.kind not in ("name", "text", "number"):
            before = f" before `{token.text}`" if token else " at its end"
            said = f"the condition lacks a name or a value{before}"
            last = self._tokens[self._at - 1].text if self._at and token else ""
            sign = f"{last}{token.text}" if token and last else ""
            hint = f"write `{_ELSEWHERE[sign]}` in the place of `{sign}`" if sign in _ELSEWHERE else f"write one {EXAMPLE}"
            raise BadConditionError(said, hint, token.at if token else self._index())
        self._at += 1
        if token.kind == "name":
            name = Name(token.text, token.placed, token.at)
            self.names.append(name)
            return lambda lookup: lookup(name)
        value: Value = Decimal(token.text.rstrip("%")) if token.kind == "number" else token.text
        return lambda _: value

    def _take(self, kind: str, text: str = "") -> _Token | None:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.kind != kind or (text and token.text != text):
            return None
        self._at += 1
        return token

    def _need(self, mark: str) -> None:
        if not self._take("mark", mark):
            raise BadConditionError(f"the condition lacks a `{mark}`", f"write one {EXAMPLE}", self._index())

    def _index(self) -> int:
        return self._tokens[self._at].at if self._at < len(self._tokens) else max(0, self._length - 1)


def _is_given(value: Value) -> bool:
    return value is not None and str(value).strip().lower() not in ("", "no", "false")


def _compare(left: Value, sign: str, right: Value, index: int) -> bool:
    """Whether a comparison holds. What is missing differs from all there is, and is neither less nor more."""
    if left is None or right is None:
        return (sign == "!=") == ((left is None) != (right is None)) if sign in ("=", "!=") else False
    one, other = _alike(left, right)
    if sign in ("=", "!="):
        return (sign == "=") == (one == other)
    less, more = _ordered(one, other, index)
    return {"<": less, "<=": not more, ">": more, ">=": not less}[sign]


def _ordered(one: Value, other: Value, index: int) -> tuple[bool, bool]:
    """Whether one is less than the other, and whether it is more."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one < other, one > other
    if isinstance(one, date) and isinstance(other, date):
        return one < other, one > other
    if isinstance(one, str) and isinstance(other, str):
        return one < other, one > other
    said = f"“{_shown(one)}” and “{_shown(other)}” cannot be compared: one is a number, or a date, and the other is not"
    raise BadConditionError(said, 'compare numbers with numbers, and dates with dates such as "2026-11-22"', index)


def _shown(value: Value) -> str:
    return str(value)[:40]


def _alike(left: Value, right: Value) -> tuple[Value, Value]:
    """Two values of one kind, where a text says what the other is."""
    left, right = _plain(left), _plain(right)
    if isinstance(left, str) and not isinstance(right, str):
        return _as(left, right), right
    if isinstance(right, str) and not isinstance(left, str):
        return left, _as(right, left)
    return left, right


def _plain(value: Value) -> Value:
    if isinstance(value, datetime):
        return value.date()
    return " ".join(value.split()) if isinstance(value, str) else value


def _as(text: str, other: Value) -> Value:
    """A text as what the other value is; as it stands where it is nothing of the kind."""
    try:
        if isinstance(other, Decimal):
            found = Decimal(text)
            return found if found.is_finite() else text
        return date.fromisoformat(text)
    except (InvalidOperation, ValueError):
        return text
