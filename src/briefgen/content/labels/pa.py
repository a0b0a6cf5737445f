"""Labels in Punjabi. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="ਇੱਕ ਨਜ਼ਰ ਵਿੱਚ",
    findings="ਸਿੱਟੇ",
    finding="ਸਿੱਟਾ {}",
    recommendations="ਸਿਫ਼ਾਰਸ਼ਾਂ",
    recommendation="ਸਿਫ਼ਾਰਸ਼ {}",
    for_="ਕਿਸ ਲਈ",
    by="ਸਮਾਂ-ਸੀਮਾ",
    priority="ਤਰਜੀਹ",
    addresses=("ਸੰਬੰਧਿਤ ਸਿੱਟਾ: ", "ਸੰਬੰਧਿਤ ਸਿੱਟੇ: "),
    answered=("ਵੇਖੋ ਸਿਫ਼ਾਰਸ਼ ", "ਵੇਖੋ ਸਿਫ਼ਾਰਸ਼ਾਂ "),
    confidence={"high": "ਭਰੋਸੇਯੋਗਤਾ: ਉੱਚ", "medium": "ਭਰੋਸੇਯੋਗਤਾ: ਦਰਮਿਆਨੀ", "low": "ਭਰੋਸੇਯੋਗਤਾ: ਘੱਟ"},
    derived="ਸਰੋਤ ਦੀ ਦਲੀਲ ਤੋਂ ਲਈ ਗਈ",
    all_derived=("ਇਹ ਸਿਫ਼ਾਰਸ਼ ਸਰੋਤ ਦੀ ਦਲੀਲ ਤੋਂ ਲਈ ਗਈ ਹੈ।", "ਇਹ ਸਿਫ਼ਾਰਸ਼ਾਂ ਸਰੋਤ ਦੀ ਦਲੀਲ ਤੋਂ ਲਈਆਂ ਗਈਆਂ ਹਨ।"),
    notes="ਟਿੱਪਣੀਆਂ",
    references="ਸਰੋਤ",
    about="ਇਸ ਪ੍ਰਕਾਸ਼ਨ ਬਾਰੇ",
    authors="ਲੇਖਕ",
    contact="ਸੰਪਰਕ",
    citation="ਸੁਝਾਇਆ ਗਿਆ ਹਵਾਲਾ",
    acknowledgements="ਧੰਨਵਾਦ",
    disclaimer="ਬੇਦਾਅਵਾ",
    imprint="ਪ੍ਰਕਾਸ਼ਨ ਵੇਰਵੇ",
    number="ਨੰ. {}",
    page="ਪੰਨਾ",
    figure="ਚਿੱਤਰ {}",
    table="ਸਾਰਣੀ {}",
    box="ਡੱਬਾ {}",
    section="ਭਾਗ {}",
)
