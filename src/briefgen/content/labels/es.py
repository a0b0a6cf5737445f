"""Labels in Spanish. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="En síntesis",
    findings="Hallazgos",
    finding="Hallazgo {}",
    recommendations="Recomendaciones",
    recommendation="Recomendación {}",
    for_="Para",
    by="Plazo",
    priority="Prioridad",
    addresses=("Responde al hallazgo ", "Responde a los hallazgos "),
    answered=("Atendido por la recomendación ", "Atendido por las recomendaciones "),
    confidence={"high": "Confianza: alta", "medium": "Confianza: media", "low": "Confianza: baja"},
    derived="Derivada del argumento de la fuente",
    all_derived=(
        "Esta recomendación se deriva del argumento de la fuente.",
        "Estas recomendaciones se derivan del argumento de la fuente.",
    ),
    notes="Notas",
    references="Fuentes",
    about="Acerca de esta publicación",
    authors="Autoría",
    contact="Contacto",
    citation="Cita sugerida",
    acknowledgements="Agradecimientos",
    disclaimer="Descargo de responsabilidad",
    imprint="Pie de imprenta",
    number="N.º {}",
    page="Página",
    figure="Figura {}",
    table="Tabla {}",
    box="Recuadro {}",
    section="Sección {}",
)
