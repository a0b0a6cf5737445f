"""Labels in Portuguese. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Em síntese",
    findings="Conclusões",
    finding="Conclusão {}",
    recommendations="Recomendações",
    recommendation="Recomendação {}",
    for_="Para",
    by="Prazo",
    priority="Prioridade",
    addresses=("Responde à conclusão ", "Responde às conclusões "),
    answered=("Ver a recomendação ", "Ver as recomendações "),
    confidence={"high": "Confiança: alta", "medium": "Confiança: média", "low": "Confiança: baixa"},
    derived="Derivada do argumento da fonte",
    all_derived=("Esta recomendação deriva do argumento da fonte.", "Estas recomendações derivam do argumento da fonte."),
    notes="Notas",
    references="Fontes",
    about="Sobre esta publicação",
    authors="Autoria",
    contact="Contacto",
    citation="Citação sugerida",
    acknowledgements="Agradecimentos",
    disclaimer="Declaração de exoneração de responsabilidade",
    imprint="Ficha técnica",
    number="N.º {}",
    page="Página",
    figure="Figura {}",
    table="Tabela {}",
    box="Caixa {}",
    section="Secção {}",
)
