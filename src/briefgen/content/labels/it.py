"""Labels in Italian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="In sintesi",
    findings="Risultati",
    finding="Risultato {}",
    recommendations="Raccomandazioni",
    recommendation="Raccomandazione {}",
    for_="Per",
    by="Scadenza",
    priority="Priorità",
    addresses=("Risponde al risultato ", "Risponde ai risultati "),
    answered=("Si veda la raccomandazione ", "Si vedano le raccomandazioni "),
    confidence={"high": "Affidabilità: alta", "medium": "Affidabilità: media", "low": "Affidabilità: bassa"},
    derived="Derivata dall’argomentazione della fonte",
    all_derived=(
        "Questa raccomandazione è derivata dall’argomentazione della fonte.",
        "Queste raccomandazioni sono derivate dall’argomentazione della fonte.",
    ),
    notes="Note",
    references="Fonti",
    about="Informazioni",
    authors="Autori",
    contact="Contatti",
    citation="Come citare",
    acknowledgements="Ringraziamenti",
    disclaimer="Avvertenza",
    imprint="Colophon",
    number="N. {}",
    page="Pagina",
    figure="Figura {}",
    table="Tabella {}",
    box="Riquadro {}",
    section="Sezione {}",
    first_day="1º",
)
