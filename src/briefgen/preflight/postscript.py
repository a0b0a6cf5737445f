"""The calculator of PostScript functions (ISO 32000-1, 7.10.5): a stack of numbers, no memory, no loops.

Comes in: the text of a program. Goes out: what runs it. The promise: steps are bounded by the length of the text and the
stack by a limit; a fault raises IndexError, ValueError or an ArithmeticError. Refuses to know what the numbers are.
"""

import math
import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

TOKEN = re.compile(rb"[{}]|[^\s{}]+")
COMMENT = re.compile(rb"%[^\r\n]*")
MOST_TOKENS = 20_000
MOST_STACK = 100  # ISO 32000-1, Annex C
DEEPEST = 32

Program = list[Any]  # numbers, names of operators, and programs within braces
Stack = list[Any]


def program(text: bytes) -> Callable[[Sequence[float]], tuple[float, ...]] | None:
    """What runs a program; None when it is not written as one."""
    tokens = TOKEN.findall(COMMENT.sub(b"", text))
    if not tokens or tokens[0] != b"{" or len(tokens) > MOST_TOKENS:
        return None
    body = _parsed(tokens)
    if body is None:
        return None

    def run(given: Sequence[float]) -> tuple[float, ...]:
        stack: Stack = list(given)
        _run(body, stack)
        return tuple(float(value) for value in stack)

    return run


def _parsed(tokens: list[bytes]) -> Program | None:
    open_: list[Program] = []
    for token in tokens:
        if token == b"{":
            open_.append([])
            if len(open_) > DEEPEST:
                return None
        elif token == b"}":
            done = open_.pop()
            if not open_:
                return done
            open_[-1].append(done)
        else:
            open_[-1].append(_word(token))
    return None


def _word(token: bytes) -> Any:
    try:
        return float(token) if b"." in token or b"e" in token.lower()[1:] else int(token)
    except ValueError:
        return token.decode("latin-1")


def _run(body: Program, stack: Stack) -> None:
    for at, word in enumerate(body):
        if isinstance(word, list):
            continue  # what `if` and `ifelse` take
        if not isinstance(word, str):
            stack.append(word)
        elif word == "if":
            if stack.pop():
                _run(body[at - 1], stack)
        elif word == "ifelse":
            _run(body[at - 2] if stack.pop() else body[at - 1], stack)
        else:
            _operate(word, stack)
        if len(stack) > MOST_STACK:
            raise ValueError("the stack is full")


def _operate(word: str, stack: Stack) -> None:
    if word in TWO:
        second, first = stack.pop(), stack.pop()
        stack.append(TWO[word](first, second))
    elif word in ONE:
        stack.append(ONE[word](stack.pop()))
    elif word in ("true", "false"):
        stack.append(word == "true")
    elif word == "pop":
        stack.pop()
    elif word == "exch":
        stack[-1], stack[-2] = stack[-2], stack[-1]
    elif word == "dup":
        stack.append(stack[-1])
    elif word == "copy":
        count = _count(stack)
        stack += stack[len(stack) - count :]
    elif word == "index":
        stack.append(stack[-1 - _count(stack, 1)])
    elif word == "roll":
        turns, count = int(stack.pop()), _count(stack)
        if count:
            moved, turns = stack[len(stack) - count :], turns % count
            stack[len(stack) - count :] = moved[count - turns :] + moved[: count - turns]
    else:
        raise ValueError(word)


def _count(stack: Stack, spare: int = 0) -> int:
    """A number of things on the stack, from the stack."""
    count = int(stack.pop())
    if not 0 <= count <= len(stack) - spare:
        raise IndexError(count)
    return count


def _shift(value: int, by: int) -> int:
    return (value << min(by, 31) if by >= 0 else value >> min(-by, 31)) & 0xFFFFFFFF


def _power(base: float, exponent: float) -> float:
    return math.pow(base, exponent)


def _angle(over: float, under: float) -> float:
    return math.degrees(math.atan2(over, under)) % 360


TWO: dict[str, Callable[[Any, Any], Any]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": operator.truediv,
    "idiv": lambda a, b: math.trunc(a / b),
    "mod": math.fmod,
    "exp": _power,
    "atan": _angle,
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
    "and": operator.and_,
    "or": operator.or_,
    "xor": operator.xor,
    "bitshift": _shift,
}
ONE: dict[str, Callable[[Any], Any]] = {
    "abs": abs,
    "neg": operator.neg,
    "ceiling": math.ceil,
    "floor": math.floor,
    "round": lambda value: math.floor(value + 0.5),
    "truncate": math.trunc,
    "sqrt": math.sqrt,
    "sin": lambda value: math.sin(math.radians(value)),
    "cos": lambda value: math.cos(math.radians(value)),
    "ln": math.log,
    "log": math.log10,
    "cvi": math.trunc,
    "cvr": float,
    "not": lambda value: not value if isinstance(value, bool) else ~int(value),
}
