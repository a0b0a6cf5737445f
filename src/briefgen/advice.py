"""The rules of editorial advice: what each looks for, and whose rule it is. Data only; `editorial` applies them.

A code does not change. `languages` are those that a rule can judge; none: it needs no words of a language.
"""

import msgspec

LONG_SENTENCE = 35  # words
LONG_PARAGRAPH = 120  # words
MESSAGES_MOST = 7
PAGES = {2: 1500, 4: 1900, 6: 3000}  # words that fit a brief of so many pages
UNHEADED = PAGES[2] // 2  # words of a page


class Rule(msgspec.Struct, frozen=True):
    """A rule: what it says, and where it is from."""

    meaning: str
    source: str
    languages: str = ""


_ASKING = "en, de, es, fr, it, pt, nl"
_NCCR = "NCCR North-South, *How to write a policy brief*"
_IDRC = "IDRC, *How to write a policy brief*"
_PLAIN = "plain-language guides (plainlanguage.gov; ISO 24495-1)"

RULES: dict[str, Rule] = {
    "quote-not-in-text": Rule("A pull quote without an attribution whose words are not in the text.", "editors’ usage"),
    "unanswered-finding": Rule(
        "A finding that no recommendation addresses, where others are addressed.", "evidence-to-policy guides (SURE, 2011)"
    ),
    "unfounded-recommendation": Rule(
        "A recommendation that addresses no finding, where others do, and is not `derived`.",
        "evidence-to-policy guides (SURE, 2011)",
    ),
    "no-addressee": Rule("A recommendation that does not say who is to act: neither `for` nor “X should”.", _IDRC, _ASKING),
    "no-deadline": Rule("A recommendation that does not say by when: neither `by` nor a time in its words.", _IDRC, _ASKING),
    "vague-addressee": Rule("A recommendation to “stakeholders” or the like.", _IDRC, "en, de, es, fr"),
    "passive-recommendation": Rule("“should be done”, with nobody to do it.", _PLAIN, "en"),
    "many-messages": Rule(f"More than {MESSAGES_MOST} key messages.", "Miller 1956; " + _IDRC),
    "long-sentence": Rule(f"A sentence of more than {LONG_SENTENCE} words.", _PLAIN),
    "long-paragraph": Rule(f"A paragraph of more than {LONG_PARAGRAPH} words.", _NCCR),
    "no-heading": Rule(f"More than {UNHEADED} words, about a page, without a heading.", _NCCR),
    "too-many-words": Rule(
        "More words than a brief of so many pages has: "
        + ", ".join(f"{words:,} for {pages}" for pages, words in PAGES.items())
        + ".",
        "IDRC and NIPN for 2 pages, NCCR for 4, RHRC for 6",
    ),
    "unsuited-look": Rule(
        "A brief of fewer or more pages than its look is made for: a cover page before two pages, say.",
        "the 45 published briefs that the looks are drawn from: no cover page below seven pages",
    ),
    "unexplained-abbreviation": Rule("An abbreviation that is used before it is explained, or never is.", _PLAIN),
    "number-not-in-text": Rule("A number in the summary that the text does not have.", "editors’ usage"),
    "uncited-source": Rule("A source of the bibliography that no text cites.", "APA manual, 8.4"),
    "unmentioned-figure": Rule(
        "A figure or table with an `id` that no text refers to; one without, where no text speaks of any (en, de, es, fr).",
        "APA manual, 7.5",
    ),
    "white-page": Rule(
        "A page before the last with much white at its foot that no setting takes away; how many lines would fill it.",
        "typesetters’ usage",
    ),
    "sparse-last-page": Rule(
        "A last page that is less than half full, or has nothing but the closing panel.", "typesetters’ usage"
    ),
    "hard-to-read": Rule(
        "The usual index of the language says “very difficult”.",
        "Flesch 1948 (en), Amstad 1978 (de), Szigriszt-Pazos 1993 (es), Kandel and Moles 1958 (fr), Gulpease 1988 (it), "
        "Douma 1960 (nl), Martins 1996 (pt); LIX, Björnsson 1968, else",
    ),
}
