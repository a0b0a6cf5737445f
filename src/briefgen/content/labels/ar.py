"""Labels in Arabic. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="لمحة سريعة",
    findings="النتائج",
    finding="النتيجة {}",
    recommendations="التوصيات",
    recommendation="التوصية {}",
    for_="إلى",
    by="الموعد",
    priority="الأولوية",
    addresses=("تتعلق بالنتيجة ", "تتعلق بالنتائج "),
    answered=("انظر التوصية ", "انظر التوصيات "),
    confidence={"high": "درجة الثقة: عالية", "medium": "درجة الثقة: متوسطة", "low": "درجة الثقة: منخفضة"},
    derived="مستنبطة من حجة المصدر",
    all_derived=("هذه التوصية مستنبطة من حجة المصدر.", "هذه التوصيات مستنبطة من حجة المصدر."),
    notes="ملاحظات",
    references="المصادر",
    about="عن هذا المنشور",
    authors="المؤلفون",
    contact="للاتصال",
    citation="الاقتباس المقترح",
    acknowledgements="شكر وتقدير",
    disclaimer="إخلاء المسؤولية",
    imprint="بيانات النشر",
    number="العدد {}",
    page="صفحة",
    figure="الشكل {}",
    table="الجدول {}",
    box="الإطار {}",
    section="القسم {}",
)
