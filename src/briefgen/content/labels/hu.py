"""Labels in Hungarian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Röviden",
    findings="Megállapítások",
    finding="{}. megállapítás",
    recommendations="Javaslatok",
    recommendation="{}. javaslat",
    for_="Kinek",
    by="Határidő",
    priority="Fontosság",
    addresses=("Kapcsolódó megállapítás: ", "Kapcsolódó megállapítások: "),
    answered=("Lásd a javaslatot: ", "Lásd a javaslatokat: "),
    confidence={"high": "Megbízhatóság: magas", "medium": "Megbízhatóság: közepes", "low": "Megbízhatóság: alacsony"},
    derived="A forrás érveléséből levezetve",
    all_derived=("Ez a javaslat a forrás érveléséből következik.", "Ezek a javaslatok a forrás érveléséből következnek."),
    notes="Jegyzetek",
    references="Források",
    about="A kiadványról",
    authors="Szerzők",
    contact="Kapcsolat",
    citation="Javasolt hivatkozás",
    acknowledgements="Köszönetnyilvánítás",
    disclaimer="Felelősségkizárás",
    imprint="Impresszum",
    number="{}. szám",
    page="Oldal",
    figure="{}. ábra",
    table="{}. táblázat",
    box="{}. keretes írás",
    section="{} című szakasz",
)
