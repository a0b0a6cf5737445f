"""Labels in French. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="En bref",
    findings="Constats",
    finding="Constat {}",
    recommendations="Recommandations",
    recommendation="Recommandation {}",
    for_="Pour",
    by="Échéance",
    priority="Priorité",
    addresses=("Répond au constat ", "Répond aux constats "),
    answered=("Voir la recommandation ", "Voir les recommandations "),
    confidence={"high": "Confiance\u00a0: élevée", "medium": "Confiance\u00a0: moyenne", "low": "Confiance\u00a0: faible"},
    derived="Déduite de l’argumentation de la source",
    all_derived=(
        "Cette recommandation est déduite de l’argumentation de la source.",
        "Ces recommandations sont déduites de l’argumentation de la source.",
    ),
    notes="Notes",
    references="Sources",
    about="À propos",
    authors="Auteurs",
    contact="Contact",
    citation="Pour citer cette note",
    acknowledgements="Remerciements",
    disclaimer="Avertissement",
    imprint="Mentions légales",
    number="N°\u00a0{}",
    page="Page",
    figure="Figure {}",
    table="Tableau {}",
    box="Encadré {}",
    section="Section {}",
    first_day="1er",
    label_end="\u00a0: ",
)
