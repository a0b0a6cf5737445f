"""What a policy brief is for: findings and recommendations."""

from briefgen.outline.kinds import Key, ListKind, Mapping, TextKind
from briefgen.outline.specification.common import FLAG, ID, TEXT

FINDING = Mapping(
    "finding",
    "A finding. A text is its statement.",
    (
        Key("id", ID, "A name by which recommendations address it and texts refer to it, `[@name]` or `@name`."),
        Key("statement", TEXT, "What was found.", required=True),
        Key("evidence", TEXT, "What shows it."),
        Key("confidence", TextKind(choices=("high", "medium", "low")), "How sure it is."),
    ),
    "{id: leaks, statement: Half of the water leaks away., evidence: Two surveys of 2025., confidence: high}\n",
    short="statement",
)

RECOMMENDATION = Mapping(
    "recommendation",
    "A recommendation. A text is its action.",
    (
        Key("id", ID, "A name for references in texts, `[@name]` or `@name`."),
        Key("action", TEXT, "What to do.", required=True),
        Key("for", TEXT, "Who is to do it."),
        Key("by", TEXT, "By when."),
        Key("priority", TEXT, "Its priority."),
        Key("rationale", TEXT, "Why."),
        Key("addresses", ListKind(ID), "The findings that it answers, by their ids or numbers."),
        Key("derived", FLAG, "true when it follows from the source's argument but does not stand in it.", default="false"),
    ),
    """\
action: Mend the pipes.
for: the water authority
by: within 12 months
addresses: [1]
""",
    short="action",
)
