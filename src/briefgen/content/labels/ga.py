"""Labels in Irish. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="I\u00a0mbeagán focal",
    findings="Torthaí",
    finding="Toradh {}",
    recommendations="Moltaí",
    recommendation="Moladh {}",
    for_="Do",
    by="Spriocdháta",
    priority="Tosaíocht",
    addresses=("Baineann le toradh ", "Baineann le torthaí "),
    answered=("Féach moladh ", "Féach moltaí "),
    confidence={"high": "Muinín: ard", "medium": "Muinín: meánach", "low": "Muinín: íseal"},
    derived="Bunaithe ar argóint na foinse",
    all_derived=("Tá an moladh seo bunaithe ar argóint na foinse.", "Tá na moltaí seo bunaithe ar argóint na foinse."),
    notes="Nótaí",
    references="Foinsí",
    about="Faoin bhfoilseachán seo",
    authors="Údair",
    contact="Teagmháil",
    citation="Lua molta",
    acknowledgements="Buíochas",
    disclaimer="Séanadh",
    imprint="Sonraí foilsithe",
    number="Uimh. {}",
    page="Leathanach",
    figure="Fíor {}",
    table="Tábla {}",
    box="Bosca {}",
    section="Cuid {}",
)
