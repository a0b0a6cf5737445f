"""Labels in Danish. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Kort fortalt",
    findings="Resultater",
    finding="Resultat {}",
    recommendations="Anbefalinger",
    recommendation="Anbefaling {}",
    for_="Til",
    by="Frist",
    priority="Prioritet",
    addresses=("Vedrører resultat ", "Vedrører resultaterne "),
    answered=("Se anbefaling ", "Se anbefalingerne "),
    confidence={"high": "Sikkerhed: høj", "medium": "Sikkerhed: middel", "low": "Sikkerhed: lav"},
    derived="Udledt af kildens argumentation",
    all_derived=(
        "Denne anbefaling er udledt af kildens argumentation.",
        "Disse anbefalinger er udledt af kildens argumentation.",
    ),
    notes="Noter",
    references="Kilder",
    about="Om denne udgivelse",
    authors="Forfattere",
    contact="Kontakt",
    citation="Foreslået henvisning",
    acknowledgements="Tak",
    disclaimer="Ansvarsfraskrivelse",
    imprint="Kolofon",
    number="Nr. {}",
    page="Side",
    figure="Figur {}",
    table="Tabel {}",
    box="Boks {}",
    section="Afsnit {}",
)
