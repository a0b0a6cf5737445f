"""Labels in Bangla. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="এক নজরে",
    findings="ফলাফল",
    finding="ফলাফল {}",
    recommendations="সুপারিশ",
    recommendation="সুপারিশ {}",
    for_="যাদের জন্য",
    by="সময়সীমা",
    priority="অগ্রাধিকার",
    addresses=("সংশ্লিষ্ট ফলাফল: ", "সংশ্লিষ্ট ফলাফল: "),
    answered=("দেখুন সুপারিশ ", "দেখুন সুপারিশ "),
    confidence={"high": "নির্ভরযোগ্যতা: উচ্চ", "medium": "নির্ভরযোগ্যতা: মাঝারি", "low": "নির্ভরযোগ্যতা: নিম্ন"},
    derived="উৎসের যুক্তি থেকে গৃহীত",
    all_derived=("এই সুপারিশটি উৎসের যুক্তি থেকে গৃহীত।", "এই সুপারিশগুলো উৎসের যুক্তি থেকে গৃহীত।"),
    notes="টীকা",
    references="সূত্র",
    about="এই প্রকাশনা সম্পর্কে",
    authors="লেখক",
    contact="যোগাযোগ",
    citation="প্রস্তাবিত উদ্ধৃতি",
    acknowledgements="কৃতজ্ঞতা স্বীকার",
    disclaimer="দায়মুক্তি",
    imprint="প্রকাশনা তথ্য",
    number="সংখ্যা {}",
    page="পৃষ্ঠা",
    figure="চিত্র {}",
    table="সারণি {}",
    box="বাক্স {}",
    section="অনুচ্ছেদ {}",
)
