"""Labels in Slovenian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Na kratko",
    findings="Ugotovitve",
    finding="Ugotovitev {}",
    recommendations="Priporočila",
    recommendation="Priporočilo {}",
    for_="Za",
    by="Rok",
    priority="Prednost",
    addresses=("Zadeva ugotovitev ", "Zadeva ugotovitve "),
    answered=("Glej priporočilo ", "Glej priporočila "),
    confidence={"high": "Zanesljivost: visoka", "medium": "Zanesljivost: srednja", "low": "Zanesljivost: nizka"},
    derived="Izpeljano iz utemeljitve vira",
    all_derived=("To priporočilo je izpeljano iz utemeljitve vira.", "Ta priporočila so izpeljana iz utemeljitve vira."),
    notes="Opombe",
    references="Viri",
    about="O publikaciji",
    authors="Avtorji",
    contact="Stik",
    citation="Predlagano navajanje",
    acknowledgements="Zahvala",
    disclaimer="Omejitev odgovornosti",
    imprint="Kolofon",
    number="Št. {}",
    page="Stran",
    figure="Slika {}",
    table="Preglednica {}",
    box="Okvir {}",
    section="Razdelek {}",
)
