"""Labels in Bulgarian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Накратко",
    findings="Констатации",
    finding="Констатация {}",
    recommendations="Препоръки",
    recommendation="Препоръка {}",
    for_="За",
    by="Срок",
    priority="Приоритет",
    addresses=("Отнася се до констатация ", "Отнася се до констатации "),
    answered=("Вж. препоръка ", "Вж. препоръки "),
    confidence={"high": "Достоверност: висока", "medium": "Достоверност: средна", "low": "Достоверност: ниска"},
    derived="Изведена от аргументацията на източника",
    all_derived=(
        "Тази препоръка е изведена от аргументацията на източника.",
        "Тези препоръки са изведени от аргументацията на източника.",
    ),
    notes="Бележки",
    references="Източници",
    about="За изданието",
    authors="Автори",
    contact="За контакти",
    citation="Препоръчително цитиране",
    acknowledgements="Благодарности",
    disclaimer="Отказ от отговорност",
    imprint="Издателско каре",
    number="№ {}",
    page="Страница",
    figure="Фигура {}",
    table="Таблица {}",
    box="Каре {}",
    section="Раздел {}",
)
