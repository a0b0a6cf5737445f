"""Labels in Sinhala. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="සාරාංශය",
    findings="සොයාගැනීම්",
    finding="සොයාගැනීම {}",
    recommendations="නිර්දේශ",
    recommendation="නිර්දේශය {}",
    for_="කාටද",
    by="අවසන් දිනය",
    priority="ප්‍රමුඛතාව",
    addresses=("අදාළ සොයාගැනීම: ", "අදාළ සොයාගැනීම්: "),
    answered=("බලන්න: නිර්දේශය ", "බලන්න: නිර්දේශ "),
    confidence={"high": "විශ්වසනීයත්වය: ඉහළ", "medium": "විශ්වසනීයත්වය: මධ්‍යම", "low": "විශ්වසනීයත්වය: අඩු"},
    derived="මූලාශ්‍රයේ තර්කයෙන් ලබාගත්",
    all_derived=("මෙම නිර්දේශය මූලාශ්‍රයේ තර්කයෙන් ලබාගත් එකකි.", "මෙම නිර්දේශ මූලාශ්‍රයේ තර්කයෙන් ලබාගත් ඒවාය."),
    notes="සටහන්",
    references="මූලාශ්‍ර",
    about="මෙම ප්‍රකාශනය පිළිබඳව",
    authors="කතුවරු",
    contact="සම්බන්ධතා",
    citation="උපුටා දක්වන ආකාරය",
    acknowledgements="ස්තුතිය",
    disclaimer="වගකීමෙන් නිදහස් වීම",
    imprint="ප්‍රකාශන විස්තර",
    number="අංක {}",
    page="පිටුව",
    figure="රූපය {}",
    table="වගුව {}",
    box="කොටුව {}",
    section="කොටස {}",
)
