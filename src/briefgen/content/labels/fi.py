"""Labels in Finnish. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Tiivistelmä",
    findings="Havainnot",
    finding="Havainto {}",
    recommendations="Suositukset",
    recommendation="Suositus {}",
    for_="Kenelle",
    by="Määräaika",
    priority="Tärkeys",
    addresses=("Liittyy havaintoon ", "Liittyy havaintoihin "),
    answered=("Katso suositus ", "Katso suositukset "),
    confidence={"high": "Varmuus: suuri", "medium": "Varmuus: kohtalainen", "low": "Varmuus: pieni"},
    derived="Johdettu lähteen päättelystä",
    all_derived=("Tämä suositus on johdettu lähteen päättelystä.", "Nämä suositukset on johdettu lähteen päättelystä."),
    notes="Viitteet",
    references="Lähteet",
    about="Tietoja julkaisusta",
    authors="Kirjoittajat",
    contact="Yhteystiedot",
    citation="Viittausohje",
    acknowledgements="Kiitokset",
    disclaimer="Vastuuvapauslauseke",
    imprint="Julkaisutiedot",
    number="Nro {}",
    page="Sivu",
    figure="Kuvio {}",
    table="Taulukko {}",
    box="Tietolaatikko {}",
    section="Luku {}",
)
