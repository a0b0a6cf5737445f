"""Labels in Armenian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Համառոտ",
    findings="Եզրահանգումներ",
    finding="Եզրահանգում {}",
    recommendations="Առաջարկություններ",
    recommendation="Առաջարկություն {}",
    for_="Ում համար",
    by="Ժամկետ",
    priority="Առաջնահերթություն",
    addresses=("Վերաբերում է եզրահանգմանը՝ ", "Վերաբերում է եզրահանգումներին՝ "),
    answered=("Տե՛ս առաջարկություն ", "Տե՛ս առաջարկություններ "),
    confidence={"high": "Հավաստիություն՝ բարձր", "medium": "Հավաստիություն՝ միջին", "low": "Հավաստիություն՝ ցածր"},
    derived="Բխում է աղբյուրի փաստարկներից",
    all_derived=(
        "Այս առաջարկությունը բխում է աղբյուրի փաստարկներից։",
        "Այս առաջարկությունները բխում են աղբյուրի փաստարկներից։",
    ),
    notes="Ծանոթագրություններ",
    references="Աղբյուրներ",
    about="Այս հրապարակման մասին",
    authors="Հեղինակներ",
    contact="Կապ",
    citation="Ինչպես մեջբերել",
    acknowledgements="Երախտիքի խոսք",
    disclaimer="Պատասխանատվության սահմանափակում",
    imprint="Հրատարակության տվյալներ",
    number="№ {}",
    page="Էջ",
    figure="Նկար {}",
    table="Աղյուսակ {}",
    box="Ներդիր {}",
    section="Բաժին {}",
)
