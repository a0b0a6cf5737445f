"""Labels in Swahili. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Kwa ufupi",
    findings="Matokeo",
    finding="Tokeo {}",
    recommendations="Mapendekezo",
    recommendation="Pendekezo {}",
    for_="Kwa",
    by="Muda wa mwisho",
    priority="Kipaumbele",
    addresses=("Linahusu tokeo ", "Linahusu matokeo "),
    answered=("Tazama pendekezo ", "Tazama mapendekezo "),
    confidence={"high": "Uhakika: wa juu", "medium": "Uhakika: wa kati", "low": "Uhakika: wa chini"},
    derived="Limetokana na hoja za chanzo",
    all_derived=("Pendekezo hili limetokana na hoja za chanzo.", "Mapendekezo haya yametokana na hoja za chanzo."),
    notes="Maelezo",
    references="Vyanzo",
    about="Kuhusu chapisho hili",
    authors="Waandishi",
    contact="Mawasiliano",
    citation="Jinsi ya kunukuu",
    acknowledgements="Shukrani",
    disclaimer="Kanusho",
    imprint="Taarifa za uchapishaji",
    number="Na. {}",
    page="Ukurasa",
    figure="Kielelezo {}",
    table="Jedwali {}",
    box="Kisanduku {}",
    section="Sehemu {}",
)
