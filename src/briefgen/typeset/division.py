"""Where a segment may be broken: between its words, within them, and between letters where nothing else helps.

In come segments; out come the breaks that `breaks` chooses from, each with its cut. The promise: a break never parts what
belongs together while there is another way. Refuses to know which breaks are chosen.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

import msgspec

from briefgen.typeset.atoms import Token
from briefgen.typeset.breaks import STUMP, Break
from briefgen.typeset.characters import SOFT_HYPHEN
from briefgen.typeset.opportunities import Divider, Opening, is_address
from briefgen.typeset.paragraph import Cut, Stretch, right_edge
from briefgen.typeset.parting import may_begin
from briefgen.typeset.shape import Shaper

# more costs in the currency of `breaks`
RAGGED_HYPHEN = 6.0  # times the cost in ragged text, which needs hyphens least
WRITTEN = 60.0  # where a soft hyphen is written
FINAL = 150.0  # where the rest of the word begins the last line (Knuth and Plass 1981: “finalhyphendemerits”)
LONG_WORD = 1000  # characters
STUMP_LETTERS = 6  # fewer letters and digits are no line
TORN = 2000.0  # between two letters, because nothing else helps
HANG = 20.0  # of a comma or stop beyond the line's end

_JOINERS = "\u2060\ufeff"
# languages that repeat a hyphen which is written at the head of the next line (pl: PWN, Zasady pisowni, 8; pt: Acordo
# Ortográfico 1990, base XX; cs, sk, hr, sr and bs have the same rule)
REPEATING = frozenset("pl pt cs sk hr sr bs".split())

# what controls open: cost, whether the line ends in a hyphen, whether it is added
_SEPARATORS = {SOFT_HYPHEN: (WRITTEN, True, True), "\u200b": (0.0, False, False)}


class Breaking(msgspec.Struct, frozen=True):
    """How a segment may be broken: `cuts[i]` is where `breaks[i]` is; the first is the start, the last the end."""

    breaks: list[Break]
    cuts: list[Cut]


def unbroken(segment: Stretch) -> Breaking:
    """A segment that has a token at least in one line."""
    end, cut = segment.end
    first = segment.tokens[0].first
    start = segment.start(first, 0)
    begin = Break(start, start, segment.space[first], segment.space[first])
    return Breaking([begin, end], [Cut(0, 0, 0, 0), cut])


def find_breaks(
    segment: Stretch, shaper: Shaper, divider: Divider, hyphens: bool = False, narrow: float | None = None
) -> Breaking:
    """Where the lines of a segment, which has a token at least, may end; with `hyphens` also within words.

    With `narrow`, the least width of a line in points, words that are wider are hyphenated in any case, parts of them that
    are still wider are torn between letters, and no-break spaces do not bind what is wider.
    """
    whole = unbroken(segment)
    breaks, cuts = whole.breaks[:1], whole.cuts[:1]
    hangs = segment.square and segment.style.align == "justify"
    openings = _openings(segment, divider, hyphens)
    if narrow is not None:
        _tear(segment, openings, divider, narrow)
    each = zip(segment.tokens, openings, *segment.ends, strict=True)
    for number, (token, inner, end, cut, free) in enumerate(each):
        seams = _seams(segment, token) if inner and token.first < token.last else []
        for opening in inner:
            within = _inner_cut(segment, token, opening, seams)
            place = _inner_break(segment, within, opening, shaper)
            if hangs:
                _hang(segment, breaks, cuts, place, within)
            breaks.append(place)
            cuts.append(within)
        if free:
            if hangs:
                _hang(segment, breaks, cuts, end, cut)
            breaks.append(end)
            cuts.append(cut)
        elif narrow is not None and segment.bound[number] > narrow:
            breaks.append(msgspec.structs.replace(end, cost=TORN / 2))
            cuts.append(cut)
    return Breaking(_with_stumps(segment, breaks, cuts), cuts)


def _openings(segment: Stretch, divider: Divider, hyphens: bool) -> list[Sequence[Opening]]:
    """The openings of each token of a segment; with `hyphens` those within words, but for the last one."""
    tokens = segment.tokens
    languages = {segment.atoms[token.first].dress.language for token in tokens} if hyphens else {""}
    found: list[Sequence[Opening]]
    if len(languages) == 1 and not segment.marks and segment.simple:
        known = divider.known_in(languages.pop())  # as of most texts
        found = [known[token.text] for token in tokens]
        found[-1] = divider.known_in("")[tokens[-1].text]
    else:
        last = len(tokens) - 1
        found = [_inner_openings(segment, token, divider, hyphens and at < last) for at, token in enumerate(tokens)]
    if segment.style.align != "justify":  # people copy e-mail addresses, and a ragged line may end before one
        return [() if "@" in token.text else inner for token, inner in zip(tokens, found, strict=True)]
    return found


def _tear(segment: Stretch, openings: list[Sequence[Opening]], divider: Divider, narrow: float) -> None:
    """Open those tokens further that are wider than the narrowest line."""
    for number, token in enumerate(segment.tokens):
        if segment.x[token.last + 1] - segment.x[token.first] > narrow:
            inner = _inner_openings(segment, token, divider, hyphens=True)
            if segment.style.align != "justify" and is_address(token.text):
                # at its signs, where that is enough: nobody who copies it takes a break for a space there
                signs = _inner_openings(segment, token, divider, hyphens=False)
                at = [opening for opening in signs if token.text[opening.offset] == "@"]  # an e-mail address best there
                fit = (each for each in (at, signs) if not any(o.torn for o in _with_tears(segment, token, each, narrow)))
                inner = next(fit, inner)
            openings[number] = _with_tears(segment, token, inner, narrow)


def _hang(segment: Stretch, breaks: list[Break], cuts: list[Cut], place: Break, cut: Cut) -> None:
    """Add a break with the comma or stop at its end beyond the line; none where it ends in something else."""
    from briefgen.typeset.ideographs import overhang  # late: for Chinese and Japanese alone

    word = segment.atoms[cut.atom].word
    hang = overhang(word, cut.offset) if word is not None else 0.0
    if hang:
        breaks.append(msgspec.structs.replace(place, end=place.end - hang, cost=place.cost + HANG))
        cuts.append(msgspec.structs.replace(cut, hang=hang))


def natural_width(breaking: Breaking) -> float:
    """The width in points of the whole text in one line."""
    return breaking.breaks[-1].end - breaking.breaks[0].start


def widest_fragment(breaking: Breaking) -> float:
    """The widest part that cannot be broken, in points."""
    return max([b.end - a.start for a, b in pairwise(breaking.breaks)])


def _with_stumps(segment: Stretch, breaks: list[Break], cuts: list[Cut]) -> list[Break]:
    """The breaks, those of them being dear after which only a few letters follow: they leave a stump as the last line."""
    atoms, letters = segment.atoms, 0
    at, offset = segment.tokens[-1].last, len(atoms[segment.tokens[-1].last].text)
    for index in range(len(breaks) - 2, 0, -1):
        cut = cuts[index]
        while at > cut.next_atom:
            letters += _letters(atoms[at].text[:offset])
            at -= 1
            offset = len(atoms[at].text)
        letters += _letters(atoms[at].text[cut.next_offset : offset])
        offset = cut.next_offset
        if letters >= STUMP_LETTERS:
            break
        breaks[index] = msgspec.structs.replace(breaks[index], stump=STUMP)
    return breaks


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _inner_openings(segment: Stretch, token: Token, divider: Divider, hyphens: bool) -> Sequence[Opening]:
    """A token's openings by position: what its letters allow, corrected by controls and by seams between spans."""
    language = segment.atoms[token.first].dress.language if hyphens else ""
    if token.first == token.last and not segment.marks:
        return divider.openings(token.text, language)
    marks = _token_marks(segment, token)
    if SOFT_HYPHEN in marks.values():
        language = ""
    openings = {o.offset: o for o in divider.openings(token.text, language) if not o.shown}
    for offset in _seams(segment, token):
        for near in (offset - 1, offset, offset + 1):  # what is joined there (a note mark, a letter) stays joined
            if near in openings and openings[near].added:
                del openings[near]
    for offset, kind in marks.items():
        if kind in _JOINERS:
            openings.pop(offset, None)
        elif kind in _SEPARATORS and 0 < offset < len(token.text):
            if kind == SOFT_HYPHEN and not may_begin(token.text[offset:]):  # UAX #14, LB13
                continue
            openings[offset] = Opening(offset, *_SEPARATORS[kind])
    return [openings[offset] for offset in sorted(openings)]


def _token_marks(segment: Stretch, token: Token) -> dict[int, str]:
    """The controls within a token by their offset in its text."""
    found: dict[int, str] = {}
    start = 0
    for index in range(token.first, token.last + 1):
        for offset, kind in segment.marks.get(index, {}).items():
            found[start + offset] = kind
        start += len(segment.atoms[index].text)
    return found


def _seams(segment: Stretch, token: Token) -> list[int]:
    """The offsets at which a token's atoms meet."""
    return list(accumulate([len(atom.text) for atom in segment.atoms[token.first : token.last]]))


def _inner_cut(segment: Stretch, token: Token, opening: Opening, seams: Sequence[int]) -> Cut:
    """Where an opening of a token is among its atoms, which meet at `seams`."""
    offset = opening.offset
    repeats = opening.hyphen and not opening.added and token.text[offset - 1] in "-‐"
    if repeats:
        repeats = segment.atoms[token.first].dress.language.split("-", 1)[0] in REPEATING
    place = bisect_left(seams, offset)
    index = token.first + place
    within = offset - (seams[place - 1] if place else 0)
    if place < len(seams) and seams[place] == offset:
        return Cut(index, within, index + 1, 0, opening.added, opening.torn, repeats, opening.shown)
    return Cut(index, within, index, within, opening.added, opening.torn, repeats, opening.shown)


def _inner_break(segment: Stretch, cut: Cut, opening: Opening, shaper: Shaper) -> Break:
    """The numbers of a break within a token. The parts are measured within the whole: off by a kern, made good later."""
    start = segment.start(cut.next_atom, cut.next_offset)
    if cut.repeats:
        start = segment.x[cut.next_atom] - shaper.word(segment.atoms[cut.next_atom].dress, "", hyphen=True).width
        following = segment.atoms[cut.next_atom].word
        start += following.offsets[cut.next_offset] if following is not None and cut.next_offset else 0.0
    atom = segment.atoms[cut.atom]
    word = atom.word
    end = segment.x[cut.atom] - atom.dress.tracking + (word.offsets[cut.offset] if word is not None else 0.0)
    cost = opening.cost
    if opening.added:
        end += shaper.word(atom.dress, "-").width - right_edge(segment.style, atom.dress, "-")
        if opening.shown:
            end += shaper.word(atom.dress, opening.shown).width - shaper.word(atom.dress, atom.text[: cut.offset]).width
        if segment.style.align != "justify":
            cost *= RAGGED_HYPHEN
    else:
        end -= right_edge(segment.style, atom.dress, atom.text[cut.offset - 1])
    space = later = segment.space[cut.atom]
    if segment.square:
        following = segment.atoms[cut.next_atom].word
        if word is not None and word.spacing:
            end -= word.spacing.joints.get(cut.offset, 0.0) + word.spacing.tails.get(cut.offset - 1, 0.0)
            space += word.spacing.white(cut.offset)
        later = segment.space[cut.next_atom]
        if following is not None and following.spacing:
            later += following.spacing.white(cut.next_offset + 1) if cut.next_offset else 0.0
    return Break(end, start, space, later, cost, opening.hyphen, FINAL if opening.added else 0.0)


def _with_tears(segment: Stretch, token: Token, openings: Sequence[Opening], narrow: float) -> list[Opening]:
    """The openings, and more of them between the clusters of those parts that are wider than the narrowest line."""
    offsets: list[float] = []
    clusters: list[int] = []
    for index in range(token.first, token.last + 1):
        word = segment.atoms[index].word
        if word is not None:
            start = len(offsets)
            clusters += [start, *(start + at for at in word.clusters())]
            offsets += [segment.x[index] + offset for offset in word.offsets[:-1]]
    offsets.append(segment.x[token.last + 1])
    edges = [0, *(opening.offset for opening in openings), len(token.text)]
    # a part may fit, and not with the hyphen that ends it: a tear too many does no harm, for nothing is dearer
    hyphen = 0.5 * segment.atoms[token.last].dress.size
    wide = [(a, b) for a, b in pairwise(edges) if offsets[b] - offsets[a] > narrow - hyphen]
    if len(clusters) > LONG_WORD:  # no word, but something that must not take for ever
        clusters = clusters[:: max(1, int(len(clusters) * narrow / offsets[-1] / 8))]
    tears = [Opening(at, TORN, torn=True) for at in clusters if any(a < at < b for a, b in wide)]
    return sorted([*openings, *tears])
