"""Labels in Urdu. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="ایک نظر میں",
    findings="نتائج",
    finding="نتیجہ {}",
    recommendations="سفارشات",
    recommendation="سفارش {}",
    for_="برائے",
    by="مدت",
    priority="ترجیح",
    addresses=("متعلقہ نتیجہ: ", "متعلقہ نتائج: "),
    answered=("دیکھیے سفارش ", "دیکھیے سفارشات "),
    confidence={"high": "اعتماد: زیادہ", "medium": "اعتماد: درمیانہ", "low": "اعتماد: کم"},
    derived="ماخذ کے استدلال سے اخذ کردہ",
    all_derived=("یہ سفارش ماخذ کے استدلال سے اخذ کی گئی ہے۔", "یہ سفارشات ماخذ کے استدلال سے اخذ کی گئی ہیں۔"),
    notes="حواشی",
    references="مآخذ",
    about="اس اشاعت کے بارے میں",
    authors="مصنفین",
    contact="رابطہ",
    citation="تجویز کردہ حوالہ",
    acknowledgements="اظہارِ تشکر",
    disclaimer="دستبرداری",
    imprint="اشاعتی معلومات",
    number="نمبر {}",
    page="صفحہ",
    figure="شکل {}",
    table="جدول {}",
    box="خانہ {}",
    section="حصہ {}",
)
