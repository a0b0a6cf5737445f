"""Labels in Ukrainian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Коротко",
    findings="Висновки",
    finding="Висновок {}",
    recommendations="Рекомендації",
    recommendation="Рекомендація {}",
    for_="Для",
    by="Строк",
    priority="Пріоритет",
    addresses=("До висновку ", "До висновків "),
    answered=("Див. рекомендацію ", "Див. рекомендації "),
    confidence={"high": "Достовірність: висока", "medium": "Достовірність: середня", "low": "Достовірність: низька"},
    derived="Виведено з аргументації джерела",
    all_derived=("Цю рекомендацію виведено з аргументації джерела.", "Ці рекомендації виведено з аргументації джерела."),
    notes="Примітки",
    references="Джерела",
    about="Про видання",
    authors="Автори",
    contact="Контакти",
    citation="Рекомендоване посилання",
    acknowledgements="Подяки",
    disclaimer="Відмова від відповідальності",
    imprint="Вихідні дані",
    number="№ {}",
    page="Сторінка",
    figure="Рисунок {}",
    table="Таблиця {}",
    box="Вставка {}",
    section="Розділ {}",
)
