"""Labels in Telugu. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="ఒక చూపులో",
    findings="పరిశోధన ఫలితాలు",
    finding="ఫలితం {}",
    recommendations="సిఫార్సులు",
    recommendation="సిఫార్సు {}",
    for_="ఎవరికి",
    by="గడువు",
    priority="ప్రాధాన్యత",
    addresses=("సంబంధిత ఫలితం: ", "సంబంధిత ఫలితాలు: "),
    answered=("చూడండి: సిఫార్సు ", "చూడండి: సిఫార్సులు "),
    confidence={"high": "విశ్వసనీయత: అధికం", "medium": "విశ్వసనీయత: మధ్యస్థం", "low": "విశ్వసనీయత: తక్కువ"},
    derived="మూలంలోని వాదన నుండి తీసుకోబడింది",
    all_derived=("ఈ సిఫార్సు మూలంలోని వాదన నుండి తీసుకోబడింది.", "ఈ సిఫార్సులు మూలంలోని వాదన నుండి తీసుకోబడ్డాయి."),
    notes="గమనికలు",
    references="మూలాలు",
    about="ఈ ప్రచురణ గురించి",
    authors="రచయితలు",
    contact="సంప్రదింపు",
    citation="ఉదహరించవలసిన విధానం",
    acknowledgements="కృతజ్ఞతలు",
    disclaimer="నిరాకరణ",
    imprint="ప్రచురణ వివరాలు",
    number="సంఖ్య {}",
    page="పేజీ",
    figure="చిత్రం {}",
    table="పట్టిక {}",
    box="పెట్టె {}",
    section="విభాగం {}",
)
