"""Labels in Kannada. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="ಒಂದು ನೋಟದಲ್ಲಿ",
    findings="ಸಂಶೋಧನಾ ಫಲಿತಾಂಶಗಳು",
    finding="ಫಲಿತಾಂಶ {}",
    recommendations="ಶಿಫಾರಸುಗಳು",
    recommendation="ಶಿಫಾರಸು {}",
    for_="ಯಾರಿಗಾಗಿ",
    by="ಗಡುವು",
    priority="ಆದ್ಯತೆ",
    addresses=("ಸಂಬಂಧಿಸಿದ ಫಲಿತಾಂಶ: ", "ಸಂಬಂಧಿಸಿದ ಫಲಿತಾಂಶಗಳು: "),
    answered=("ನೋಡಿ: ಶಿಫಾರಸು ", "ನೋಡಿ: ಶಿಫಾರಸುಗಳು "),
    confidence={"high": "ವಿಶ್ವಾಸಾರ್ಹತೆ: ಹೆಚ್ಚು", "medium": "ವಿಶ್ವಾಸಾರ್ಹತೆ: ಮಧ್ಯಮ", "low": "ವಿಶ್ವಾಸಾರ್ಹತೆ: ಕಡಿಮೆ"},
    derived="ಮೂಲದ ವಾದದಿಂದ ಪಡೆದದ್ದು",
    all_derived=("ಈ ಶಿಫಾರಸನ್ನು ಮೂಲದ ವಾದದಿಂದ ಪಡೆಯಲಾಗಿದೆ.", "ಈ ಶಿಫಾರಸುಗಳನ್ನು ಮೂಲದ ವಾದದಿಂದ ಪಡೆಯಲಾಗಿದೆ."),
    notes="ಟಿಪ್ಪಣಿಗಳು",
    references="ಮೂಲಗಳು",
    about="ಈ ಪ್ರಕಟಣೆಯ ಕುರಿತು",
    authors="ಲೇಖಕರು",
    contact="ಸಂಪರ್ಕ",
    citation="ಉಲ್ಲೇಖಿಸುವ ವಿಧಾನ",
    acknowledgements="ಕೃತಜ್ಞತೆಗಳು",
    disclaimer="ಹಕ್ಕು ನಿರಾಕರಣೆ",
    imprint="ಪ್ರಕಟಣೆಯ ವಿವರಗಳು",
    number="ಸಂಖ್ಯೆ {}",
    page="ಪುಟ",
    figure="ಚಿತ್ರ {}",
    table="ಕೋಷ್ಟಕ {}",
    box="ಚೌಕ {}",
    section="ವಿಭಾಗ {}",
)
