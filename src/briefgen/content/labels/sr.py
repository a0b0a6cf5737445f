"""Labels in Serbian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Укратко",
    findings="Налази",
    finding="Налаз {}",
    recommendations="Препоруке",
    recommendation="Препорука {}",
    for_="За",
    by="Рок",
    priority="Приоритет",
    addresses=("Односи се на налаз ", "Односи се на налазе "),
    answered=("Видети препоруку ", "Видети препоруке "),
    confidence={"high": "Поузданост: висока", "medium": "Поузданост: средња", "low": "Поузданост: ниска"},
    derived="Изведено из аргументације извора",
    all_derived=("Ова препорука је изведена из аргументације извора.", "Ове препоруке су изведене из аргументације извора."),
    notes="Напомене",
    references="Извори",
    about="О публикацији",
    authors="Аутори",
    contact="Контакт",
    citation="Предложено цитирање",
    acknowledgements="Захвалнице",
    disclaimer="Ограда од одговорности",
    imprint="Импресум",
    number="Бр. {}",
    page="Страна",
    figure="Слика {}",
    table="Табела {}",
    box="Оквир {}",
    section="Одељак {}",
)
