"""Labels in Norwegian Bokmål. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Kort fortalt",
    findings="Funn",
    finding="Funn {}",
    recommendations="Anbefalinger",
    recommendation="Anbefaling {}",
    for_="Til",
    by="Frist",
    priority="Prioritet",
    addresses=("Gjelder funn ", "Gjelder funnene "),
    answered=("Se anbefaling ", "Se anbefalingene "),
    confidence={"high": "Sikkerhet: høy", "medium": "Sikkerhet: middels", "low": "Sikkerhet: lav"},
    derived="Utledet av kildens argumentasjon",
    all_derived=(
        "Denne anbefalingen er utledet av kildens argumentasjon.",
        "Disse anbefalingene er utledet av kildens argumentasjon.",
    ),
    notes="Noter",
    references="Kilder",
    about="Om denne publikasjonen",
    authors="Forfattere",
    contact="Kontakt",
    citation="Foreslått henvisning",
    acknowledgements="Takk",
    disclaimer="Ansvarsfraskrivelse",
    imprint="Kolofon",
    number="Nr. {}",
    page="Side",
    figure="Figur {}",
    table="Tabell {}",
    box="Boks {}",
    section="Avsnitt {}",
)
