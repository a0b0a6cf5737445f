"""Labels in Serbian in Latin letters. Set `checked` once a speaker has read them all."""

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
    answered=("Videti preporuku ", "Videti preporuke "),
    confidence={"high": "Pouzdanost: visoka", "medium": "Pouzdanost: srednja", "low": "Pouzdanost: niska"},
    derived="Izvedeno iz argumentacije izvora",
    all_derived=("Ova preporuka je izvedena iz argumentacije izvora.", "Ove preporuke su izvedene iz argumentacije izvora."),
    notes="Napomene",
    references="Izvori",
    about="O publikaciji",
    authors="Autori",
    contact="Kontakt",
    citation="Predloženo citiranje",
    acknowledgements="Zahvalnice",
    disclaimer="Ograda od odgovornosti",
    imprint="Impresum",
    number="Br. {}",
    page="Strana",
    figure="Slika {}",
    table="Tabela {}",
    box="Okvir {}",
    section="Odeljak {}",
)
