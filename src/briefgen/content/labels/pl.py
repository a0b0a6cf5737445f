"""Labels in Polish. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="W skrócie",
    findings="Ustalenia",
    finding="Ustalenie {}",
    recommendations="Rekomendacje",
    recommendation="Rekomendacja {}",
    for_="Dla",
    by="Termin",
    priority="Priorytet",
    addresses=("Dotyczy ustalenia ", "Dotyczy ustaleń "),
    answered=("Zob. rekomendację ", "Zob. rekomendacje "),
    confidence={"high": "Pewność: wysoka", "medium": "Pewność: średnia", "low": "Pewność: niska"},
    derived="Wyprowadzona z argumentacji źródła",
    all_derived=(
        "Ta rekomendacja została wyprowadzona z argumentacji źródła.",
        "Te rekomendacje zostały wyprowadzone z argumentacji źródła.",
    ),
    notes="Przypisy",
    references="Źródła",
    about="O publikacji",
    authors="Autorzy",
    contact="Kontakt",
    citation="Sugerowane cytowanie",
    acknowledgements="Podziękowania",
    disclaimer="Zastrzeżenie",
    imprint="Stopka redakcyjna",
    number="Nr {}",
    page="Strona",
    figure="Rysunek {}",
    table="Tabela {}",
    box="Ramka {}",
    section="Rozdział {}",
)
