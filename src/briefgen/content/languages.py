"""Language tags: which are known, which can be hyphenated.

Comes: a tag as written. Goes: the tag in its usual spelling (RFC 5646, 2.1.1), or the reason why it is none, with a hint.
Data and two functions; knows no words of any language.
"""

import re
from collections.abc import Iterator

import msgspec

# ISO 639-1, and some of ISO 639-3 that have no shorter code
CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ast ckb "
    "dsb fil haw hsb kab nah quc yua".split()
)

# ISO 3166-1
REGIONS = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split()
)

# the languages of pyphen's pattern files in Latin, Greek and Cyrillic letters, and those divided by the rules of
# `typeset.syllables`; `no` is divided by the patterns of nb
HYPHENATED = frozenset(
    "as az bn fi gu hi hy ka kn ml mr ne or pa sw ta te tr af be bg ca cs da de el en eo es et eu fr gl hr hu id is it lt "
    "lv mn nb nl nn no pl pt ro ru sk sl sq sr sv uk zu".split()
)

# what else a language is known as (ISO 639-1, and the codes that it replaced), by the tag under which tables have it
ALIASES = {"no": "nb", "iw": "he", "in": "id", "tl": "fil"}
# the script of a language in a region, where it is not the usual one of the language (CLDR, likely subtags)
SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "sr-ME": "Latn", "pa-PK": "Arab", "uz-AF": "Arab"}

# languages whose words are not divided by hyphens at all
UNDIVIDED = frozenset("ar bo ckb dv dz fa he ja km ko ks ku lo my ps sd th ug ur vi yi zh".split())

# language, extensions of it, script, region, variants (RFC 5646, 2.1)
WELL_FORMED = "[a-z]{2,3}(-[a-z]{3}){0,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?(-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*"

# what people write instead of a tag
MISNOMERS = {
    "british": "en-GB", "american": "en-US", "eng": "en", "gb": "en-GB", "us": "en-US", "deutsch": "de", "deu": "de",
    "ger": "de", "francais": "fr", "fra": "fr", "fre": "fr", "espanol": "es", "spa": "es", "sp": "es", "mx": "es-MX",
    "italiano": "it", "ita": "it", "por": "pt", "nld": "nl", "polski": "pl", "pol": "pl", "dk": "da", "cz": "cs", "gr": "el",
    "jp": "ja", "cn": "zh", "ua": "uk",
}  # fmt: skip

# texts of links that say nothing to whoever hears the links of a page one after the other (WCAG 2.2, 2.4.4)
VAGUE_LINKS = {
    "en": frozenset({
        "click", "click here", "find out more", "follow this link", "go here", "here", "learn more", "link", "more",
        "more info", "more information", "on this page", "read more", "see here", "see more", "this", "this link",
        "this page",
        "this site", "this website", "via this link",
    }),
    "es": frozenset({
        "acá", "aquí", "aqui", "clic aquí", "click aquí", "en este enlace", "en esta página", "enlace", "este enlace",
        "este vínculo", "esta página", "este sitio", "haga clic", "haga clic aquí", "haz clic aquí", "leer más", "más",
        "más información", "pinche aquí", "pulse aquí", "saber más", "ver aquí", "ver más", "vínculo",
    }),
    "fr": frozenset({
        "ce lien", "ce site", "cette page", "cliquer ici", "cliquez", "cliquez ici", "en savoir plus", "ici", "lien",
        "lire la suite", "lire plus", "par ici", "plus", "plus d'info", "plus d'infos", "plus d'informations", "sur ce lien",
        "sur cette page", "suivez ce lien", "voir ici", "voir plus",
    }),
    "de": frozenset({
        "auf dieser seite", "diese seite", "diesem link", "diesen link", "dieser link", "dieser seite", "hier",
        "hier klicken",
        "klick hier", "klicke hier", "klicken sie hier", "link", "mehr", "mehr dazu", "mehr erfahren", "mehr informationen",
        "mehr lesen", "siehe hier", "unter diesem link", "weiterlesen", "weitere informationen",
    }),
}  # fmt: skip


class Tag(msgspec.Struct, frozen=True):
    """A language tag in its usual spelling. With a `fault` it is `en`, so that the rest of a brief can still be checked."""

    text: str
    fault: str = ""
    hint: str = ""

    @property
    def base(self) -> str:
        """The language without script and region."""
        return self.text.split("-", 1)[0]


def read_tag(written: str) -> Tag:
    """The tag that was written."""
    parts = written.strip().replace("_", "-").split("-")
    base = parts[0].lower()
    if base not in CODES:
        from briefgen.outline.meant import language  # late: only a wrong tag needs it

        meant = MISNOMERS.get(written.strip().lower(), "") or language(written)
        hint = f"did you mean `{meant}`?" if meant else "write a tag such as en-GB, es, fr or de"
        return Tag("en", f"`{written}` is not a language that briefgen knows", hint)
    spelled = [base]
    for part in parts[1:]:
        if len(part) == 2 and part.isalpha():
            if part.upper() not in REGIONS:
                hint = (
                    f"did you mean `{base}-GB`?" if part.upper() == "UK" else f"write `{base}`, or a region such as GB or MX"
                )
                return Tag("en", f"`{part}` is not a region (ISO 3166-1)", hint)
            spelled.append(part.upper())
        elif len(part) == 4 and part.isalpha():
            spelled.append(part.title())
        elif 3 <= len(part) <= 8 and part.isalnum():
            spelled.append(part.lower())
        else:
            spelled.append("")
    # the pattern takes longer to compile than all that a brief says of languages, and most tags are as simple as this
    simple = len(spelled) < 3 and REGIONS.issuperset(spelled[1:])
    if not simple and not re.fullmatch(WELL_FORMED, "-".join(spelled)):
        return Tag("en", f"`{written}` is not a language tag (BCP 47)", f"did you mean `{base}`?")
    return Tag("-".join(spelled))


def lookup(language: str) -> Iterator[str]:
    """The tags under which to look for a language, the nearest first: BCP 47 lookup (RFC 4647, 3.4).

    A region that has a script of its own brings it: zh-TW is looked for as zh-Hant too, and never as zh before that.
    """
    parts = language.split("-")
    base = ALIASES.get(parts[0], parts[0])
    yield "-".join([base, *parts[1:]])
    script = SCRIPTS.get("-".join([base, *[part for part in parts[1:] if len(part) == 2]]), "")
    if script and script not in parts:
        yield f"{base}-{script}"
    for end in range(len(parts) - 1, 0, -1):
        yield "-".join([base, *parts[1:end]])


def is_vague(text: str, language: str) -> bool:
    """Whether the text of a link says nothing in a language, given as a tag; marks and spaces round it do not count."""
    if len(text) > 60:  # no phrase is as long
        return False
    words = "".join(c if c.isalnum() or c == "'" else " " for c in text.casefold().replace("’", "'")).split()
    return not words or " ".join(words) in VAGUE_LINKS.get(language.split("-", 1)[0], ())


# leading of languages whose letters reach further up and down than those of Latin, as a share of the usual one: measured as
# what the lines of the Universal Declaration take from their highest to their lowest points in the faces that set them; for
# Chinese, Japanese and Korean half the type size between lines (JLREQ, 2.4.2)
LEADINGS = {
    **dict.fromkeys(("ar", "my", "km"), 1.25),
    **dict.fromkeys(("fa", "ur", "ps", "sd", "ug", "ckb"), 1.2),
    **dict.fromkeys(("th", "te"), 1.12),
    **dict.fromkeys(("lo", "kn", "zh", "ja", "yue"), 1.08),
    "ko": 1.04,
}


def leading_of(language: str) -> float:
    """The leading of a language as a share of that of Latin text."""
    return LEADINGS.get(language.partition("-")[0], 1.0)


def is_hyphenated(tag: Tag) -> bool:
    """Whether words of the language can be divided, or need not be."""
    return tag.base in HYPHENATED or tag.base in UNDIVIDED
