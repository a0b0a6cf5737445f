"""Labels in German. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Auf einen Blick",
    findings="Befunde",
    finding="Befund {}",
    recommendations="Empfehlungen",
    recommendation="Empfehlung {}",
    for_="Für",
    by="Frist",
    priority="Priorität",
    addresses=("Betrifft Befund ", "Betrifft die Befunde "),
    answered=("Dazu Empfehlung ", "Dazu die Empfehlungen "),
    confidence={"high": "Verlässlichkeit: hoch", "medium": "Verlässlichkeit: mittel", "low": "Verlässlichkeit: gering"},
    derived="Aus der Argumentation der Quelle abgeleitet",
    all_derived=(
        "Diese Empfehlung ist aus der Argumentation der Quelle abgeleitet.",
        "Diese Empfehlungen sind aus der Argumentation der Quelle abgeleitet.",
    ),
    notes="Anmerkungen",
    references="Quellen",
    about="Über diese Veröffentlichung",
    authors="Autorinnen und Autoren",
    contact="Kontakt",
    citation="Zitiervorschlag",
    acknowledgements="Dank",
    disclaimer="Haftungsausschluss",
    imprint="Impressum",
    number="Nr. {}",
    page="Seite",
    figure="Abbildung {}",
    table="Tabelle {}",
    box="Kasten {}",
    section="Abschnitt {}",
    label_end=": ",
    nouns_capital=True,
)
