"""Labels in Malayalam. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="ഒറ്റനോട്ടത്തിൽ",
    findings="കണ്ടെത്തലുകൾ",
    finding="കണ്ടെത്തൽ {}",
    recommendations="ശുപാർശകൾ",
    recommendation="ശുപാർശ {}",
    for_="ആർക്ക്",
    by="സമയപരിധി",
    priority="മുൻഗണന",
    addresses=("ബന്ധപ്പെട്ട കണ്ടെത്തൽ: ", "ബന്ധപ്പെട്ട കണ്ടെത്തലുകൾ: "),
    answered=("കാണുക: ശുപാർശ ", "കാണുക: ശുപാർശകൾ "),
    confidence={"high": "വിശ്വാസ്യത: ഉയർന്നത്", "medium": "വിശ്വാസ്യത: ഇടത്തരം", "low": "വിശ്വാസ്യത: കുറഞ്ഞത്"},
    derived="ഉറവിടത്തിലെ വാദത്തിൽ നിന്ന് എടുത്തത്",
    all_derived=("ഈ ശുപാർശ ഉറവിടത്തിലെ വാദത്തിൽ നിന്ന് എടുത്തതാണ്.", "ഈ ശുപാർശകൾ ഉറവിടത്തിലെ വാദത്തിൽ നിന്ന് എടുത്തവയാണ്."),
    notes="കുറിപ്പുകൾ",
    references="ഉറവിടങ്ങൾ",
    about="ഈ പ്രസിദ്ധീകരണത്തെക്കുറിച്ച്",
    authors="രചയിതാക്കൾ",
    contact="ബന്ധപ്പെടാൻ",
    citation="ഉദ്ധരിക്കേണ്ട വിധം",
    acknowledgements="കടപ്പാട്",
    disclaimer="നിരാകരണം",
    imprint="പ്രസിദ്ധീകരണ വിവരങ്ങൾ",
    number="നമ്പർ {}",
    page="പേജ്",
    figure="ചിത്രം {}",
    table="പട്ടിക {}",
    box="കോളം {}",
    section="വിഭാഗം {}",
)
