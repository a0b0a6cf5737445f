"""What people call what is called otherwise here, in other programs and in other languages; and where a key belongs.

Comes in: a key that a mapping does not have. Goes out: a hint. Loaded for such a key alone. Refuses to report anything.
"""

import re
from collections.abc import Callable
from itertools import islice

from briefgen.outline.hints import article, in_quotes, reads_as_text, shown
from briefgen.outline.kinds import MapKind, Mapping, TextKind
from briefgen.outline.parse import Null
from briefgen.outline.specification import MAPPINGS, mapping_of
from briefgen.outline.tree import Map, Node, Scalar, Seq

CLOSE, ALIKE = 0.8, 0.6  # shares of letters that two words have in common: a slip of typing, and a likeness
Nearest = Callable[[str, list[str], float], str]

SYNONYMS = {
    "paragraph": "text p para absatz paragraphe párrafo parrafo paragrafo",
    "standfirst": (
        "abstract lead lede intro introduction teaser executive_summary vorspann chapô chapeau entradilla "
        "einleitung introducción introduccion introduzione inleiding"
    ),
    "references": (
        "sources works_cited literature further_reading quellen literatur références referencias riferimenti bronnen"
    ),
    "notes": "footnotes endnotes fußnoten fussnoten anmerkungen notas note noten",
    "summary": (
        "key_messages highlights at_a_glance takeaways key_points key_findings zusammenfassung kernaussagen résumé "
        "resume synthèse synthese resumen resumo sintesi samenvatting tldr tl_dr"
    ),
    "sections": "body text content chapters abschnitte kapitel secciones secciones sezioni seções secties chapitres",
    "content": "body text paragraphs blocks inhalt contenu contenido contenuto conteúdo inhoud texte texto",
    "figure": "image picture photo img abbildung bild imagen foto ilustración immagine figura afbeelding illustration",
    "chart": "graph plot diagram diagramm graphique gráfico grafico schaubild",
    "image": "file path src source",
    "credit": "photographer copyright photo",
    "list": "bullets items ul bullet_list liste lista aufzählung puces bullet bullet_points ul li",
    "numbered": "ol steps numbered_list",
    "definitions": "glossary dl definition_list terms",
    "checklist": "todo tasks checkboxes",
    "timeline": "chronology history milestones",
    "pull_quote": "quote blockquote quotation",
    "box": "callout panel aside",
    "aside": "sidebar margin_note marginal_note marginalia",
    "pair": "side_by_side columns two_columns",
    "stats": "numbers figures_row key_figures",
    "by": "deadline when until date due bis frist échéance plazo",
    "for": "who audience responsible addressee actor to für pour para",
    "action": "recommendation text what",
    "statement": "finding text",
    "rationale": "why reason because",
    "accent": "color colour",
    "language": "lang locale sprache langue idioma lingua taal",
    "publisher": (
        "organisation organization institute institution herausgeber éditeur editeur editor editorial editore "
        "uitgever herausgegeben_von"
    ),
    "bibliography": "bib bibtex zotero",
    "citation_style": "csl csl_style cite_style reference_style",
    "author": "authors creator",
    "editor": "editors",
    "issued": "year date published",
    "container-title": "journal booktitle newspaper magazine website",
    "collection-title": "series",
    "publisher-place": "place city location",
    "page": "pages",
    "issue": "number_of_issue",
    "URL": "url link",
    "DOI": "doi",
    "ISBN": "isbn",
    "head": "header headers columns heads entête en_tête tête kopf kopfzeile cabecera intestazione",
    "caption": "title légende legende beschriftung leyenda didascalia bildunterschrift",
    "contact": "email phone kontakt contacto contatto",
    "title": "titel titre título titulo titolo",
    "subtitle": "untertitel sous_titre soustitre subtítulo subtitulo sottotitolo ondertitel",
    "date": "datum fecha data published",
    "authors": "autoren autor auteurs auteur autores autori autore auteurs by",
    "heading": (
        "überschrift ueberschrift titre encabezado intestazione kop name titel title h1 h2 h3 h4 subheading subtitle "
        "section headline"
    ),
    "findings": "befunde ergebnisse constats résultats resultats hallazgos resultados risultati bevindingen results",
    "recommendations": "empfehlungen recommandations recomendaciones recomendações raccomandazioni aanbevelingen actions",
    "about": "über_uns ueber_uns à_propos acerca_de about_us about_the_authors",
    "design": "gestaltung mise_en_page diseño",
    "keywords": "tags schlagwörter mots_clés palabras_clave",
    "contents": "toc table_of_contents inhaltsverzeichnis index",
    "paper": "papersize paper_size page_size pagesize papier",
    "pages": "page_count max_pages length",
    "columns": "twocolumn two_column layout spalten colonnes columnas",
    "typefaces": "font fonts mainfont font_family fontfamily schrift police",
    "look": "template vorlage modèle plantilla",
    "cover": "cover_page titlepage title_page cover_image",
    "where": "filter filters",
    "table": "tableau tabelle tabla tabella tabela tabel csv",
    "rows": "lignes zeilen filas righe linhas data body",
    "name": "nom nombre naam nome",
    "role": "fonction funktion cargo ruolo title position job_title",
    "affiliation": "organisation organization institution institut",
    "kind": "type chart_type",
    "alt": "alt_text alternative_text description alttext",
    "source": "quelle fuente fonte bron",
    "text": "texte texto testo quote quotation words definition description event what",
    "attribution": "author by speaker who name from",
    "value": "number figure amount",
    "label": "text caption title description",
    "term": "word name",
}

# what is a matter of the look, of those who are used to ask for it beside the paper: the key and a value of its own there
OF_LOOK = {
    "margin margins geometry ränder raender marges márgenes margini": ("sheet", "{side: 20, head: 22, foot: 22}"),
    "leading line_height line_spacing linestretch lineheight zeilenabstand interligne": ("text", "{leading: 14}"),
    "size fontsize font_size text_size textsize schriftgröße schriftgrad taille": ("text", "{size: 11}"),
}

# of Quarto, R Markdown, pandoc and Jekyll: what briefgen does by itself
NEEDLESS = frozenset(
    "format output documentclass geometry execute jupyter engine pdf_engine number_sections numbersections colorlinks "
    "linkcolor header_includes permalink layout slug categories orientation".split()
)


def hint_for(name: str, node: Map, mapping: Mapping, others: list[Mapping], nearest: Nearest) -> str:
    """What to do with the key `name` of a node that is to be a `mapping`, which has no such key; `others` have it."""
    child = node.entries[name]
    if name.startswith("-"):
        return "write a space after the dash"
    names, bare = [key.name for key in mapping.keys], re.sub(r"[\s-]+", "_", name.strip().lower())
    missing = [f"`{key.name}`" for key in mapping.keys if key.required and key.name not in node.entries]
    whole = mapping.name == "outline"
    return (
        _glued(name, child, names)
        or _hidden(name, names)
        or _dotted(name, node, mapping)
        or _synonym(bare, names)
        or nearest(bare, names, CLOSE)
        or _text_as_key(name, node, mapping)
        or ("leave it out: briefgen has no use for it" if (whole or mapping.name == "design") and bare in NEEDLESS else "")
        or (others and missing and f"write one that it needs: {' or '.join(missing)}")
        or (_picture(child, mapping) if mapping.name in {"block", "section"} else "")
        or (keys_of(others, name, node, mapping) if others else "")
        or (_below(bare) if whole else "")
        or (_of_look(bare, child, node.entries.get("look")) if mapping.name == "design" else "")
        or nearest(bare, names, ALIKE)
        or (_headed(name, node, child) if mapping.name == "section" else "")
        or _of_text(name, child)
        or (_section(name, child) if whole else "")
        or (f"it may have: {', '.join(names)}" if len(names) < 12 else "`briefgen reference` lists all keys")
    )


def _glued(name: str, child: Node, names: list[str]) -> str:
    """A hint for a key in braces whose value hangs on it without a colon, or without a space behind that."""
    found = re.fullmatch(r"([a-z_]{2,30})(?:( ?[:=] ?)| +)(?=\S)(.+)", name)
    if found is None or found[1] not in names or not isinstance(child, Null):
        return ""
    text = f"write `{found[1]}: {shown(found[3])}`"
    return text if found[2] else f"{text}; or, if it is of the text before it, put all of that in quotes"


def _hidden(name: str, names: list[str]) -> str:
    """A hint for a key that holds, beside its letters, a quote or a space that is none to YAML; or ""."""
    bare = re.sub(r"[^\w-]", "", name)
    return f"write `{bare}`" if bare != name and bare in names else ""


def _dotted(name: str, node: Map, mapping: Mapping) -> str:
    """A hint for keys that are named by their paths, `publisher.name`; or ""."""
    first, _, rest = name.partition(".")
    key = mapping.key(first)
    if key is None or not isinstance(key.kind, MapKind) or not mapping_of(key.kind.name).key(rest):
        return ""
    before = next(other for other in node.entries if other == first or other.startswith(f"{first}."))
    if before != name:
        return f"write `{rest}:` below `{first}:`, two blanks deeper"
    return f"write `{first}:` in a line of its own, and below it, two blanks deeper, `{rest}:`"


def _text_as_key(name: str, node: Map, mapping: Mapping) -> str:
    """A hint for the text of an item that has a colon behind it and its keys below, `- Why now:`; or ""."""
    own = mapping.short or (mapping.keys[0].name if mapping.name == "section" else "")
    key = mapping.key(own)
    if key is None or not isinstance(key.kind, TextKind) or own in node.entries or not isinstance(node.entries[name], Null):
        return ""
    first, *others = islice(node.entries, len(mapping.keys) + 1)
    if first != name or not others or not all(mapping.key(other) for other in others):
        return ""
    return f"write `{own}: {shown(name)}`"


def _synonym(bare: str, names: list[str]) -> str:
    """A hint that names the key which is meant by a word for it."""
    return next((f"write `{own}`" for own, others in SYNONYMS.items() if own in names and bare in others.split()), "")


def _holders(mapping: str = "outline") -> dict[str, str]:
    """The keys of a mapping that hold one mapping each, by the names of these."""
    return {key.kind.name: key.name for key in MAPPINGS[mapping].keys if isinstance(key.kind, MapKind)}


def _below(bare: str) -> str:
    """A hint that names the key which is meant, and the key of the outline below which it stands."""
    for own, others in SYNONYMS.items():
        if bare in others.split():
            for holder, key in _holders().items():
                if MAPPINGS[holder].key(own):
                    return f"write `{own}` below `{key}:`, two blanks deeper"
    return ""


def _of_look(bare: str, child: Node, look: Node | None) -> str:
    """A hint that names the key of a look which is meant, beside what the design says of its look."""
    size = re.match(r"\d{1,2}(?:\.\d)?(?= ?(?:pt)?$)", child.text) if isinstance(child, Scalar) else None
    for words, (key, usual) in OF_LOOK.items():
        value = usual
        if bare in words.split():
            if size and "size" in usual:
                value = f"{{size: {size[0]}}}"
            if isinstance(look, Map):
                return f"write `{key}: {value}` below `look:`, two blanks deeper"
            extends = f"extends: {in_quotes(look.text)}, " if isinstance(look, Scalar) and not isinstance(look, Null) else ""
            return f"write `look: {{{extends}{key}: {value}}}`{' in the place of `look` here' if extends else ''}"
    return ""


def keys_of(others: list[Mapping], name: str, node: Map, mapping: Mapping) -> str:
    """What has such a key, and what to do."""
    others = [other for other in others if other.name != "labels"] or others  # which has the names of many
    if [other.name for other in others] == ["outline"]:
        dash = ", without a dash" if mapping.name in {"section", "block"} else ""
        return f"`{name}` is a key of the outline: begin it in column 1{dash}, beside `title:`"
    owners = [article(other) for other in others]
    joined = " and ".join((", ".join(owners[:-1]), owners[-1])) if owners[1:] else owners[0]
    holders = _holders("block" if mapping.name == "block" else "outline")
    keys = [holders[other.name] for other in others if other.name in holders]
    key = next((key for key in keys if key in node.entries), keys[0] if keys and mapping.name != "block" else "")
    given = node.entries.get(key)
    if isinstance(given, Scalar) and not isinstance(given, Null):  # its short form has no room for another key
        whole = MAPPINGS[next(holder for holder in holders if holders[holder] == key)]
        short = whole.short or whole.keys[0].name  # of a figure its image, of a table its file
        child = node.entries[name]
        own = in_quotes(child.text) if isinstance(child, Scalar) and not isinstance(child, Null) else "…"
        return f"`{name}` is a key of {joined}; write `{key}: {{{short}: {in_quotes(given.text)}, {name}: {own}}}`"
    where = f"write it below `{key}:`, two blanks deeper" if key else "move it to where one begins"
    return f"`{name}` is a key of {joined}; {where}"


def _of_text(name: str, child: Node) -> str:
    """What to do where the key is part of a text."""
    if isinstance(child, Null) and re.fullmatch("[0-9]{3}", name):
        return 'put a number with a comma in quotes, such as "2,800"'
    if " " in name.strip() or isinstance(child, Null):
        return "put a text in quotes that holds a colon, or in braces a comma"
    return ""


def _picture(child: Node, mapping: Mapping) -> str:
    """What to do with the file of a picture behind a key that is none of a block: `map: assets/centre.png`; or ""."""
    if not isinstance(child, Scalar) or not re.fullmatch(
        r"\S+\.(?:png|jpe?g|svg|pdf|gif|webp|tiff?)", child.text.strip().lower()
    ):
        return ""
    figure = f"figure: {{image: {shown(child.text)}, alt: …}}"
    return f"write `- {figure}` below `content:`" if mapping.name == "section" else f"write `{figure}`"


def _section(name: str, child: Node) -> str:
    """What to do with a part of the text that stands beside the sections."""
    of_blocks = isinstance(child, Seq) and all(isinstance(item, Scalar | Map) for item in child.items)
    if isinstance(child, Map):  # of a text with a colon in it
        of_blocks = len(child.entries) == 1 and all(reads_as_text(*entry) for entry in child.entries.items())
    if not of_blocks and not (isinstance(child, Scalar) and " " in child.text.strip()):
        return ""
    heading = shown(name.replace("_", " ").capitalize())
    return f"for a part of the text write, below `sections:`, `- heading: {heading}`, and its texts below `content:`"


def _headed(name: str, node: Map, child: Node) -> str:
    """What to do with a section whose heading is the key and whose texts are its value, `- Why now: [It leaks.]`; or ""."""
    if "heading" in node.entries or isinstance(child, Map | Null) or next(iter(node.entries)) != name:
        return ""
    return f"write `- heading: {in_quotes(name.strip())}`, and below it `content:` with what stands behind it now"


def _pair(needed: list[str], name: str, child: Scalar) -> str:
    return f"{{{needed[0]}: {in_quotes(name)}, {needed[1]}: {in_quotes(child.text)}}}"


def pair(node: Map, mapping: Mapping) -> str:
    """What to do with a key and its value in the place of the two keys that a mapping needs, `Well: a hole`; or ""."""
    needed = [key.name for key in mapping.keys if key.required]
    (name, child), *more = node.entries.items()
    if more or len(needed) != 2 or mapping.key(name) or not isinstance(child, Scalar) or isinstance(child, Null):
        return ""
    return f"write `{_pair(needed, name, child)}`"


def named_items(node: Map, mapping: Mapping, nearest: Nearest) -> str:
    """What to do with a mapping in the place of a list, whose keys are names or numbers of items; "" where it is no such."""
    names = [key.name for key in mapping.keys]
    for name in node.entries:
        bare = re.sub(r"[\s-]+", "_", name.strip().lower())
        if bare in names or _synonym(bare, names) or nearest(bare, names, CLOSE):
            return ""
    name, child = next(iter(node.entries.items()))
    needed = [key.name for key in mapping.keys if key.required]
    if len(needed) == 2 and isinstance(child, Scalar):
        return f"write each as an item of a list, in a line of its own: `- {_pair(needed, name, child)}`"
    if mapping.name == "section":
        return f"write a dash before each: `- heading: {shown(name)}`, and its texts below `content:`"
    if not isinstance(child, Scalar):
        return ""
    item = f"{{id: {name}, {mapping.short}: {in_quotes(child.text)}}}"
    if name.isdigit() or not mapping.key("id") or " " in name.strip():
        item = shown(child.text)
    return f"write each as an item of a list, in a line of its own: `- {item}`"
