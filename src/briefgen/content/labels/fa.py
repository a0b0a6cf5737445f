"""Labels in Persian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="در یک نگاه",
    findings="یافته‌ها",
    finding="یافتهٔ {}",
    recommendations="توصیه‌ها",
    recommendation="توصیهٔ {}",
    for_="برای",
    by="مهلت",
    priority="اولویت",
    addresses=("مربوط به یافتهٔ ", "مربوط به یافته‌های "),
    answered=("نگاه کنید به توصیهٔ ", "نگاه کنید به توصیه‌های "),
    confidence={"high": "اطمینان: زیاد", "medium": "اطمینان: متوسط", "low": "اطمینان: کم"},
    derived="برگرفته از استدلال منبع",
    all_derived=("این توصیه از استدلال منبع برگرفته شده است.", "این توصیه‌ها از استدلال منبع برگرفته شده‌اند."),
    notes="یادداشت‌ها",
    references="منابع",
    about="دربارهٔ این نشریه",
    authors="نویسندگان",
    contact="تماس",
    citation="نحوهٔ ارجاع",
    acknowledgements="سپاسگزاری",
    disclaimer="سلب مسئولیت",
    imprint="شناسنامه",
    number="شمارهٔ {}",
    page="صفحه",
    figure="شکل {}",
    table="جدول {}",
    box="کادر {}",
    section="بخش {}",
)
