"""Labels in Indonesian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Sekilas",
    findings="Temuan",
    finding="Temuan {}",
    recommendations="Rekomendasi",
    recommendation="Rekomendasi {}",
    for_="Untuk",
    by="Tenggat",
    priority="Prioritas",
    addresses=("Terkait temuan ", "Terkait temuan "),
    answered=("Lihat rekomendasi ", "Lihat rekomendasi "),
    confidence={"high": "Keyakinan: tinggi", "medium": "Keyakinan: sedang", "low": "Keyakinan: rendah"},
    derived="Disimpulkan dari argumen sumber",
    all_derived=(
        "Rekomendasi ini disimpulkan dari argumen sumber.",
        "Rekomendasi-rekomendasi ini disimpulkan dari argumen sumber.",
    ),
    notes="Catatan",
    references="Sumber",
    about="Tentang publikasi ini",
    authors="Penulis",
    contact="Kontak",
    citation="Saran sitasi",
    acknowledgements="Ucapan terima kasih",
    disclaimer="Penafian",
    imprint="Keterangan penerbitan",
    number="No. {}",
    page="Halaman",
    figure="Gambar {}",
    table="Tabel {}",
    box="Kotak {}",
    section="Bagian {}",
)
