"""Labels in Thai. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="สรุปย่อ",
    findings="ข้อค้นพบ",
    finding="ข้อค้นพบที่ {}",
    recommendations="ข้อเสนอแนะ",
    recommendation="ข้อเสนอแนะที่ {}",
    for_="สำหรับ",
    by="กำหนดเวลา",
    priority="ลำดับความสำคัญ",
    addresses=("เกี่ยวข้องกับข้อค้นพบที่ ", "เกี่ยวข้องกับข้อค้นพบที่ "),
    answered=("ดูข้อเสนอแนะที่ ", "ดูข้อเสนอแนะที่ "),
    confidence={"high": "ความเชื่อมั่น: สูง", "medium": "ความเชื่อมั่น: ปานกลาง", "low": "ความเชื่อมั่น: ต่ำ"},
    derived="สรุปจากข้อโต้แย้งของแหล่งข้อมูล",
    all_derived=("ข้อเสนอแนะนี้สรุปจากข้อโต้แย้งของแหล่งข้อมูล", "ข้อเสนอแนะเหล่านี้สรุปจากข้อโต้แย้งของแหล่งข้อมูล"),
    notes="หมายเหตุ",
    references="แหล่งอ้างอิง",
    about="เกี่ยวกับเอกสารนี้",
    authors="ผู้เขียน",
    contact="ติดต่อ",
    citation="การอ้างอิงที่แนะนำ",
    acknowledgements="กิตติกรรมประกาศ",
    disclaimer="ข้อจำกัดความรับผิดชอบ",
    imprint="ข้อมูลการพิมพ์",
    number="ฉบับที่ {}",
    page="หน้า",
    figure="ภาพที่ {}",
    table="ตารางที่ {}",
    box="กรอบที่ {}",
    section="ส่วน {}",
)
