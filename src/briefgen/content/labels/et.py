"""Labels in Estonian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Lühidalt",
    findings="Järeldused",
    finding="Järeldus {}",
    recommendations="Soovitused",
    recommendation="Soovitus {}",
    for_="Kellele",
    by="Tähtaeg",
    priority="Prioriteet",
    addresses=("Seotud järeldus: ", "Seotud järeldused: "),
    answered=("Vt soovitust ", "Vt soovitusi "),
    confidence={"high": "Usaldusväärsus: suur", "medium": "Usaldusväärsus: keskmine", "low": "Usaldusväärsus: väike"},
    derived="Tuletatud allika arutluskäigust",
    all_derived=("See soovitus on tuletatud allika arutluskäigust.", "Need soovitused on tuletatud allika arutluskäigust."),
    notes="Märkused",
    references="Allikad",
    about="Väljaandest",
    authors="Autorid",
    contact="Kontakt",
    citation="Soovitatav viide",
    acknowledgements="Tänuavaldused",
    disclaimer="Vastutuse välistamine",
    imprint="Väljaande andmed",
    number="Nr {}",
    page="Lehekülg",
    figure="Joonis {}",
    table="Tabel {}",
    box="Infokast {}",
    section="Jaotis {}",
)
