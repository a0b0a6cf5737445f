"""Labels in Tamil. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="ஒரு பார்வையில்",
    findings="கண்டறிதல்கள்",
    finding="கண்டறிதல் {}",
    recommendations="பரிந்துரைகள்",
    recommendation="பரிந்துரை {}",
    for_="யாருக்கு",
    by="காலக்கெடு",
    priority="முன்னுரிமை",
    addresses=("தொடர்புடைய கண்டறிதல்: ", "தொடர்புடைய கண்டறிதல்கள்: "),
    answered=("காண்க: பரிந்துரை ", "காண்க: பரிந்துரைகள் "),
    confidence={"high": "நம்பகத்தன்மை: உயர்", "medium": "நம்பகத்தன்மை: நடுத்தர", "low": "நம்பகத்தன்மை: குறைந்த"},
    derived="மூலத்தின் வாதத்திலிருந்து பெறப்பட்டது",
    all_derived=("இந்தப் பரிந்துரை மூலத்தின் வாதத்திலிருந்து பெறப்பட்டது.", "இந்தப் பரிந்துரைகள் மூலத்தின் வாதத்திலிருந்து பெறப்பட்டவை."),
    notes="குறிப்புகள்",
    references="ஆதாரங்கள்",
    about="இந்த வெளியீடு பற்றி",
    authors="ஆசிரியர்கள்",
    contact="தொடர்பு",
    citation="பரிந்துரைக்கப்படும் மேற்கோள்",
    acknowledgements="நன்றியுரை",
    disclaimer="பொறுப்புத்துறப்பு",
    imprint="வெளியீட்டு விவரங்கள்",
    number="எண் {}",
    page="பக்கம்",
    figure="படம் {}",
    table="அட்டவணை {}",
    box="பெட்டி {}",
    section="பிரிவு {}",
)
