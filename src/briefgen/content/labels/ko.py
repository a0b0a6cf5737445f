"""Labels in Korean. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="요약",
    findings="연구 결과",
    finding="결과 {}",
    recommendations="제언",
    recommendation="제언 {}",
    for_="대상",
    by="기한",
    priority="우선순위",
    addresses=("관련 결과: ", "관련 결과: "),
    answered=("관련 제언: ", "관련 제언: "),
    confidence={"high": "신뢰도: 높음", "medium": "신뢰도: 중간", "low": "신뢰도: 낮음"},
    derived="출처의 논지에서 도출",
    all_derived=("이 제언은 출처의 논지에서 도출되었다.", "이 제언들은 출처의 논지에서 도출되었다."),
    notes="주",
    references="출처",
    about="이 간행물에 대하여",
    authors="저자",
    contact="연락처",
    citation="인용 방법",
    acknowledgements="감사의 말",
    disclaimer="면책 조항",
    imprint="간행 정보",
    number="제{}호",
    page="쪽",
    figure="그림 {}",
    table="표 {}",
    box="상자 {}",
    section="{} 절",
)
