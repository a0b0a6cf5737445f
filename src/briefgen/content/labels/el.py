"""Labels in Greek. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Με μια ματιά",
    findings="Ευρήματα",
    finding="Εύρημα {}",
    recommendations="Συστάσεις",
    recommendation="Σύσταση {}",
    for_="Προς",
    by="Προθεσμία",
    priority="Προτεραιότητα",
    addresses=("Αφορά το εύρημα ", "Αφορά τα ευρήματα "),
    answered=("Βλ. σύσταση ", "Βλ. συστάσεις "),
    confidence={"high": "Βεβαιότητα: υψηλή", "medium": "Βεβαιότητα: μέτρια", "low": "Βεβαιότητα: χαμηλή"},
    derived="Προκύπτει από την επιχειρηματολογία της πηγής",
    all_derived=(
        "Αυτή η σύσταση προκύπτει από την επιχειρηματολογία της πηγής.",
        "Αυτές οι συστάσεις προκύπτουν από την επιχειρηματολογία της πηγής.",
    ),
    notes="Σημειώσεις",
    references="Πηγές",
    about="Σχετικά με την έκδοση",
    authors="Συγγραφείς",
    contact="Επικοινωνία",
    citation="Προτεινόμενη παραπομπή",
    acknowledgements="Ευχαριστίες",
    disclaimer="Αποποίηση ευθύνης",
    imprint="Στοιχεία έκδοσης",
    number="Αρ. {}",
    page="Σελίδα",
    figure="Σχήμα {}",
    table="Πίνακας {}",
    box="Πλαίσιο {}",
    section="Ενότητα {}",
)
