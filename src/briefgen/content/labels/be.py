"""Labels in Belarusian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Коратка",
    findings="Высновы",
    finding="Выснова {}",
    recommendations="Рэкамендацыі",
    recommendation="Рэкамендацыя {}",
    for_="Для",
    by="Тэрмін",
    priority="Прыярытэт",
    addresses=("Да высновы ", "Да высноў "),
    answered=("Гл. рэкамендацыю ", "Гл. рэкамендацыі "),
    confidence={"high": "Пэўнасць: высокая", "medium": "Пэўнасць: сярэдняя", "low": "Пэўнасць: нізкая"},
    derived="Выведзена з аргументацыі крыніцы",
    all_derived=(
        "Гэтая рэкамендацыя выведзена з аргументацыі крыніцы.",
        "Гэтыя рэкамендацыі выведзены з аргументацыі крыніцы.",
    ),
    notes="Заўвагі",
    references="Крыніцы",
    about="Пра выданне",
    authors="Аўтары",
    contact="Кантакты",
    citation="Рэкамендаваная спасылка",
    acknowledgements="Падзякі",
    disclaimer="Адмова ад адказнасці",
    imprint="Выходныя звесткі",
    number="№ {}",
    page="Старонка",
    figure="Малюнак {}",
    table="Табліца {}",
    box="Урэзка {}",
    section="Раздзел {}",
)
