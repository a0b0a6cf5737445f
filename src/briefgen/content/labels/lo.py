"""Labels in Lao. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="ສະຫຼຸບຫຍໍ້",
    findings="ຜົນການຄົ້ນພົບ",
    finding="ຜົນການຄົ້ນພົບ {}",
    recommendations="ຂໍ້ສະເໜີແນະ",
    recommendation="ຂໍ້ສະເໜີແນະ {}",
    for_="ສຳລັບ",
    by="ກຳນົດເວລາ",
    priority="ບູລິມະສິດ",
    addresses=("ກ່ຽວກັບຜົນການຄົ້ນພົບ ", "ກ່ຽວກັບຜົນການຄົ້ນພົບ "),
    answered=("ເບິ່ງຂໍ້ສະເໜີແນະ ", "ເບິ່ງຂໍ້ສະເໜີແນະ "),
    confidence={"high": "ຄວາມເຊື່ອໝັ້ນ: ສູງ", "medium": "ຄວາມເຊື່ອໝັ້ນ: ປານກາງ", "low": "ຄວາມເຊື່ອໝັ້ນ: ຕ່ຳ"},
    derived="ໄດ້ມາຈາກເຫດຜົນຂອງແຫຼ່ງຂໍ້ມູນ",
    all_derived=("ຂໍ້ສະເໜີແນະນີ້ໄດ້ມາຈາກເຫດຜົນຂອງແຫຼ່ງຂໍ້ມູນ.", "ຂໍ້ສະເໜີແນະເຫຼົ່ານີ້ໄດ້ມາຈາກເຫດຜົນຂອງແຫຼ່ງຂໍ້ມູນ."),
    notes="ໝາຍເຫດ",
    references="ແຫຼ່ງຂໍ້ມູນ",
    about="ກ່ຽວກັບສິ່ງພິມນີ້",
    authors="ຜູ້ຂຽນ",
    contact="ຕິດຕໍ່",
    citation="ການອ້າງອີງ",
    acknowledgements="ຄຳຂອບໃຈ",
    disclaimer="ຂໍ້ຈຳກັດຄວາມຮັບຜິດຊອບ",
    imprint="ຂໍ້ມູນການພິມ",
    number="ສະບັບທີ {}",
    page="ໜ້າ",
    figure="ຮູບທີ {}",
    table="ຕາຕະລາງ {}",
    box="ກອບ {}",
    section="ພາກທີ {}",
)
