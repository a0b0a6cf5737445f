"""What the parts of a brief are called in documents, by language: the data by which things are recognised.

Data only; the labels that briefgen prints itself (`content/words`) are added to it where it is used. All in small letters.
"""

# the names of heading styles: English ones stand in every Word file, translated ones in some of LibreOffice
HEADING_STYLES = "heading|titolo|titre|título|titulo|überschrift|kop|rubrik|overskrift|nagłówek|nadpis|заголовок|标题"

# headings under which a part of the brief stands; `*`: more words may follow
HEADINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "summary": {
        "en": (
            "summary", "executive summary", "executive sumary", "abstract", "key messages", "key message", "key points",
            "key takeaways", "takeaways", "main messages", "main points", "key insights", "key findings", "key results",
            "highlights", "in brief", "at a glance", "in a nutshell", "overview", "policy highlights", "main findings",
            "summary points", "headlines", "bottom line", "the bottom line",
        ),
        "es": (
            "resumen", "resumen ejecutivo", "mensajes clave", "mensajes principales", "puntos clave", "ideas clave",
            "ideas principales", "síntesis", "en síntesis", "en breve", "conclusiones clave", "hallazgos clave",
            "principales hallazgos",
        ),
        "fr": (
            "résumé", "résumé exécutif", "synthèse", "messages clés", "points clés", "points essentiels", "en bref",
            "l'essentiel", "note de synthèse", "principaux constats", "idées clés", "messages principaux",
        ),
        "de": (
            "zusammenfassung", "kurzfassung", "kernaussagen", "kernbotschaften", "das wichtigste in kürze",
            "auf einen blick", "wichtigste ergebnisse", "die wichtigsten ergebnisse", "in kürze", "überblick",
            "zentrale ergebnisse",
        ),
        "it": (
            "sintesi", "riassunto", "sommario esecutivo", "messaggi chiave", "punti chiave", "in sintesi", "in breve",
            "abstract", "risultati principali",
        ),
        "pt": (
            "resumo", "resumo executivo", "sumário executivo", "mensagens-chave", "mensagens principais", "pontos-chave",
            "em síntese", "em resumo", "principais conclusões", "principais mensagens", "sumário",
        ),
        "nl": ("samenvatting", "kernpunten", "kernboodschappen", "in het kort", "belangrijkste bevindingen"),
        "pl": ("streszczenie", "podsumowanie", "główne wnioski", "najważniejsze wnioski", "kluczowe wnioski"),
    },
    "findings": {
        "en": ("findings", "results", "what we found", "our findings", "research findings", "key findings", "main findings"),
        "es": ("hallazgos", "resultados", "principales hallazgos", "conclusiones"),
        "fr": ("constats", "résultats", "principaux constats", "nos constats", "conclusions"),
        "de": ("befunde", "ergebnisse", "unsere ergebnisse"),
        "it": ("risultati", "i risultati", "conclusioni"),
        "pt": ("conclusões", "resultados", "constatações"),
        "nl": ("bevindingen", "resultaten"),
        "pl": ("ustalenia", "wyniki"),
    },
    "recommendations": {
        "en": (
            "recommendations", "recommendation", "policy recommendations", "our recommendations", "key recommendations",
            "recommendations for*", "recommendations to*", "recommended actions", "recommended steps", "next steps",
            "policy options", "policy implications", "what should be done", "what needs to be done", "the way forward",
            "way forward", "actions", "call to action", "calls to action", "conclusions and recommendations",
            "conclusion and recommendations", "policy recommendations for*", "summary of recommendations",
        ),
        "es": (
            "recomendaciones", "recomendaciones de política", "recomendaciones para*", "próximos pasos", "propuestas",
            "conclusiones y recomendaciones", "recomendaciones de políticas", "líneas de acción",
        ),
        "fr": (
            "recommandations", "nos recommandations", "recommandations pour*", "prochaines étapes", "pistes d'action",
            "propositions", "conclusions et recommandations", "recommandations politiques",
        ),
        "de": (
            "empfehlungen", "handlungsempfehlungen", "empfehlungen für*", "nächste schritte", "was zu tun ist",
            "politische empfehlungen", "unsere empfehlungen", "schlussfolgerungen und empfehlungen", "forderungen",
        ),
        "it": ("raccomandazioni", "raccomandazioni per*", "prossimi passi", "proposte", "conclusioni e raccomandazioni"),
        "pt": ("recomendações", "recomendações para*", "próximos passos", "propostas", "conclusões e recomendações"),
        "nl": ("aanbevelingen", "beleidsaanbevelingen", "aanbevelingen voor*", "volgende stappen"),
        "pl": ("rekomendacje", "zalecenia", "rekomendacje dla*", "wnioski i rekomendacje"),
    },
    "references": {
        "en": ("references", "bibliography", "sources", "works cited", "literature", "further reading", "reference list"),
        "es": ("referencias", "bibliografía", "fuentes", "referencias bibliográficas"),
        "fr": ("références", "bibliographie", "sources", "références bibliographiques", "pour aller plus loin"),
        "de": ("literatur", "literaturverzeichnis", "quellen", "quellenverzeichnis", "bibliografie", "bibliographie"),
        "it": ("riferimenti", "bibliografia", "fonti", "riferimenti bibliografici"),
        "pt": ("referências", "bibliografia", "fontes", "referências bibliográficas"),
        "nl": ("referenties", "bronnen", "literatuur", "literatuurlijst", "bibliografie"),
        "pl": ("bibliografia", "źródła", "literatura", "przypisy bibliograficzne"),
    },
    "about": {
        "en": ("about", "about the author*", "about this*", "about us", "about the institute", "about the project",
               "author*"),
        "es": ("acerca de*", "sobre el autor*", "sobre la autora*", "sobre los autores*", "sobre las autoras*", "autores"),
        "fr": ("à propos*", "l'auteur", "l'autrice", "les auteurs", "à propos de l'auteur*", "auteurs"),
        "de": ("über*", "zur person", "zu den autoren*", "autoren", "die autoren", "die autorin", "der autor"),
        "it": ("informazioni", "l'autore", "l'autrice", "gli autori", "sull'autore", "autori", "chi siamo"),
        "pt": ("sobre o autor*", "sobre a autora*", "sobre os autores*", "sobre este*", "autores", "autoria"),
        "nl": ("over de auteur*", "over ons", "over deze*"),
        "pl": ("o autorze", "o autorach", "o autorce", "o nas"),
    },
    "contact": {
        "en": ("contact", "contacts", "contact us", "contact details", "contact information"),
        "es": ("contacto", "contactos"),
        "fr": ("contact", "contacts"),
        "de": ("kontakt", "ansprechpartner"),
        "it": ("contatti", "contatto"),
        "pt": ("contacto", "contacto*", "contato", "contactos"),
        "nl": ("contact",),
        "pl": ("kontakt",),
    },
    "citation": {
        "en": ("citation", "suggested citation", "how to cite", "cite this*", "please cite*"),
        "es": ("cita sugerida", "cómo citar*"),
        "fr": ("pour citer*", "citation suggérée", "comment citer*"),
        "de": ("zitiervorschlag", "zitierweise"),
        "it": ("come citare", "citazione consigliata"),
        "pt": ("citação sugerida", "como citar"),
    },
    "acknowledgements": {
        "en": ("acknowledgements", "acknowledgments", "acknowledgement", "acknowledgment", "thanks"),
        "es": ("agradecimientos", "agradecimiento"),
        "fr": ("remerciements",),
        "de": ("dank", "danksagung"),
        "it": ("ringraziamenti",),
        "pt": ("agradecimentos", "agradecimento"),
        "nl": ("dankwoord",),
        "pl": ("podziękowania",),
    },
    "disclaimer": {
        "en": ("disclaimer", "legal disclaimer"),
        "es": ("descargo de responsabilidad", "aviso legal"),
        "fr": ("avertissement", "avis de non-responsabilité"),
        "de": ("haftungsausschluss",),
        "it": ("avvertenza", "disclaimer"),
        "pt": ("aviso legal", "declaração de exoneração de responsabilidade"),
        "nl": ("disclaimer",),
    },
    "imprint": {
        "en": ("imprint", "colophon"),
        "es": ("pie de imprenta",),
        "fr": ("mentions légales",),
        "de": ("impressum",),
        "it": ("colophon",),
        "pt": ("ficha técnica",),
        "nl": ("colofon",),
    },
    "contents": {
        "en": ("contents", "table of contents", "list of contents"),
        "es": ("índice", "contenido", "tabla de contenido", "contenidos"),
        "fr": ("sommaire", "table des matières"),
        "de": ("inhalt", "inhaltsverzeichnis"),
        "it": ("indice", "sommario"),
        "pt": ("índice", "conteúdo"),
        "nl": ("inhoud", "inhoudsopgave"),
        "pl": ("spis treści",),
    },
}  # fmt: skip

# of these, what may stand over something else: where another heading names recommendations, these are none
RATHER_TEXT = frozenset((
    "policy options", "policy implications", "next steps", "what should be done", "what needs to be done",
    "the way forward", "way forward", "actions", "próximos pasos", "propuestas", "líneas de acción", "prochaines étapes",
    "pistes d'action", "propositions", "nächste schritte", "was zu tun ist", "forderungen", "prossimi passi", "proposte",
    "próximos passos", "propostas", "volgende stappen",
))  # fmt: skip

# words with which a typed caption begins, before its number
CAPTIONS = (
    "figure fig figura abbildung abb graphique graph chart grafik gráfico grafico photo image map table tabla tableau "
    "tabelle tab tabela tabella box kasten encadré recuadro riquadro caixa kader ramka exhibit afbeelding "
    "tabel rysunek wykres"
).split()
TABLE_CAPTIONS = frozenset("table tabla tableau tabelle tab tabela tabella tabel".split())

# lines at the head of a memo: what it is about, and from and to whom
MEMO_ABOUT = r"(?:re|subject|betreff|betrifft|objet|asunto|oggetto|assunto|betreft|onderwerp|dotyczy)\s?:\s*\S"
MEMO_DATE = r"^(?:date|datum|fecha|data)\s?:\s*"
MEMO_FROM = r"(?:from|to|von|an|de|à|para|da|a|van|aan|od|do)\s?:\s*\S"

# words with which a line below a picture or table begins that says where it comes from, or who made the picture
SOURCES = "sources? quellen? fuentes? fontes? fonti bron źródło".split()
CREDITS = "photos? image credit credits? foto".split()

# alternative text that a program wrote; the words of a person are never like it
MACHINE_MADE = (
    "automatically generated", "automatisch generiert", "généré automatiquement", "générée automatiquement",
    "generado automáticamente", "generada automáticamente", "generata automaticamente", "generato automaticamente",
    "gerada automaticamente", "gerado automaticamente", "automatisch gegenereerd", "wygenerowany automatycznie",
    "автоматически созданное", "ai-generated content",
)  # fmt: skip

# the words of each language that no text does without
COMMON = {
    "en": "the of and to in that is for with was are this which have from not been their its by",
    "es": "de la que el en los del las por con una para como más sus este entre son está al",
    "fr": "de la les des et le en du une dans que pour est qui sur par au pas sont avec",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "it": "di che la il un per non una sono del della con dei alla nel più delle gli anche come",
    "pt": "de que do da em um para com não uma os no se na por mais as dos como são",
    "nl": "de het een van en in dat te die voor met zijn niet aan er ook door worden naar bij",
    "pl": "i w na z się że do nie jest to o jak przez dla od oraz po są który ich",
    "sv": "och att det som en på är av för med den till inte om ett har de från eller kan",
    "da": "og at det som en på er af for med den til ikke om et har de fra eller kan",
    "cs": "a v se na že je s z do o pro to jako by jsou které nebo ale i po",
}

# who should do something: what stands before these words, when the sentence begins with it
SHOULD = {
    "en": "should|must|ought to|needs to|need to|is to|are to",
    "es": "debe|deben|debería|deberían|tiene que|tienen que",
    "fr": "doit|doivent|devrait|devraient",
    "de": "soll|sollen|sollte|sollten|muss|müssen",
    "it": "deve|devono|dovrebbe|dovrebbero",
    "pt": "deve|devem|deveria|deveriam",
    "nl": "moet|moeten|zou moeten|zouden moeten",
}
# and by when
YEAR = "(?:19|20)[0-9][0-9]"
BY_WHEN = {
    "en": rf"(?:by|before|no later than) (?:the )?(?:(?:end|middle|start) of )?(?:{{month}} )?{YEAR}"
    r"|within [\w-]+ (?:days|weeks|months|years)",
    "es": rf"(?:antes de|para|a más tardar en) (?:finales de |fin de )?(?:{{month}} de )?{YEAR}"
    r"|en un plazo de [\w-]+ (?:días|semanas|meses|años)",
    "fr": rf"(?:d'ici|avant) (?:à |la fin de |fin )?(?:{{month}} )?{YEAR}"
    r"|dans un délai de [\w-]+ (?:jours|semaines|mois|ans)",
    "de": rf"bis (?:zum |Ende |Mitte )?(?:Ende )?(?:{{month}} )?{YEAR}"
    r"|innerhalb von [\w-]+ (?:Tagen|Wochen|Monaten|Jahren)",
    "it": rf"entro (?:il |la fine del )?(?:{{month}} )?{YEAR}|entro [\w-]+ (?:giorni|settimane|mesi|anni)",
    "pt": rf"até (?:ao final de |ao fim de |o final de )?(?:{{month}} de )?{YEAR}"
    r"|no prazo de [\w-]+ (?:dias|semanas|meses|anos)",
}
# a heading that says to whom the recommendations below it are made
FOR_WHOM = {
    "en": ("for ", "to "),
    "es": ("para ", "a "),
    "fr": ("pour ", "à ", "aux ", "au "),
    "de": ("für ", "an "),
    "it": ("per ", "a ", "al ", "ai "),
    "pt": ("para ", "a ", "ao ", "aos "),
    "nl": ("voor ", "aan "),
}

# what a message says of each kind of thing left out, for one and for many
LEFT_OUT = {
    "comment": ("a comment", "{} comments"),
    "deleted": ("a deletion that was tracked", "{} deletions that were tracked"),
    "hidden": ("a hidden word", "{} hidden words"),
    "contents": ("a line of the table of contents", "{} lines of the table of contents"),
    "placeholder": ("a placeholder of a form", "{} placeholders of forms"),
    "machine-alt": ("an alternative text that a program wrote", "{} alternative texts that a program wrote"),
    "raw": ("a piece of code of another format", "{} pieces of code of other formats"),
    "symbol": ("a sign that only its own font knows", "{} signs that only their own font knows"),
    "formula": ("the look of a formula", "the look of {} formulas"),
    "metadata": ("an entry of its metadata", "{} entries of its metadata"),
    "outside": ("a word outside of the page's main part", "{} words outside of the page's main part"),
    "list-of-sources": ("a list of sources, which makes itself", "{} lists of sources, which make themselves"),
    "margin": ("a header or footer", "{} headers and footers"),
}
