"""Labels in Vietnamese. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Tóm tắt",
    findings="Phát hiện",
    finding="Phát hiện {}",
    recommendations="Khuyến nghị",
    recommendation="Khuyến nghị {}",
    for_="Dành cho",
    by="Thời hạn",
    priority="Mức ưu tiên",
    addresses=("Liên quan đến phát hiện ", "Liên quan đến các phát hiện "),
    answered=("Xem khuyến nghị ", "Xem các khuyến nghị "),
    confidence={"high": "Độ tin cậy: cao", "medium": "Độ tin cậy: trung bình", "low": "Độ tin cậy: thấp"},
    derived="Rút ra từ lập luận của nguồn",
    all_derived=(
        "Khuyến nghị này được rút ra từ lập luận của nguồn.",
        "Các khuyến nghị này được rút ra từ lập luận của nguồn.",
    ),
    notes="Ghi chú",
    references="Nguồn",
    about="Giới thiệu",
    authors="Tác giả",
    contact="Liên hệ",
    citation="Cách trích dẫn",
    acknowledgements="Lời cảm ơn",
    disclaimer="Tuyên bố miễn trừ trách nhiệm",
    imprint="Thông tin xuất bản",
    number="Số {}",
    page="Trang",
    figure="Hình {}",
    table="Bảng {}",
    box="Hộp {}",
    section="Mục {}",
)
