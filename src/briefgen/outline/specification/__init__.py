"""The outline format, once: from these tables come the checker, the normal form, the JSON Schema and the reference.

Data only, a file for each subject. Whoever adds a key here adds what content makes of it, and nothing else in this room.
"""

from briefgen.outline.kinds import Mapping
from briefgen.outline.specification import charts, design, exhibits, policy, sources, text, whole

MAPPINGS: dict[str, Mapping] = {
    mapping.name: mapping
    for mapping in (
        whole.OUTLINE, whole.PUBLISHER, whole.AUTHOR, whole.PARTNERS, whole.PARTNER, whole.SUMMARY, whole.LABELS,
        text.SECTION, text.BLOCK, text.HEADING, text.DEFINITION, text.EVENT, text.PULL_QUOTE, text.ITEM,
        text.BOX, text.ASIDE,
        exhibits.PAIR, exhibits.STATS, exhibits.STAT, exhibits.FIGURE, exhibits.TABLE,
        charts.CHART, charts.LINE, charts.PERIOD, charts.ANNOTATION,
        policy.FINDING, policy.RECOMMENDATION,
        design.DESIGN, design.COVER, design.ACCENT, design.SECONDARY, design.TYPEFACES, design.TYPEFACE,
        design.PRINT, design.ADVICE,
        sources.SOURCE, sources.NAME,
    )
}  # fmt: skip


def mapping_of(name: str) -> Mapping:
    """The mapping of this name: of an outline, or of a look or a brand, which few outlines have."""
    found = MAPPINGS.get(name)
    if found is not None:
        return found
    if name.startswith("brand"):
        from briefgen.outline.specification.brand import brand_mappings  # late, as below

        return brand_mappings((), ())[name]
    from briefgen.outline.specification.looks import look_mapping  # late: they are made from records

    return look_mapping(name)


def all_mappings() -> dict[str, Mapping]:
    """Every mapping of the format, those of looks after the others."""
    from briefgen.outline.specification.looks import look_mappings  # late, as above

    return MAPPINGS | look_mappings()
