"""Labels in Hebrew. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="במבט מהיר",
    findings="ממצאים",
    finding="ממצא {}",
    recommendations="המלצות",
    recommendation="המלצה {}",
    for_="עבור",
    by="מועד",
    priority="עדיפות",
    addresses=("מתייחס לממצא ", "מתייחס לממצאים "),
    answered=("ראו המלצה ", "ראו המלצות "),
    confidence={"high": "רמת ביטחון: גבוהה", "medium": "רמת ביטחון: בינונית", "low": "רמת ביטחון: נמוכה"},
    derived="נגזרת מטיעוני המקור",
    all_derived=("המלצה זו נגזרת מטיעוני המקור.", "המלצות אלה נגזרות מטיעוני המקור."),
    notes="הערות",
    references="מקורות",
    about="על הפרסום",
    authors="מחברים",
    contact="יצירת קשר",
    citation="ציטוט מוצע",
    acknowledgements="תודות",
    disclaimer="הסרת אחריות",
    imprint="פרטי הפרסום",
    number="מס׳ {}",
    page="עמוד",
    figure="איור {}",
    table="טבלה {}",
    box="תיבה {}",
    section="סעיף {}",
)
