"""Labels in Gujarati. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="એક નજરમાં",
    findings="તારણો",
    finding="તારણ {}",
    recommendations="ભલામણો",
    recommendation="ભલામણ {}",
    for_="કોના માટે",
    by="સમયમર્યાદા",
    priority="પ્રાથમિકતા",
    addresses=("સંબંધિત તારણ: ", "સંબંધિત તારણો: "),
    answered=("જુઓ ભલામણ ", "જુઓ ભલામણો "),
    confidence={"high": "વિશ્વસનીયતા: ઉચ્ચ", "medium": "વિશ્વસનીયતા: મધ્યમ", "low": "વિશ્વસનીયતા: નિમ્ન"},
    derived="સ્રોતની દલીલ પરથી તારવેલી",
    all_derived=("આ ભલામણ સ્રોતની દલીલ પરથી તારવવામાં આવી છે.", "આ ભલામણો સ્રોતની દલીલ પરથી તારવવામાં આવી છે."),
    notes="નોંધો",
    references="સ્રોતો",
    about="આ પ્રકાશન વિશે",
    authors="લેખકો",
    contact="સંપર્ક",
    citation="સૂચિત સંદર્ભ",
    acknowledgements="આભાર",
    disclaimer="અસ્વીકરણ",
    imprint="પ્રકાશન વિગતો",
    number="નં. {}",
    page="પૃષ્ઠ",
    figure="આકૃતિ {}",
    table="કોષ્ટક {}",
    box="બૉક્સ {}",
    section="વિભાગ {}",
)
