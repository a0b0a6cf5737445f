"""Labels in Lithuanian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Trumpai",
    findings="Išvados",
    finding="{} išvada",
    recommendations="Rekomendacijos",
    recommendation="{} rekomendacija",
    for_="Kam",
    by="Terminas",
    priority="Prioritetas",
    addresses=("Susijusi išvada: ", "Susijusios išvados: "),
    answered=("Žr. rekomendaciją: ", "Žr. rekomendacijas: "),
    confidence={"high": "Patikimumas: didelis", "medium": "Patikimumas: vidutinis", "low": "Patikimumas: mažas"},
    derived="Išvesta iš šaltinio argumentų",
    all_derived=("Ši rekomendacija išvesta iš šaltinio argumentų.", "Šios rekomendacijos išvestos iš šaltinio argumentų."),
    notes="Pastabos",
    references="Šaltiniai",
    about="Apie leidinį",
    authors="Autoriai",
    contact="Kontaktai",
    citation="Siūloma citata",
    acknowledgements="Padėka",
    disclaimer="Atsakomybės apribojimas",
    imprint="Leidinio duomenys",
    number="Nr. {}",
    page="Puslapis",
    figure="{} pav.",
    table="{} lentelė",
    box="{} intarpas",
    section="skyrius {}",
)
