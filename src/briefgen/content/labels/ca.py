"""Labels in Catalan. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="En síntesi",
    findings="Conclusions",
    finding="Conclusió {}",
    recommendations="Recomanacions",
    recommendation="Recomanació {}",
    for_="Per a",
    by="Termini",
    priority="Prioritat",
    addresses=("Respon a la conclusió ", "Respon a les conclusions "),
    answered=("Vegeu la recomanació ", "Vegeu les recomanacions "),
    confidence={"high": "Confiança: alta", "medium": "Confiança: mitjana", "low": "Confiança: baixa"},
    derived="Derivada de l’argumentació de la font",
    all_derived=(
        "Aquesta recomanació es deriva de l’argumentació de la font.",
        "Aquestes recomanacions es deriven de l’argumentació de la font.",
    ),
    notes="Notes",
    references="Fonts",
    about="Sobre aquesta publicació",
    authors="Autoria",
    contact="Contacte",
    citation="Citació suggerida",
    acknowledgements="Agraïments",
    disclaimer="Exempció de responsabilitat",
    imprint="Peu d’impremta",
    number="Núm. {}",
    page="Pàgina",
    figure="Figura {}",
    table="Taula {}",
    box="Requadre {}",
    section="Secció {}",
)
