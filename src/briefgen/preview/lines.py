"""From the lines of a text to those of an earlier one.

Comes in: two texts. Goes out: for each line of the newer one, the line of the older that stood there. The promise: lines
that are the same above and below all changes lead to each other; it takes time in proportion to the texts, but for what lies
between.
"""

from difflib import SequenceMatcher

MOST = 2000  # changed lines that are compared with each other


class Earlier:
    """Leads lines of `new` back to `old`. Lines count from 1."""

    def __init__(self, old: str, new: str) -> None:
        before, after = old.split("\n"), new.split("\n")
        shorter = min(len(before), len(after))
        head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
        tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
        middle = before[head : len(before) - tail], after[head : len(after) - tail]
        found = [(0, 0, head)]  # where in each text stretches begin that both have, and how long they are
        if max(map(len, middle)) <= MOST:
            matcher = SequenceMatcher(None, *middle, autojunk=False)
            found += [(head + one, head + other, size) for one, other, size in matcher.get_matching_blocks()[:-1]]
        self._stretches = [*found, (len(before) - tail, len(after) - tail, tail)]
        self._most = len(before)

    def line(self, line: int) -> int:
        """The line of the older text: for one that it did not have, the last that stood above."""
        last = 1
        for before, after, size in self._stretches:
            if line <= after:
                return last
            if line <= after + size:
                return line - after + before
            last = max(1, before + size)
        return self._most
