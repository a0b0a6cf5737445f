"""Labels in Croatian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Ukratko",
    findings="Nalazi",
    finding="Nalaz {}",
    recommendations="Preporuke",
    recommendation="Preporuka {}",
    for_="Za",
    by="Rok",
    priority="Prioritet",
    addresses=("Odnosi se na nalaz ", "Odnosi se na nalaze "),
    answered=("Vidi preporuku ", "Vidi preporuke "),
    confidence={"high": "Pouzdanost: visoka", "medium": "Pouzdanost: srednja", "low": "Pouzdanost: niska"},
    derived="Izvedeno iz argumentacije izvora",
    all_derived=("Ova je preporuka izvedena iz argumentacije izvora.", "Ove su preporuke izvedene iz argumentacije izvora."),
    notes="Bilješke",
    references="Izvori",
    about="O publikaciji",
    authors="Autori",
    contact="Kontakt",
    citation="Predloženo citiranje",
    acknowledgements="Zahvale",
    disclaimer="Izjava o odricanju odgovornosti",
    imprint="Impresum",
    number="Br. {}",
    page="Stranica",
    figure="Slika {}",
    table="Tablica {}",
    box="Okvir {}",
    section="Odjeljak {}",
)
