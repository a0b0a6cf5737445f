"""Labels in Czech. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Ve zkratce",
    findings="Zjištění",
    finding="Zjištění {}",
    recommendations="Doporučení",
    recommendation="Doporučení {}",
    for_="Pro",
    by="Termín",
    priority="Priorita",
    addresses=("Týká se zjištění ", "Týká se zjištění "),
    answered=("Viz doporučení ", "Viz doporučení "),
    confidence={"high": "Spolehlivost: vysoká", "medium": "Spolehlivost: střední", "low": "Spolehlivost: nízká"},
    derived="Odvozeno z argumentace zdroje",
    all_derived=("Toto doporučení je odvozeno z argumentace zdroje.", "Tato doporučení jsou odvozena z argumentace zdroje."),
    notes="Poznámky",
    references="Zdroje",
    about="O publikaci",
    authors="Autoři",
    contact="Kontakt",
    citation="Doporučená citace",
    acknowledgements="Poděkování",
    disclaimer="Vyloučení odpovědnosti",
    imprint="Tiráž",
    number="Č. {}",
    page="Strana",
    figure="Obrázek {}",
    table="Tabulka {}",
    box="Rámeček {}",
    section="Oddíl {}",
)
