"""What no line may part in languages other than English, besides what `typography` knows of all of them.

Comes: a language tag. Goes: its `Habits`. Data; loaded for a brief, or words, in one of these languages. Sources: Imprimerie
nationale, Lexique des règles typographiques (fr); Duden, D 1 and DIN 5008 (de); Real Academia, Ortografía 2010 (es);
Norma PN-83/P-55366 (pl); ČSN 01 6910 and the Internetová jazyková příručka of ÚJČ (cs); STN 01 6910 (sk); Мильчин,
Справочник издателя и автора (ru, be, bg); Український правопис 2019 (uk); AkH. 12 (hu); Svenska skrivregler (sv);
Retskrivningsordbogen (da); Kielitoimiston ohjepankki, SFS 4175 (fi); Taaltelefoon and Onze Taal (nl).
"""

from typing import NamedTuple

from briefgen.content.languages import lookup


class Habits(NamedTuple):
    """Words of a language, as they stand without marks behind them: units, what stands before a number, before a name."""

    units: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


def _habits(units: str = "", before_numbers: str = "", titles: str = "") -> Habits:
    return Habits(*(frozenset(words.split()) for words in (units, before_numbers, titles)))


_RUSSIAN = _habits(
    "г г. гг. в. вв. тыс тыс. млн млрд трлн руб. р. коп. долл. чел. экз. км м см мм кг т га л кВт МВт ГВт ч мин с",
    "№ №№ рис. табл. гл. ст. п. пп. с. стр. т. ч. разд. илл. ред. вып. абз. подп.",
    "г. гр. ул. пр. им. проф. акад. тов. г-н г-жа",
)
HABITS = {
    "fr": _habits(
        "h heures francs euros dollars ans tonnes hectares habitants",
        "n° nos h nos. art. art p. pp. vol. t. chap. chapitre article articles page pages annexe tome "
        "figure tableau note fig. tabl.",
        "M. MM. Mme Mmes Mlle Mlles Me Mgr Dr Pr St Ste",
    ),
    "de": _habits(
        "Uhr Prozent Tsd. Jahre Jahren Mrd Mio ct",
        "Nr. Nrn. S. Art. Absatz Artikel Kapitel Seite Bd. Anm. Rz. Heft",
        "Dr. Prof. Hr. Fr. St.",
    ),
    "es": _habits(
        "euros pesos años hectáreas habitantes M",
        "n.º núm. art. arts. p. pp. pág. págs. cap. vol. fig. tabla artículo artículos §",
        "EE. FF. RR. CC. Sr. Sra. Srta. Dr. Dra. D. Dña. Sres. Lic. Ing. Mtro. Mtra.",
    ),
    "it": _habits(
        "euro anni ettari abitanti",
        "n. nn. art. artt. p. pp. pag. cap. fig. tab. vol. comma articolo",
        "Sig. Sig.ra Dott. Dott.ssa Prof. Prof.ssa On. Avv. Ing. S.",
    ),
    "pt": _habits(
        "euros reais anos hectares habitantes mil",
        "n.º n.os art. arts. p. pp. pág. cap. fig. tab. vol. artigo artigos inciso",
        "Sr. Sra. Dr. Dra. Prof. Eng. D.",
    ),
    "ca": _habits("euros anys milions hectàrees", "núm. núms. art. p. pàg. cap. fig. vol. article", "Sr. Sra. Dr. Dra."),
    "nl": _habits(
        "uur euro miljoen miljard procent jaar",
        "nr. nrs. blz. p. art. artikel lid fig. tab. hfst. hoofdstuk par. bijlage",
        "dhr. mevr. dr. prof. mr. ir. drs. ds. St.",
    ),
    "sv": _habits(
        "kr kronor tusen miljoner miljarder miljon miljard mnkr tkr procent",
        "nr s. sid. kap. fig. tab. art. artikel bil. vol. sida",
        "dr prof prof. fru herr",
    ),
    "da": _habits(
        "kr. kr mio. mia. millioner milliarder procent",
        "nr. s. kap. fig. tab. art. stk. pkt. bind side artikel",
        "dr. prof. hr. fru",
    ),
    "nb": _habits(
        "kr kroner millioner milliarder prosent mill. mrd.",
        "nr. s. kap. fig. tab. art. pkt. bind side artikkel paragraf",
        "dr. prof. hr. fru",
    ),
    "fi": _habits(
        "euroa miljoonaa miljardia prosenttia tuhatta v. mk e milj. mrd.",
        "nro n:o s. luku kuvio kuva taulukko artikla kohta art.",
        "tri prof. hra rva",
    ),
    "pl": _habits(
        "r. w. r w tys. tys mln mld zł gr proc. os. godz. min. sek. szt. pkt",
        "nr nr. art. ust. pkt lit. par. str. s. rys. tab. rozdz. poz. t. cz. zob. dz. ww. tabl.",
        "p. prof. dr mgr inż. hab. ks. św. gen. płk ul. al. pl. im. os.",
    ),
    "cs": _habits(
        "Kč tis. tis mil. mil mld. mld hod. min. let osob obyvatel procent",
        "č. čís. s. str. obr. tab. čl. odst. písm. sv. roč. kap. příl. bod článek odstavec",
        "p. pí dr. Dr. Ing. Mgr. Bc. prof. doc. sv. JUDr. MUDr. PhDr. RNDr. ul. nám.",
    ),
    "sk": _habits(
        "Sk tis. mil. mld. hod. min. rokov osôb obyvateľov percent",
        "č. s. str. obr. tab. čl. ods. písm. zv. roč. kap. príl. bod článok",
        "p. dr. Ing. Mgr. prof. doc. sv. JUDr. MUDr. ul. nám.",
    ),
    "sl": _habits(
        "tisoč mio. mrd. milijonov milijard odstotkov let",
        "št. str. čl. sl. tab. pogl. odst. toč. člen",
        "g. ga. dr. prof. mag. sv. ul.",
    ),
    "hr": _habits(
        "kn tis. mil. mlrd. milijuna milijardi posto godina",
        "br. str. čl. st. sl. tab. pogl. toč. članak",
        "g. gđa dr. prof. mr. sv. ul.",
    ),
    "sr": _habits(
        "дин. хиљ. мил. млрд. милиона милијарди",
        "бр. стр. чл. ст. сл. таб. тач. члан",
        "г. гђа др проф. мр св. ул.",
    ),
    "sr-Latn": _habits(
        "din. hilj. mil. mlrd. miliona milijardi",
        "br. str. čl. st. sl. tab. tač. član",
        "g. gđa dr prof. mr sv. ul.",
    ),
    "hu": _habits(
        "Ft forint ezer millió milliárd százalék fő óra",
        "sz. old. ábra § cikk",
        "dr. Dr. özv. ifj. id. prof. Szt.",
    ),
    "ro": _habits(
        "lei mii milioane miliarde ani km",
        "nr. p. pp. pag. art. alin. lit. fig. tab. cap. vol. pct.",
        "dl. dna. dl d-na dr. prof. ing. Sf. str.",
    ),
    "el": _habits(
        "ευρώ εκατ. δισ. χιλ. χλμ. τ.μ. ώρες έτη",
        "αρ. αριθ. σ. σσ. σελ. άρθρο κεφ. παρ. εικ. πίν. τόμ.",
        "κ. κα κος κκ. δρ Δρ καθ. Αγ.",
    ),
    "ru": _RUSSIAN,
    "be": _habits(
        "г. гг. ст. тыс. млн млрд руб. чал. км м кг т га",
        "№ мал. табл. гл. арт. п. с. т. ч. разд.",
        "г. вул. імя праф. акад.",
    ),
    "bg": _habits(
        "г. гг. в. лв. хил. млн. млрд. лева км м кг т",
        "№ фиг. табл. гл. чл. ал. т. с. стр. разд. §",
        "г. г-н г-жа проф. д-р св. ул. инж.",
    ),
    "uk": _habits(
        "р р. рр. ст. тис. тис млн млрд трлн грн коп. дол. ос. км м см мм кг т га л кВт МВт ГВт год хв с",
        "№ №№ рис. табл. гл. ст. ч. п. пп. с. стор. т. розд. ред. вип. абз.",
        "м. с. смт вул. просп. ім. проф. акад. п. пані пан о.",
    ),
    "tr": _habits(
        "TL bin milyon milyar trilyon yıl kişi lira yüzde",
        "No. no. s. ss. md. şek. tab. böl. c. Madde madde",
        "Dr. Prof. Doç. Av. Sn. Hz. St.",
    ),
    "lt": _habits(
        "m. d. val. min. tūkst. mln. mlrd. Eur Lt proc. km",
        "Nr. p. pav. lent. str. t. dalis",
        "p. prof. dr. šv. g. pr.",
    ),
    "lv": _habits("g. gadā milj. mljrd. tūkst. stundas procenti", "Nr. lpp. p. att. tab. pants", "prof. Dr. sv. k-gs k-dze"),
    "et": _habits("eurot miljonit miljardit tuhat protsenti a a. kr", "nr lk joon. tab. ptk art. lg §", "hr pr dr prof."),
    "is": _habits("kr. þús. millj. ma. prósent", "nr. bls. mynd tafla gr. kafli", "hr. frú dr. sr."),
    "eu": _habits("euro milioi mila", "or. art. irud.", "jn. and. dk."),
    "gl": _habits("euros anos millóns hectáreas", "n.º núm. art. p. páx. cap. fig.", "Sr. Sra. Dr. Dra."),
    "id": _habits(
        "rupiah ribu juta miliar triliun persen tahun",
        "No. no. hlm. pasal Pasal ayat Gambar Tabel gbr. tab.",
        "Bpk. Ibu Dr. Prof. Ir. Hj. H.",
    ),
    "vi": _habits("đồng nghìn triệu tỷ năm", "số tr. Điều điều khoản Hình Bảng chương", "TS. GS. PGS. ThS. ông bà"),
}  # fmt: skip
NONE = Habits()


def habits_of(language: str) -> Habits:
    """The habits of a language tag; none where nothing is known."""
    return next((HABITS[tag] for tag in lookup(language) if tag in HABITS), NONE)
