"""Labels in Russian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Кратко",
    findings="Выводы",
    finding="Вывод {}",
    recommendations="Рекомендации",
    recommendation="Рекомендация {}",
    for_="Для",
    by="Срок",
    priority="Приоритет",
    addresses=("К выводу ", "К выводам "),
    answered=("См. рекомендацию ", "См. рекомендации "),
    confidence={"high": "Достоверность: высокая", "medium": "Достоверность: средняя", "low": "Достоверность: низкая"},
    derived="Выведена из аргументации источника",
    all_derived=(
        "Эта рекомендация выведена из аргументации источника.",
        "Эти рекомендации выведены из аргументации источника.",
    ),
    notes="Примечания",
    references="Источники",
    about="Об издании",
    authors="Авторы",
    contact="Контакты",
    citation="Рекомендуемая ссылка",
    acknowledgements="Благодарности",
    disclaimer="Отказ от ответственности",
    imprint="Выходные данные",
    number="№ {}",
    page="Страница",
    figure="Рисунок {}",
    table="Таблица {}",
    box="Врезка {}",
    section="Раздел {}",
)
