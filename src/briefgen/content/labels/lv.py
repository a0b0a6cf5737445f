"""Labels in Latvian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Īsumā",
    findings="Secinājumi",
    finding="{}. secinājums",
    recommendations="Ieteikumi",
    recommendation="{}. ieteikums",
    for_="Kam",
    by="Termiņš",
    priority="Prioritāte",
    addresses=("Saistītais secinājums: ", "Saistītie secinājumi: "),
    answered=("Sk. ieteikumu: ", "Sk. ieteikumus: "),
    confidence={"high": "Ticamība: augsta", "medium": "Ticamība: vidēja", "low": "Ticamība: zema"},
    derived="Izsecināts no avota argumentācijas",
    all_derived=(
        "Šis ieteikums ir izsecināts no avota argumentācijas.",
        "Šie ieteikumi ir izsecināti no avota argumentācijas.",
    ),
    notes="Piezīmes",
    references="Avoti",
    about="Par šo izdevumu",
    authors="Autori",
    contact="Kontakti",
    citation="Ieteicamā atsauce",
    acknowledgements="Pateicības",
    disclaimer="Atruna",
    imprint="Izdevuma ziņas",
    number="Nr. {}",
    page="Lappuse",
    figure="{}. attēls",
    table="{}. tabula",
    box="{}. ielaidums",
    section="iedaļa {}",
)
