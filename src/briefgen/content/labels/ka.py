"""Labels in Georgian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="მოკლედ",
    findings="მიგნებები",
    finding="მიგნება {}",
    recommendations="რეკომენდაციები",
    recommendation="რეკომენდაცია {}",
    for_="ვისთვის",
    by="ვადა",
    priority="პრიორიტეტი",
    addresses=("ეხება მიგნებას ", "ეხება მიგნებებს "),
    answered=("იხ. რეკომენდაცია ", "იხ. რეკომენდაციები "),
    confidence={"high": "სანდოობა: მაღალი", "medium": "სანდოობა: საშუალო", "low": "სანდოობა: დაბალი"},
    derived="გამომდინარეობს წყაროს მსჯელობიდან",
    all_derived=(
        "ეს რეკომენდაცია გამომდინარეობს წყაროს მსჯელობიდან.",
        "ეს რეკომენდაციები გამომდინარეობს წყაროს მსჯელობიდან.",
    ),
    notes="შენიშვნები",
    references="წყაროები",
    about="ამ პუბლიკაციის შესახებ",
    authors="ავტორები",
    contact="კონტაქტი",
    citation="ციტირების ნიმუში",
    acknowledgements="მადლობა",
    disclaimer="პასუხისმგებლობის შეზღუდვა",
    imprint="გამოცემის მონაცემები",
    number="№ {}",
    page="გვერდი",
    figure="სურათი {}",
    table="ცხრილი {}",
    box="ჩანართი {}",
    section="ნაწილი {}",
)
