"""Labels in Galician. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="En síntese",
    findings="Conclusións",
    finding="Conclusión {}",
    recommendations="Recomendacións",
    recommendation="Recomendación {}",
    for_="Para",
    by="Prazo",
    priority="Prioridade",
    addresses=("Responde á conclusión ", "Responde ás conclusións "),
    answered=("Véxase a recomendación ", "Véxanse as recomendacións "),
    confidence={"high": "Confianza: alta", "medium": "Confianza: media", "low": "Confianza: baixa"},
    derived="Derivada do argumento da fonte",
    all_derived=(
        "Esta recomendación derívase do argumento da fonte.",
        "Estas recomendacións derívanse do argumento da fonte.",
    ),
    notes="Notas",
    references="Fontes",
    about="Sobre esta publicación",
    authors="Autoría",
    contact="Contacto",
    citation="Cita suxerida",
    acknowledgements="Agradecementos",
    disclaimer="Exención de responsabilidade",
    imprint="Pé de imprenta",
    number="N.º {}",
    page="Páxina",
    figure="Figura {}",
    table="Táboa {}",
    box="Recadro {}",
    section="Sección {}",
)
