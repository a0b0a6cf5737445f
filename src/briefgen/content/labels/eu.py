"""Labels in Basque. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Laburbilduz",
    findings="Aurkikuntzak",
    finding="{}. aurkikuntza",
    recommendations="Gomendioak",
    recommendation="{}. gomendioa",
    for_="Nori",
    by="Epea",
    priority="Lehentasuna",
    addresses=("Lotutako aurkikuntza: ", "Lotutako aurkikuntzak: "),
    answered=("Ikus gomendioa: ", "Ikus gomendioak: "),
    confidence={"high": "Konfiantza: handia", "medium": "Konfiantza: ertaina", "low": "Konfiantza: txikia"},
    derived="Iturriaren argudioetatik ondorioztatua",
    all_derived=(
        "Gomendio hau iturriaren argudioetatik ondorioztatu da.",
        "Gomendio hauek iturriaren argudioetatik ondorioztatu dira.",
    ),
    notes="Oharrak",
    references="Iturriak",
    about="Argitalpen honi buruz",
    authors="Egileak",
    contact="Harremanetarako",
    citation="Nola aipatu",
    acknowledgements="Eskerrak",
    disclaimer="Erantzukizun-ukapena",
    imprint="Argitalpen-datuak",
    number="{}. zk.",
    page="Orria",
    figure="{}. irudia",
    table="{}. taula",
    box="{}. koadroa",
    section="{} atala",
)
