"""Labels in Khmer. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="សង្ខេប",
    findings="របកគំហើញ",
    finding="របកគំហើញទី {}",
    recommendations="អនុសាសន៍",
    recommendation="អនុសាសន៍ទី {}",
    for_="សម្រាប់",
    by="កាលកំណត់",
    priority="អាទិភាព",
    addresses=("ពាក់ព័ន្ធនឹងរបកគំហើញទី ", "ពាក់ព័ន្ធនឹងរបកគំហើញទី "),
    answered=("សូមមើលអនុសាសន៍ទី ", "សូមមើលអនុសាសន៍ទី "),
    confidence={"high": "កម្រិតទំនុកចិត្ត៖ ខ្ពស់", "medium": "កម្រិតទំនុកចិត្ត៖ មធ្យម", "low": "កម្រិតទំនុកចិត្ត៖ ទាប"},
    derived="ដកស្រង់ចេញពីអំណះអំណាងរបស់ប្រភព",
    all_derived=("អនុសាសន៍នេះដកស្រង់ចេញពីអំណះអំណាងរបស់ប្រភព។", "អនុសាសន៍ទាំងនេះដកស្រង់ចេញពីអំណះអំណាងរបស់ប្រភព។"),
    notes="កំណត់សម្គាល់",
    references="ប្រភព",
    about="អំពីការបោះពុម្ពផ្សាយនេះ",
    authors="អ្នកនិពន្ធ",
    contact="ទំនាក់ទំនង",
    citation="របៀបដកស្រង់",
    acknowledgements="សេចក្ដីថ្លែងអំណរគុណ",
    disclaimer="ការបដិសេធទំនួលខុសត្រូវ",
    imprint="ព័ត៌មានអំពីការបោះពុម្ព",
    number="លេខ {}",
    page="ទំព័រ",
    figure="រូបភាពទី {}",
    table="តារាងទី {}",
    box="ប្រអប់ទី {}",
    section="ផ្នែកទី {}",
)
