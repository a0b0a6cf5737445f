"""Labels in Norwegian Nynorsk. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Kort fortalt",
    findings="Funn",
    finding="Funn {}",
    recommendations="Tilrådingar",
    recommendation="Tilråding {}",
    for_="Til",
    by="Frist",
    priority="Prioritet",
    addresses=("Gjeld funn ", "Gjeld funna "),
    answered=("Sjå tilråding ", "Sjå tilrådingane "),
    confidence={"high": "Tryggleik: høg", "medium": "Tryggleik: middels", "low": "Tryggleik: låg"},
    derived="Utleidd av argumentasjonen i kjelda",
    all_derived=(
        "Denne tilrådinga er utleidd av argumentasjonen i kjelda.",
        "Desse tilrådingane er utleidde av argumentasjonen i kjelda.",
    ),
    notes="Notar",
    references="Kjelder",
    about="Om denne publikasjonen",
    authors="Forfattarar",
    contact="Kontakt",
    citation="Framlegg til tilvising",
    acknowledgements="Takk",
    disclaimer="Ansvarsfråskriving",
    imprint="Kolofon",
    number="Nr. {}",
    page="Side",
    figure="Figur {}",
    table="Tabell {}",
    box="Boks {}",
    section="Avsnitt {}",
)
