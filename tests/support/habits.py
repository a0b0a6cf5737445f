"""What a text is to look like in its language: what a writer types, what is to be on the page, and who says so.

`_` stands for a no-break space, `~` for a narrow one. A rule that a speaker corrects is changed here and in its table.
"""

LEXIQUE = "Imprimerie nationale, Lexique des règles typographiques"
OQLF = "Office québécois de la langue française, Banque de dépannage linguistique"
ROMAND = "Guide du typographe (Association suisse des typographes)"
DUDEN = "Duden, Rechtschreibung, D 1 to D 17 and Textverarbeitung"
DIN = "DIN 5008:2020"
BK = "Bundeskanzlei, Schreibweisungen (de-CH)"
RAE = "Real Academia Española, Ortografía de la lengua española (2010)"
PN = "PN-83/P-55366; PWN, Zasady pisowni i interpunkcji"
UJC = "ÚJČ AV ČR, Internetová jazyková příručka; ČSN 01 6910"
STN = "STN 01 6910"
MILCHIN = "Мильчин, Чельцова, Справочник издателя и автора"
PRAVOPYS = "Український правопис (2019); ДСТУ 4163"
HART = "New Hart's Rules"
CHICAGO = "The Chicago Manual of Style"
CLDR = "Unicode CLDR 46, delimiters and dates"
AKH = "A magyar helyesírás szabályai, 12th edition"
SPRAK = "Språkrådet, Svenska skrivregler"
DSN = "Dansk Sprognævn, Retskrivningsordbogen"
SPRN = "Språkrådet (Norway), skriveregler"
SFS = "SFS 4175; Kielitoimiston ohjepankki"
TAAL = "Onze Taal; Taaltelefoon"
ACADEMIA_RO = "Academia Română, DOOM3"
EU = "Interinstitutional Style Guide of the European Union"
IEC = "Institut d'Estudis Catalans, Ortografia catalana"
CRUSCA = "Accademia della Crusca; Serianni, Grammatica italiana"
TDK = "Türk Dil Kurumu, Yazım Kılavuzu"
HEBREW = "The Academy of the Hebrew Language; The Unicode Standard, 9.1"
GB = "GB/T 15834-2011"
MOE = "Ministry of Education (Taiwan), 重訂標點符號手冊"
AKSHARA = "The Unicode Standard, 12.1: syllables of the scripts of India; a line holds whole ones"
KARTULI = "Georgian orthography: a syllable begins with the last consonant, harmonic complexes stay whole"
HAYEREN = "Armenian orthography, տողադարձ: the last consonant goes to the next line"
JIS = "JIS X 4051; W3C, Requirements for Japanese Text Layout"

TEXTS = [
    # quotes: outer and inner
    ("en", '"He said "no"."', "“He said ‘no’.”", HART),
    ("en-US", "\"He said 'no.'\"", "“He said ‘no.’”", CHICAGO),
    ("fr", '"a "b" c"', "«~a “b” c~»", LEXIQUE),
    ("fr-CH", '"a "b" c"', "«~a ‹b› c~»", ROMAND),
    ("fr-CA", '"a "b" c"', "«_a “b” c_»", OQLF),
    ("de", '"a "b" c"', "„a ‚b‘ c“", DUDEN),
    ("de-AT", '"a "b" c"', "„a ‚b‘ c“", DUDEN),
    ("de-CH", '"a "b" c"', "«a ‹b› c»", BK),
    ("es", '"a "b" c"', "«a “b” c»", RAE),
    ("es-MX", '"a "b" c"', "«a “b” c»", RAE),
    ("it", '"a "b" c"', "«a “b” c»", CRUSCA),
    ("pt", '"a "b" c"', "«a “b” c»", EU),
    ("pt-BR", '"a "b" c"', "“a ‘b’ c”", CLDR),
    ("ca", '"a "b" c"', "«a “b” c»", IEC),
    ("gl", '"a "b" c"', "«a “b” c»", CLDR),
    ("nl", '"a "b" c"', "“a ‘b’ c”", TAAL),
    ("sv", '"a "b" c"', "”a ’b’ c”", SPRAK),
    ("da", '"a "b" c"', "”a ’b’ c”", DSN),
    ("nb", '"a "b" c"', "«a ‘b’ c»", SPRN),
    ("no", '"a "b" c"', "«a ‘b’ c»", SPRN),
    ("fi", '"a "b" c"', "”a ’b’ c”", SFS),
    ("is", '"a "b" c"', "„a ‚b‘ c“", CLDR),
    ("pl", '"to "tam" jest"', "„to «tam» jest”", PN),
    ("cs", '"ten "dům" je"', "„ten ‚dům‘ je“", UJC),
    ("sk", '"ten "dom" je"', "„ten ‚dom‘ je“", STN),
    ("sl", '"a "b" c"', "„a ‚b‘ c“", CLDR),
    ("hr", '"a "b" c"', "„a ‚b’ c”", EU),
    ("sr", '"а "б" в"', "„а ’б’ в”", CLDR),
    ("hu", '"a "b" c"', "„a »b« c”", AKH),
    ("ro", '"a "b" c"', "„a «b» c”", ACADEMIA_RO),
    ("bg", '"а "б" в"', "„а ‚б‘ в“", CLDR),
    ("mk", '"а "б" в"', "„а ‚б‘ в“", CLDR),
    ("el", '"α "β" γ"', "«α “β” γ»", EU),
    ("ru", '"это "дом" там"', "«это „дом“ там»", MILCHIN),
    ("uk", '"цей "дім" там"', "«цей „дім“ там»", PRAVOPYS),
    ("be", '"а "б" г"', "«а_„б“ г»", CLDR),
    ("lt", '"a "b" c"', "„a ‚b‘ c“", CLDR),
    ("et", '"a "b" c"', "„a ‚b‘ c“", CLDR),
    ("lv", '"a "b" c"', "„a ‚b’ c”", EU),
    ("tr", '"a "b" c"', "“a ‘b’ c”", TDK),
    ("ar", '"ا "ب" ج"', "«ا “ب” ج»", "Arabic books; CLDR has ”…“"),
    ("fa", '"ا "ب" ج"', "«ا ‹ب› ج»", CLDR),
    ("ur", '"ا "ب" ج"', "”ا ’ب‘ ج“", CLDR),
    ("he", '"שלום"', "”שלום”", HEBREW),
    ("he", 'צה"ל והאו"ם', "צה״ל והאו״ם", HEBREW),
    ("he", "ג'ירפה, רח' הרצל", "ג׳ירפה, רח׳ הרצל", HEBREW),
    ("he", 'ב"כ אמר: "לא"', "ב״כ אמר: ”לא”", HEBREW),
    ("hi", '"अ "आ" इ"', "“अ ‘आ’ इ”", CLDR),
    ("th", '"ก "ข" ค"', "“ก ‘ข’ ค”", CLDR),
    ("vi", '"a "b" c"', "“a ‘b’ c”", CLDR),
    ("zh", '他说"你好"，又说"再见"。', "他说“你好”，又说“再见”。", GB),
    ("zh-TW", '他說"你好"。', "他說「你好」。", MOE),
    ("ja", '彼は"はい"と言った。', "彼は「はい」と言った。", JIS),
    ("ko", '그는 "예"라고 말했다.', "그는 “예”라고 말했다.", CLDR),
    # the apostrophe, whatever follows
    ("en", "in '07, and '08.", "in ’07, and ’08.", HART),
    ("en", "the '07 law and the 'best' of '99", "the ’07 law and the ‘best’ of ’99", HART),
    ("en", "the class of '68: 'radical'", "the class of ’68: ‘radical’", HART),
    ("nl", "'s morgens in '45", "’s morgens in ’45", TAAL),
    ("nl", "zo'n foto's", "zo’n foto’s", TAAL),
    ("it", "negli anni '90", "negli anni ’90", CRUSCA),
    ("de", "im Sommer '89", "im Sommer ’89", DUDEN),
    ("uk", "п'ять, об'єднання", "п’ять, об’єднання", PRAVOPYS),
    # numbers and their words
    ("en", "58 percent of 14 per cent", "58_percent of 14_per_cent", CHICAGO),
    ("en", "Policy Brief 14, Figure 2", "Policy Brief_14, Figure_2", CHICAGO),
    # elision before quotes
    ("it", "l'\"acqua\"", "l’«acqua»", CRUSCA),
    ("it", "dell'\"Unione\" e un'\"altra\"", "dell’«Unione» e un’«altra»", CRUSCA),
    ("fr", "l'\"eau\"", "l’«~eau~»", LEXIQUE),
    ("fr", "d'\"abord\" et qu'\"il\"", "d’«~abord~» et qu’«~il~»", LEXIQUE),
    ("ca", "l'\"aigua\"", "l’«aigua»", IEC),
    # French spaces
    ("fr", "Pourquoi ? Parce que !", "Pourquoi~? Parce que~!", LEXIQUE),
    ("fr", "un; deux: trois", "un~; deux_: trois", LEXIQUE),
    ("fr-CH", "un; deux: trois", "un~; deux~: trois", ROMAND),
    ("fr-CA", "un; deux: trois ?", "un; deux_: trois ?", OQLF),
    ("fr", "à 10:30", "à 10:30", LEXIQUE),
    # a word of one letter does not end a line
    ("pl", "w lesie i z wodą", "w_lesie i_z_wodą", PN),
    ("pl", "A w Polsce o tym", "A_w_Polsce o_tym", PN),
    ("cs", "v Praze, k lesu i s ním", "v_Praze, k_lesu i_s_ním", UJC),
    ("cs", "A o tom u nás", "A_o_tom u_nás", UJC),
    ("sk", "v Bratislave a z nej", "v_Bratislave a_z_nej", STN),
    ("uk", "у місті й з водою", "у_місті й_з_водою", PRAVOPYS),
    ("ru", "в городе и с водой", "в_городе и_с_водой", MILCHIN),
    ("ru", "К тому же я о нём", "К_тому же я_о_нём", MILCHIN),
    ("be", "у горадзе і з вадой", "у_горадзе і_з_вадой", MILCHIN),
    ("en", "a house, I see", "a house, I see", HART),
    # within dates
    ("en-GB", "on 24 March 2026", "on 24_March 2026", HART),
    ("en-US", "on March 24, 2026", "on March_24, 2026", CHICAGO),
    ("de", "am 24. März 2026", "am 24._März 2026", DIN),
    ("de", "am 24. 3. 2026", "am 24._3. 2026", DIN),
    ("de-AT", "am 6. Jänner", "am 6._Jänner", DIN),
    ("fr", "le 1er mars, le 24 mars", "le 1er_mars, le 24_mars", LEXIQUE),
    ("es", "el 24 de marzo", "el 24_de marzo", RAE),
    ("pt", "a 24 de março", "a 24_de março", EU),
    ("it", "il 24 marzo e il 1º maggio", "il 24_marzo e il 1º_maggio", EU),
    ("ca", "el 24 de març i el 2 d'abril", "el 24_de març i el 2_d’abril", IEC),
    ("nl", "op 24 maart", "op 24_maart", TAAL),
    ("sv", "den 24 mars", "den 24_mars", SPRAK),
    ("da", "den 24. marts", "den 24._marts", DSN),
    ("nb", "den 24. mars", "den 24._mars", SPRN),
    ("fi", "24. maaliskuuta", "24._maaliskuuta", SFS),
    ("pl", "dnia 24 marca", "dnia 24_marca", PN),
    ("cs", "dne 24. března, 24. 3. 2026", "dne 24._března, 24._3. 2026", UJC),
    ("sk", "dňa 24. marca", "dňa 24._marca", STN),
    ("sl", "dne 24. marec, 24. 3. 2026", "dne 24._marec, 24._3. 2026", EU),
    ("hr", "dana 24. ožujka", "dana 24._ožujka", EU),
    ("hu", "2026. november 28.", "2026. november_28.", AKH),
    ("ro", "pe 24 martie", "pe 24_martie", EU),
    ("bg", "на 24 март 2026 г.", "на 24_март 2026_г.", EU),
    ("el", "στις 24 Μαρτίου", "στις 24_Μαρτίου", EU),
    ("ru", "24 марта 2026 г.", "24_марта 2026_г.", MILCHIN),
    ("uk", "24 березня 2026 р.", "24_березня 2026_р.", PRAVOPYS),
    ("tr", "24 Mart günü", "24_Mart günü", TDK),
    ("lt", "2026 m. kovo 24 d.", "2026_m. kovo_24_d.", EU),
    ("et", "24. märts", "24._märts", EU),
    ("is", "24. mars", "24._mars", EU),
    ("ar", "في 24 مارس", "في 24_مارس", CLDR),
    ("he", "ב־24 במרץ, 24 מרץ", "ב־24_במרץ, 24_מרץ", CLDR),
    ("id", "pada 24 Maret", "pada 24_Maret", CLDR),
    ("vi", "ngày 24 tháng 3", "ngày 24 tháng 3", CLDR),
    # between a number and its unit
    ("en", "5 km, 20 °C, 3 million", "5_km, 20_°C, 3_million", HART),
    ("fr", "5 km, 20 %, 3 millions", "5_km, 20_%, 3_millions", LEXIQUE),
    ("fr", "à 10 h 30", "à 10_h_30", LEXIQUE),
    ("de", "20 %, 14 Uhr, 3 Mio. Euro", "20_%, 14_Uhr, 3_Mio. Euro", DIN),
    ("sv", "500 kr, 20 %, 3 miljoner", "500_kr, 20_%, 3_miljoner", SPRAK),
    ("pl", "500 zł, 3 mln, w 2026 r.", "500_zł, 3_mln, w_2026_r.", PN),
    ("cs", "500 Kč, 20 %, 3 mil. osob", "500_Kč, 20_%, 3_mil. osob", UJC),
    ("ru", "500 руб., 3 млн, 5 тыс. чел.", "500_руб., 3_млн, 5_тыс. чел.", MILCHIN),
    ("uk", "500 грн, 3 млн, 5 тис. осіб", "500_грн, 3_млн, 5_тис. осіб", PRAVOPYS),
    ("hu", "500 Ft és 3 millió", "500_Ft és 3_millió", AKH),
    ("ro", "500 lei, 3 milioane", "500_lei, 3_milioane", ACADEMIA_RO),
    ("tr", "500 TL, 3 milyon", "500_TL, 3_milyon", TDK),
    ("el", "3 εκατ., 5 χλμ.", "3_εκατ., 5_χλμ.", EU),
    ("fi", "3 miljoonaa, 20 %", "3_miljoonaa, 20_%", SFS),
    ("nl", "3 miljoen, 14 uur", "3_miljoen, 14_uur", TAAL),
    ("es", "10 000 personas, 20 %", "10_000 personas, 20_%", RAE),
    # between what is numbered and its number
    ("en", "No. 7, art. 5, p. 3, § 2", "No._7, art._5, p._3, §_2", HART),
    ("fr", "n° 7, art. 5, p. 3, article 12", "n°_7, art._5, p._3, article_12", LEXIQUE),
    ("de", "Nr. 7, Art. 5, S. 3, § 2 Abs. 1", "Nr._7, Art._5, S._3, §_2 Abs._1", DIN),
    ("es", "n.º 7, art. 5, págs. 3", "n.º_7, art._5, págs._3", RAE),
    ("it", "n. 7, art. 5, comma 2", "n._7, art._5, comma_2", EU),
    ("pl", "nr 7, art. 5 ust. 2, rys. 3", "nr_7, art._5 ust._2, rys._3", PN),
    ("cs", "č. 7, čl. 5 odst. 2, obr. 3", "č._7, čl._5 odst._2, obr._3", UJC),
    ("sk", "č. 7, čl. 5 ods. 2", "č._7, čl._5 ods._2", STN),
    ("ru", "№ 7, ст. 5, рис. 3, табл. 2", "№_7, ст._5, рис._3, табл._2", MILCHIN),
    ("uk", "№ 7, ст. 5, рис. 3", "№_7, ст._5, рис._3", PRAVOPYS),
    ("sv", "nr 7, s. 3, kap. 2", "nr_7, s._3, kap._2", SPRAK),
    ("nl", "nr. 7, art. 5, blz. 3", "nr._7, art._5, blz._3", TAAL),
    ("hr", "br. 7, čl. 5, str. 3", "br._7, čl._5, str._3", EU),
    ("ro", "nr. 7, art. 5 alin. 2", "nr._7, art._5 alin._2", ACADEMIA_RO),
    # between initials, titles and a name
    ("en", "J. K. Rowling", "J._K._Rowling", CHICAGO),
    ("fr", "M. Dupont et Mme Curie", "M._Dupont et Mme_Curie", LEXIQUE),
    ("de", "Dr. Müller, J. S. Bach", "Dr._Müller, J._S._Bach", DIN),
    ("de", "z. B. so, d. h. nicht", "z._B. so, d._h. nicht", DIN),
    ("es", "el Sr. García, EE. UU.", "el Sr._García, EE._UU.", RAE),
    ("pl", "prof. Nowak, J. Kowalski", "prof._Nowak, J._Kowalski", PN),
    ("cs", "p. Novák, Ing. Malá, K. Čapek", "p._Novák, Ing._Malá, K._Čapek", UJC),
    ("ru", "А. С. Пушкин, г. Москва", "А._С._Пушкин, г._Москва", MILCHIN),
    ("uk", "Т. Г. Шевченко, м. Київ", "Т._Г._Шевченко, м._Київ", PRAVOPYS),
    ("sv", "prof Åkesson, A. Lindgren", "prof_Åkesson, A._Lindgren", SPRAK),
    # dashes
    ("en", "yes -- no", "yes_– no", HART),
    ("ru", "Вода — это жизнь", "Вода_— это жизнь", MILCHIN),
    ("fr", "a -- b -- c", "a – b – c", LEXIQUE),
]  # fmt: skip

NUMBERS = [
    ("en", "1234567.5", "1,234,567.5", HART),
    ("en-IN", "1234567.5", "12,34,567.5", CLDR),
    ("en-ZA", "1234.5", "1_234,5", CLDR),
    ("fr", "1234567.5", "1~234~567,5", LEXIQUE),
    ("fr-CH", "1234.5", "1~234,5", ROMAND),
    ("de", "1234567.5", "1.234.567,5", DIN),
    ("de-AT", "1234567.5", "1_234_567,5", "ÖNORM A 1080; CLDR"),
    ("de-CH", "1234567.5", "1’234’567.5", BK),
    ("es", "1234.5", "1234,5", RAE),
    ("es", "12345.5", "12.345,5", CLDR),
    ("es-MX", "12345.5", "12,345.5", "NOM-008-SCFI; CLDR es-MX"),
    ("it", "12345", "12.345", CLDR),
    ("pt-BR", "1234.5", "1.234,5", CLDR),
    ("pt-PT", "12345", "12_345", CLDR),
    ("pl", "1234", "1234", PN),
    ("pl", "12345", "12_345", PN),
    ("cs", "1234.5", "1_234,5", UJC),
    ("ru", "1234.5", "1_234,5", MILCHIN),
    ("sv", "1234.5", "1_234,5", SPRAK),
    ("hu", "12345", "12_345", AKH),
    ("tr", "1234.5", "1.234,5", TDK),
    ("is", "1234.5", "1.234,5", CLDR),
    ("hi", "12345678", "1,23,45,678", CLDR),
    ("ne", "1234567", "12,34,567", CLDR),
    ("bn", "1234567", "12,34,567", CLDR),
    ("sw", "1234.5", "1,234.5", CLDR),
    ("zh", "1234.5", "1,234.5", CLDR),
    ("vi", "1234.5", "1.234,5", CLDR),
    ("en", "-5", "−5", HART),
]  # fmt: skip

PERCENTS = [
    ("en", "5%", HART), ("fr", "5~%", LEXIQUE), ("de", "5_%", DIN), ("sv", "5_%", SPRAK), ("tr", "%5", TDK),
    ("eu", "%_5", "Euskaltzaindia; CLDR"), ("es", "5_%", RAE), ("it", "5%", CLDR), ("cs", "5_%", UJC), ("de-CH", "5%", BK),
]  # fmt: skip

CAPITALS = [
    ("tr", "istanbul ısı", "İSTANBUL ISI", TDK),
    ("az", "iki", "İKİ", "CLDR, az"),
    ("de", "Straße", "STRASSE", DUDEN),
    ("el", "Άδεια για νερό", "ΑΔΕΙΑ ΓΙΑ ΝΕΡΟ", "The Unicode Standard, 5.18"),
    ("el", "μαΐου", "ΜΑΪΟΥ", "The Unicode Standard, 5.18"),
    ("el", "άυλος", "ΑΫΛΟΣ", "The Unicode Standard, 5.18"),
    ("el", "ή όχι", "Ή ΟΧΙ", "CLDR, el: disjunctive eta keeps its tonos"),
    ("nl", "ijs in IJmuiden", "IJS IN IJMUIDEN", TAAL),
    ("lt", "i\u0307\u0300", "I\u0300", "The Unicode Standard, 5.18"),
    ("fr", "œuvre à côté", "ŒUVRE À CÔTÉ", LEXIQUE),
]  # fmt: skip

# words whose divisions are shown with -
DIVISIONS = [
    ("de", "Bundesregierung", "Bun-des-re-gie-rung", DUDEN),
    ("fr", "développement", "dé-ve-lop-pe-ment", LEXIQUE),
    ("pl", "odpowiedzialność", "od-po-wie-dzial-ność", PN),
    ("nl", "ruïneren", "ruï-ne-ren", "Woordenlijst, 2.4: the trema goes where a hyphen parts the vowels"),
    ("nl", "coördinatie", "coör-di-na-tie", "Woordenlijst der Nederlandse Taal, 2.4"),
    ("ru", "государственный", "го-су-дар-ствен-ный", MILCHIN),
    ("hu", "kormányzat", "kor-mány-zat", AKH),
    ("hu", "víz", "víz", AKH),
    ("tr", "sorumluluk", "so-rum-lu-luk", TDK),
    ("tr", "altyapı", "alt-ya-pı", TDK),
    ("fi", "vesihuolto", "ve-si-huol-to", SFS),
    ("fi", "maailmanlaajuinen", "maa-il-man-laa-jui-nen", SFS),
    ("sw", "mapendekezo", "ma-pe-nde-ke-zo", "TUKI, Kamusi ya Kiswahili Sanifu: syllables are open"),
    ("ta", "பிறக்கின்றனர்", "பிறக்-கின்-றனர்", AKSHARA),
    ("te", "స్వతంత్రులును", "స్వతం-త్రు-లును", AKSHARA),
    ("kn", "ರಾಜಕೀಯಾಭಿಪ್ರಾಯ", "ರಾಜ-ಕೀ-ಯಾ-ಭಿ-ಪ್ರಾಯ", AKSHARA),
    ("ml", "മനുഷ്യർക്കുവേണ്ടി", "മനു-ഷ്യർ-ക്കു-വേണ്ടി", AKSHARA),
    ("hi", "स्वतन्त्रता", "स्वत-न्त्रता", AKSHARA),
    ("bn", "অধিকারসমূহে", "অধি-কা-র-স-মূহে", AKSHARA),
    ("gu", "અધિકારોની", "અધિ-કા-રોની", AKSHARA),
    ("pa", "ਅੰਤਰਰਾਸ਼ਟਰੀ", "ਅੰਤ-ਰ-ਰਾ-ਸ਼-ਟਰੀ", AKSHARA),
    ("ka", "სამართლიანობის", "სა-მართ-ლია-ნო-ბის", KARTULI),
    ("ka", "მოქალაქეთა", "მო-ქა-ლა-ქეთა", KARTULI),
    ("ka", "საქართველო", "სა-ქართ-ველო", KARTULI),
    ("hy", "ազատություն", "ազա-տու-թյուն", HAYEREN),
    ("hy", "մարդկային", "մարդ-կա-յին", HAYEREN),
]  # fmt: skip

# a hyphen that is written and at which a line ends: whether it is set again at the head of the next
REPEATED = [
    ("pl", True, PN), ("cs", True, UJC), ("sk", True, STN), ("pt", True, "Acordo Ortográfico de 1990, base XX"),
    ("hr", True, "Hrvatski pravopis (IHJJ)"), ("de", False, DUDEN), ("en", False, HART),
]  # fmt: skip
