"""Labels in Icelandic. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Í hnotskurn",
    findings="Niðurstöður",
    finding="Niðurstaða {}",
    recommendations="Tillögur",
    recommendation="Tillaga {}",
    for_="Fyrir",
    by="Frestur",
    priority="Forgangur",
    addresses=("Varðar niðurstöðu ", "Varðar niðurstöður "),
    answered=("Sjá tillögu ", "Sjá tillögur "),
    confidence={"high": "Vissa: mikil", "medium": "Vissa: miðlungs", "low": "Vissa: lítil"},
    derived="Dregin af röksemdum heimildarinnar",
    all_derived=(
        "Þessi tillaga er dregin af röksemdum heimildarinnar.",
        "Þessar tillögur eru dregnar af röksemdum heimildarinnar.",
    ),
    notes="Athugasemdir",
    references="Heimildir",
    about="Um ritið",
    authors="Höfundar",
    contact="Tengiliður",
    citation="Tillaga að tilvísun",
    acknowledgements="Þakkir",
    disclaimer="Fyrirvari",
    imprint="Útgáfuupplýsingar",
    number="Nr. {}",
    page="Blaðsíða",
    figure="Mynd {}",
    table="Tafla {}",
    box="Rammi {}",
    section="Kafli {}",
)
