"""Labels in Hindi. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="एक नज़र में",
    findings="निष्कर्ष",
    finding="निष्कर्ष {}",
    recommendations="सिफ़ारिशें",
    recommendation="सिफ़ारिश {}",
    for_="किसके लिए",
    by="समय-सीमा",
    priority="प्राथमिकता",
    addresses=("संबंधित निष्कर्ष: ", "संबंधित निष्कर्ष: "),
    answered=("देखें सिफ़ारिश ", "देखें सिफ़ारिशें "),
    confidence={"high": "विश्वसनीयता: उच्च", "medium": "विश्वसनीयता: मध्यम", "low": "विश्वसनीयता: निम्न"},
    derived="स्रोत के तर्क से निकाली गई",
    all_derived=("यह सिफ़ारिश स्रोत के तर्क से निकाली गई है।", "ये सिफ़ारिशें स्रोत के तर्क से निकाली गई हैं।"),
    notes="टिप्पणियाँ",
    references="स्रोत",
    about="इस प्रकाशन के बारे में",
    authors="लेखक",
    contact="संपर्क",
    citation="सुझाया गया उद्धरण",
    acknowledgements="आभार",
    disclaimer="अस्वीकरण",
    imprint="प्रकाशन विवरण",
    number="सं. {}",
    page="पृष्ठ",
    figure="चित्र {}",
    table="तालिका {}",
    box="बॉक्स {}",
    section="खंड {}",
)
