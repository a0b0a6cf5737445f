"""Labels in Turkish. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Bir bakışta",
    findings="Bulgular",
    finding="Bulgu {}",
    recommendations="Öneriler",
    recommendation="Öneri {}",
    for_="Kime",
    by="Süre",
    priority="Öncelik",
    addresses=("İlgili bulgu: ", "İlgili bulgular: "),
    answered=("İlgili öneri: ", "İlgili öneriler: "),
    confidence={"high": "Güvenilirlik: yüksek", "medium": "Güvenilirlik: orta", "low": "Güvenilirlik: düşük"},
    derived="Kaynağın savından çıkarılmıştır",
    all_derived=("Bu öneri kaynağın savından çıkarılmıştır.", "Bu öneriler kaynağın savından çıkarılmıştır."),
    notes="Notlar",
    references="Kaynaklar",
    about="Bu yayın hakkında",
    authors="Yazarlar",
    contact="İletişim",
    citation="Önerilen atıf",
    acknowledgements="Teşekkür",
    disclaimer="Sorumluluk reddi",
    imprint="Künye",
    number="Sayı {}",
    page="Sayfa",
    figure="Şekil {}",
    table="Tablo {}",
    box="Kutu {}",
    section="Bölüm {}",
)
