"""Labels in Amharic. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="በአጭሩ",
    findings="ግኝቶች",
    finding="ግኝት {}",
    recommendations="ምክረ ሐሳቦች",
    recommendation="ምክረ ሐሳብ {}",
    for_="ለማን",
    by="የጊዜ ገደብ",
    priority="ቅድሚያ",
    addresses=("የሚመለከተው ግኝት ", "የሚመለከታቸው ግኝቶች "),
    answered=("ምክረ ሐሳብ ይመልከቱ፦ ", "ምክረ ሐሳቦችን ይመልከቱ፦ "),
    confidence={"high": "አስተማማኝነት፦ ከፍተኛ", "medium": "አስተማማኝነት፦ መካከለኛ", "low": "አስተማማኝነት፦ ዝቅተኛ"},
    derived="ከምንጩ መከራከሪያ የተወሰደ",
    all_derived=("ይህ ምክረ ሐሳብ ከምንጩ መከራከሪያ የተወሰደ ነው።", "እነዚህ ምክረ ሐሳቦች ከምንጩ መከራከሪያ የተወሰዱ ናቸው።"),
    notes="ማስታወሻዎች",
    references="ምንጮች",
    about="ስለዚህ ጽሑፍ",
    authors="ጸሐፊዎች",
    contact="አድራሻ",
    citation="የማጣቀሻ አጻጻፍ",
    acknowledgements="ምስጋና",
    disclaimer="የኃላፊነት ገደብ",
    imprint="የኅትመት መረጃ",
    number="ቁጥር {}",
    page="ገጽ",
    figure="ምስል {}",
    table="ሠንጠረዥ {}",
    box="ሳጥን {}",
    section="ክፍል {}",
)
