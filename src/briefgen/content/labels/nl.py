"""Labels in Dutch. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="In het kort",
    findings="Bevindingen",
    finding="Bevinding {}",
    recommendations="Aanbevelingen",
    recommendation="Aanbeveling {}",
    for_="Voor",
    by="Termijn",
    priority="Prioriteit",
    addresses=("Betreft bevinding ", "Betreft de bevindingen "),
    answered=("Zie aanbeveling ", "Zie de aanbevelingen "),
    confidence={"high": "Betrouwbaarheid: hoog", "medium": "Betrouwbaarheid: gemiddeld", "low": "Betrouwbaarheid: laag"},
    derived="Afgeleid uit het betoog van de bron",
    all_derived=(
        "Deze aanbeveling is afgeleid uit het betoog van de bron.",
        "Deze aanbevelingen zijn afgeleid uit het betoog van de bron.",
    ),
    notes="Noten",
    references="Bronnen",
    about="Over deze publicatie",
    authors="Auteurs",
    contact="Contact",
    citation="Aanbevolen citaat",
    acknowledgements="Dankwoord",
    disclaimer="Disclaimer",
    imprint="Colofon",
    number="Nr. {}",
    page="Pagina",
    figure="Figuur {}",
    table="Tabel {}",
    box="Kader {}",
    section="Paragraaf {}",
)
