"""Labels in Swedish. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="I korthet",
    findings="Resultat",
    finding="Resultat {}",
    recommendations="Rekommendationer",
    recommendation="Rekommendation {}",
    for_="Till",
    by="Senast",
    priority="Prioritet",
    addresses=("Gäller resultat ", "Gäller resultaten "),
    answered=("Se rekommendation ", "Se rekommendationerna "),
    confidence={"high": "Säkerhet: hög", "medium": "Säkerhet: medelhög", "low": "Säkerhet: låg"},
    derived="Härledd ur källans resonemang",
    all_derived=(
        "Denna rekommendation är härledd ur källans resonemang.",
        "Dessa rekommendationer är härledda ur källans resonemang.",
    ),
    notes="Noter",
    references="Källor",
    about="Om publikationen",
    authors="Författare",
    contact="Kontakt",
    citation="Föreslagen källhänvisning",
    acknowledgements="Tack",
    disclaimer="Ansvarsfriskrivning",
    imprint="Redaktionsruta",
    number="Nr {}",
    page="Sida",
    figure="Figur {}",
    table="Tabell {}",
    box="Ruta {}",
    section="Avsnitt {}",
)
