"""Labels in Nepali. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="एक नजरमा",
    findings="निष्कर्षहरू",
    finding="निष्कर्ष {}",
    recommendations="सिफारिसहरू",
    recommendation="सिफारिस {}",
    for_="कसका लागि",
    by="समयसीमा",
    priority="प्राथमिकता",
    addresses=("सम्बन्धित निष्कर्ष: ", "सम्बन्धित निष्कर्षहरू: "),
    answered=("हेर्नुहोस् सिफारिस ", "हेर्नुहोस् सिफारिसहरू "),
    confidence={"high": "विश्वसनीयता: उच्च", "medium": "विश्वसनीयता: मध्यम", "low": "विश्वसनीयता: न्यून"},
    derived="स्रोतको तर्कबाट निकालिएको",
    all_derived=("यो सिफारिस स्रोतको तर्कबाट निकालिएको हो।", "यी सिफारिसहरू स्रोतको तर्कबाट निकालिएका हुन्।"),
    notes="टिप्पणीहरू",
    references="स्रोतहरू",
    about="यस प्रकाशनका बारेमा",
    authors="लेखकहरू",
    contact="सम्पर्क",
    citation="सुझाइएको उद्धरण",
    acknowledgements="आभार",
    disclaimer="अस्वीकरण",
    imprint="प्रकाशन विवरण",
    number="सङ्ख्या {}",
    page="पृष्ठ",
    figure="चित्र {}",
    table="तालिका {}",
    box="बाकस {}",
    section="खण्ड {}",
)
