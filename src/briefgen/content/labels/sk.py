"""Labels in Slovak. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="V skratke",
    findings="Zistenia",
    finding="Zistenie {}",
    recommendations="Odporúčania",
    recommendation="Odporúčanie {}",
    for_="Pre",
    by="Termín",
    priority="Priorita",
    addresses=("Týka sa zistenia ", "Týka sa zistení "),
    answered=("Pozri odporúčanie ", "Pozri odporúčania "),
    confidence={"high": "Spoľahlivosť: vysoká", "medium": "Spoľahlivosť: stredná", "low": "Spoľahlivosť: nízka"},
    derived="Odvodené z argumentácie zdroja",
    all_derived=(
        "Toto odporúčanie je odvodené z argumentácie zdroja.",
        "Tieto odporúčania sú odvodené z argumentácie zdroja.",
    ),
    notes="Poznámky",
    references="Zdroje",
    about="O publikácii",
    authors="Autori",
    contact="Kontakt",
    citation="Odporúčaná citácia",
    acknowledgements="Poďakovanie",
    disclaimer="Vylúčenie zodpovednosti",
    imprint="Tiráž",
    number="Č. {}",
    page="Strana",
    figure="Obrázok {}",
    table="Tabuľka {}",
    box="Rámček {}",
    section="Oddiel {}",
)
