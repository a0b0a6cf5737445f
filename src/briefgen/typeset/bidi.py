"""Which way text runs: the Unicode Bidirectional Algorithm (UAX #9), with isolates and paired brackets.

In comes a paragraph; out come the embedding levels of its characters, even ones from left to right and odd ones from right
to left, and the order in which runs of levels stand on a line. Names of rules are those of UAX #9 (Unicode 15). The classes
of characters are those of Python's `unicodedata`. Loaded for text with letters from right to left alone.
"""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

DEEPEST = 125  # max_depth (BD2)
MOST_BRACKETS = 63  # open ones at a time (BD16)

_STRONG = frozenset({"L", "R", "AL"})
_ISOLATING = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDING = {"LRE": (0, ""), "RLE": (1, ""), "LRO": (0, "L"), "RLO": (1, "R")}  # parity and override
_REMOVED = frozenset({*_EMBEDDING, "PDF", "BN"})  # by X9
_EXPLICIT = frozenset({*_REMOVED, *_ISOLATING, "PDI", "B"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", *_ISOLATING, "PDI"})  # NI
_ENDING = frozenset({"WS", *_ISOLATING, "PDI", *_REMOVED})  # what L1 takes back at a line's end
_AS_RIGHT = frozenset({"R", "EN", "AN"})  # what N0, N1 take for R

# Bidi_Paired_Bracket: the sign after the opening one, but for these (and only signs that are mirrored have one)
_CLOSING = {"[": "]", "{": "}", "\u298d": "\u2990", "\u298f": "\u298e", "\uff3b": "\uff3d", "\uff5b": "\uff5d"}
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}  # canonical equivalents

# where characters that Unicode has not assigned yet run from right to left (DerivedBidiClass, @missing)
_UNASSIGNED_RIGHT = (
    (0x0590, 0x08FF),
    (0xFB1D, 0xFDCF),
    (0xFDF0, 0xFDFF),
    (0xFE70, 0xFEFF),
    (0x10800, 0x10FFF),
    (0x1E800, 0x1EFFF),
)


def class_of(character: str) -> str:
    """The class Bidi_Class of a character."""
    found = unicodedata.bidirectional(character)
    if not found:
        right = any(first <= ord(character) <= last for first, last in _UNASSIGNED_RIGHT)
        return "R" if right else "L"
    return found


def base_level(text: str) -> int | None:
    """The level of a paragraph by its first strong letter outside isolates (P2, P3); None when it has none."""
    return _first_strong([class_of(c) for c in text])


def find_levels(text: str, base: int) -> list[int]:
    """The level of each character of a paragraph (X1 to I2). A sign that X9 removes has that of what stands before it."""
    known = {c: class_of(c) for c in set(text)}
    classes = [known[c] for c in text]
    met = set(known.values())
    if _EXPLICIT.isdisjoint(met):
        levels = [base] * len(classes)
        sequences = [list(range(len(classes)))] if classes else []
        kinds = classes[:]
    else:
        pairs = _isolates(classes)
        levels, kinds = _explicit_levels(classes, pairs, base)
        sequences = _sequences(classes, levels, pairs)
    explicit = levels[:]
    for indices in sequences:
        for index, level in zip(indices, _Sequence(text, classes, kinds, explicit, indices, base).resolve(), strict=True):
            levels[index] = level
    level = base
    for index, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[index] = level
        level = levels[index]
    return levels


def with_ends(text: str, levels: Sequence[int], base: int) -> list[int]:
    """The levels of a line's characters, with white space at its end and before tabs at the paragraph's level (L1)."""
    found = list(levels)
    trailing = True
    for index in range(len(text) - 1, -1, -1):
        kind = class_of(text[index])
        if kind in {"S", "B"}:
            trailing = True
        elif kind not in _ENDING:
            trailing = False
        if trailing:
            found[index] = base
    return found


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of things on a line, from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), min((each | 1 for each in levels), default=1) - 1, -1):
        found: list[int] = []
        turned: list[int] = []
        for index in order:
            if levels[index] >= level:
                turned.append(index)
            else:
                found += [*reversed(turned), index]
                turned = []
        order = [*found, *reversed(turned)]
    return order


def _first_strong(classes: Sequence[str], start: int = 0, end: int | None = None) -> int | None:
    """0 or 1 by the first strong class that no isolate holds; None when there is none."""
    depth = 0
    for index in range(start, len(classes) if end is None else end):
        kind = classes[index]
        if kind in _ISOLATING:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in _STRONG:
            return int(kind != "L")
    return None


def _isolates(classes: Sequence[str]) -> dict[int, int]:
    """Where each isolate that is opened is closed (BD9); those that never are have no entry."""
    found, opened = {}, []
    for index, kind in enumerate(classes):
        if kind in _ISOLATING:
            opened.append(index)
        elif kind == "PDI" and opened:
            found[opened.pop()] = index
    return found


def _explicit_levels(classes: Sequence[str], pairs: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Levels by explicit signs (X1 to X8), and the classes that overrides leave."""
    levels, kinds = [base] * len(classes), list(classes)
    stack = [(base, "", False)]  # level, override, isolate
    lost_isolates = lost_embeddings = isolates = 0
    for index, kind in enumerate(classes):
        level, override, _ = stack[-1]
        levels[index] = level
        if kind in _EMBEDDING:
            parity, forced = _EMBEDDING[kind]
            deeper = _next_level(level, parity)
            if deeper <= DEEPEST and not lost_isolates and not lost_embeddings:
                stack.append((deeper, forced, False))
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind in _ISOLATING:
            kinds[index] = override or kind
            deeper = DEEPEST + 1
            if not lost_isolates and not lost_embeddings:
                right = kind == "RLI" or (kind == "FSI" and _first_strong(classes, index + 1, pairs.get(index)) == 1)
                deeper = _next_level(level, int(right))
            if deeper <= DEEPEST:
                isolates += 1
                stack.append((deeper, "", True))
            else:
                lost_isolates += 1
        elif kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif isolates:
                lost_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                isolates -= 1
            levels[index], kinds[index] = stack[-1][0], stack[-1][1] or kind
        elif kind == "PDF":
            if lost_isolates:
                pass
            elif lost_embeddings:
                lost_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            levels[index] = base
        elif kind != "BN":
            kinds[index] = override or kind
    return levels, kinds


def _next_level(level: int, parity: int) -> int:
    """The least level above this one that is even (0) or odd (1)."""
    return level + 1 if (level + 1) % 2 == parity else level + 2


def _sequences(classes: Sequence[str], levels: Sequence[int], pairs: dict[int, int]) -> list[list[int]]:
    """The isolating run sequences, each as the indices of its characters, without those that X9 removes (BD13, X10)."""
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    runs = [[*run] for _, run in groupby(kept, lambda index: levels[index])]
    starting = {run[0]: run for run in runs}
    closers = set(pairs.values())
    found = []
    for run in runs:
        if run[0] in closers:
            continue  # it goes on with a sequence that has begun
        sequence = [*run]
        while sequence[-1] in pairs:
            sequence += starting[pairs[sequence[-1]]]
        found.append(sequence)
    return found


class _Sequence:
    """One isolating run sequence: the rules that look at neighbours (W1 to W7, N0 to N2) and I1, I2."""

    def __init__(
        self, text: str, classes: list[str], kinds: list[str], levels: list[int], indices: list[int], base: int
    ) -> None:
        self._text = text
        self._indices = indices
        self._level = level = levels[indices[0]]
        self._original = [classes[index] for index in indices]
        self._kinds = [kinds[index] for index in indices]
        before = next((levels[i] for i in range(indices[0] - 1, -1, -1) if classes[i] not in _REMOVED), base)
        last = indices[-1]
        # an isolate that is never closed reaches to the end of the paragraph, which counts as its base (X10)
        after = base
        if classes[last] not in _ISOLATING:
            after = next((levels[i] for i in range(last + 1, len(levels)) if classes[i] not in _REMOVED), base)
        self._start = "R" if max(before, level) % 2 else "L"
        self._end = "R" if max(after, level) % 2 else "L"

    def resolve(self) -> list[int]:
        """The levels of the sequence's characters."""
        met = set(self._kinds)
        if not met <= {"L", "R"}:
            self._resolve_weak(met)
            if not _NEUTRAL.isdisjoint(self._kinds):
                self._resolve_brackets()
                self._resolve_neutral()
        even = self._level % 2 == 0
        more = {"R": 1, "AN": 2, "EN": 2, "L": 0} if even else {"L": 1, "EN": 1, "AN": 1, "R": 0}  # I1, I2
        return [self._level + more[kind] for kind in self._kinds]

    def _resolve_weak(self, met: set[str]) -> None:
        """W1 to W7."""
        kinds = self._kinds
        if "NSM" in met:
            for at, kind in enumerate(kinds):
                if kind == "NSM":  # W1
                    before = kinds[at - 1] if at else self._start
                    kinds[at] = "ON" if before in _ISOLATING or before == "PDI" else before
        strong = self._start
        for at, kind in enumerate(kinds):
            if kind in _STRONG:
                strong = kind
            elif kind == "EN" and strong == "AL":  # W2
                kinds[at] = "AN"
        if "AL" in met:
            kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
        if "ES" in met or "CS" in met:
            self._resolve_separators()
        if "ET" in met:
            self._resolve_terminators()
        if not met.isdisjoint({"ES", "ET", "CS"}):
            kinds[:] = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]  # W6
        if "EN" in met:
            strong = self._start
            for at, kind in enumerate(kinds):
                if kind in {"L", "R"}:
                    strong = kind
                elif kind == "EN" and strong == "L":  # W7
                    kinds[at] = "L"

    def _resolve_separators(self) -> None:
        """W4: one between two numbers belongs to them."""
        kinds = self._kinds
        for at in range(1, len(kinds) - 1):
            kind, before = kinds[at], kinds[at - 1]
            if before == kinds[at + 1] and ((before == "EN" and kind in {"ES", "CS"}) or (before == "AN" and kind == "CS")):
                kinds[at] = before

    def _resolve_terminators(self) -> None:
        """W5: those beside a European number belong to it."""
        kinds, at = self._kinds, 0
        while at < len(kinds):
            end = at + 1
            if kinds[at] == "ET":
                while end < len(kinds) and kinds[end] == "ET":
                    end += 1
                if (at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN"):
                    kinds[at:end] = ["EN"] * (end - at)
            at = end

    def _resolve_brackets(self) -> None:
        """N0: pairs of brackets run as what they hold, or as the text round them."""
        own = "R" if self._level % 2 else "L"
        for opening, closing in self._bracket_pairs():
            inside = {self._strong(at) for at in range(opening + 1, closing)}
            if own in inside:
                self._set_pair(opening, closing, own)
            elif inside - {""}:
                before = next((found for at in range(opening - 1, -1, -1) if (found := self._strong(at))), self._start)
                self._set_pair(opening, closing, before if before != own else own)

    def _strong(self, at: int) -> str:
        kind = self._kinds[at]
        return "R" if kind in _AS_RIGHT else "L" if kind == "L" else ""

    def _set_pair(self, opening: int, closing: int, kind: str) -> None:
        for at in (opening, closing):
            self._kinds[at] = kind
            following = at + 1
            while following < len(self._kinds) and self._original[following] == "NSM":  # marks on a bracket go with it
                self._kinds[following] = kind
                following += 1

    def _bracket_pairs(self) -> list[tuple[int, int]]:
        """The pairs of brackets in the order in which they open (BD16)."""
        opened: list[tuple[str, int]] = []
        pairs: list[tuple[int, int]] = []
        for at, index in enumerate(self._indices):
            character = self._text[index]
            if self._kinds[at] != "ON" or not unicodedata.mirrored(character):
                continue
            category = unicodedata.category(character)
            if category == "Ps":
                if len(opened) == MOST_BRACKETS:
                    return []
                closing = _CLOSING.get(character) or chr(ord(character) + 1)
                opened.append((_SAME.get(closing, closing), at))
            elif category == "Pe":
                character = _SAME.get(character, character)
                place = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == character), None)
                if place is not None:
                    pairs.append((opened[place][1], at))
                    del opened[place:]
        return sorted(pairs)

    def _resolve_neutral(self) -> None:
        """N1 and N2: neutral characters between two of one direction have it, others that of their level."""
        kinds, at = self._kinds, 0
        own = "R" if self._level % 2 else "L"
        while at < len(kinds):
            end = at + 1
            if kinds[at] in _NEUTRAL:
                while end < len(kinds) and kinds[end] in _NEUTRAL:
                    end += 1
                before = self._strong(at - 1) if at else self._start
                after = self._strong(end) if end < len(kinds) else self._end
                kinds[at:end] = [before if before == after else own] * (end - at)
            at = end
