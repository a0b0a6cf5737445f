"""The words that briefgen itself puts on a page, in the languages that it has them in.

Comes: a language tag. Goes: its `Words`. A plain table; to add a language, add a row and its tests pass. Knows no brief.
"""

from collections.abc import Sequence

import msgspec


class Words(msgspec.Struct, frozen=True):
    """Labels of one language. `{}` stands for what is filled in; pairs are for one and for several."""

    summary: str
    findings: str
    finding: str
    recommendations: str
    recommendation: str
    for_: str
    by: str
    priority: str
    addresses: tuple[str, str]
    answered: tuple[str, str]
    confidence: dict[str, str]
    derived: str
    all_derived: tuple[str, str]  # for one recommendation, for several
    notes: str
    references: str
    about: str
    authors: str
    contact: str
    citation: str
    acknowledgements: str
    disclaimer: str
    imprint: str
    number: str
    page: str
    figure: str
    table: str
    box: str
    section: str
    conjunction: str
    months: tuple[str, ...]
    day_format: str
    month_format: str
    first_day: str = "1"
    label_end: str = ". "  # between the label of a figure and its caption
    nouns_capital: bool = False  # also within sentences
    language: str = ""  # of the words, when they are not in the brief's own language


def _months(names: str) -> tuple[str, ...]:
    return tuple(names.split())


ENGLISH = Words(
    summary="At a glance",
    findings="Findings",
    finding="Finding {}",
    recommendations="Recommendations",
    recommendation="Recommendation {}",
    for_="For",
    by="By when",
    priority="Priority",
    addresses=("Addresses finding ", "Addresses findings "),
    answered=("Answered by recommendation ", "Answered by recommendations "),
    confidence={"high": "Confidence: high", "medium": "Confidence: medium", "low": "Confidence: low"},
    derived="Derived from the argument of the source",
    all_derived=(
        "This recommendation is derived from the argument of the source.",
        "These recommendations are derived from the argument of the source.",
    ),
    notes="Notes",
    references="Sources",
    about="About",
    authors="Authors",
    contact="Contact",
    citation="Suggested citation",
    acknowledgements="Acknowledgements",
    disclaimer="Disclaimer",
    imprint="Imprint",
    number="No. {}",
    page="Page",
    figure="Figure {}",
    table="Table {}",
    box="Box {}",
    section="Section {}",
    conjunction=" and ",
    months=_months("January February March April May June July August September October November December"),
    day_format="{day} {month} {year}",
    month_format="{month} {year}",
)

LANGUAGES = {
    "en": ENGLISH,
    "en-US": msgspec.structs.replace(ENGLISH, acknowledgements="Acknowledgments", day_format="{month} {day}, {year}"),
    "es": Words(
        summary="En síntesis",
        findings="Hallazgos",
        finding="Hallazgo {}",
        recommendations="Recomendaciones",
        recommendation="Recomendación {}",
        for_="Para",
        by="Plazo",
        priority="Prioridad",
        addresses=("Responde al hallazgo ", "Responde a los hallazgos "),
        answered=("Atendido por la recomendación ", "Atendido por las recomendaciones "),
        confidence={"high": "Confianza: alta", "medium": "Confianza: media", "low": "Confianza: baja"},
        derived="Derivada del argumento de la fuente",
        all_derived=(
            "Esta recomendación se deriva del argumento de la fuente.",
            "Estas recomendaciones se derivan del argumento de la fuente.",
        ),
        notes="Notas",
        references="Fuentes",
        about="Acerca de esta publicación",
        authors="Autoría",
        contact="Contacto",
        citation="Cita sugerida",
        acknowledgements="Agradecimientos",
        disclaimer="Descargo de responsabilidad",
        imprint="Pie de imprenta",
        number="N.º {}",
        page="Página",
        figure="Figura {}",
        table="Tabla {}",
        box="Recuadro {}",
        section="Sección {}",
        conjunction=" y ",
        months=_months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        day_format="{day} de {month} de {year}",
        month_format="{month} de {year}",
    ),
    "fr": Words(
        summary="En bref",
        findings="Constats",
        finding="Constat {}",
        recommendations="Recommandations",
        recommendation="Recommandation {}",
        for_="Pour",
        by="Échéance",
        priority="Priorité",
        addresses=("Répond au constat ", "Répond aux constats "),
        answered=("Voir la recommandation ", "Voir les recommandations "),
        confidence={
            "high": "Confiance\u00a0: élevée",
            "medium": "Confiance\u00a0: moyenne",
            "low": "Confiance\u00a0: faible",
        },
        derived="Déduite de l’argumentation de la source",
        all_derived=(
            "Cette recommandation est déduite de l’argumentation de la source.",
            "Ces recommandations sont déduites de l’argumentation de la source.",
        ),
        notes="Notes",
        references="Sources",
        about="À propos",
        authors="Auteurs",
        contact="Contact",
        citation="Pour citer cette note",
        acknowledgements="Remerciements",
        disclaimer="Avertissement",
        imprint="Mentions légales",
        number="N°\u00a0{}",
        page="Page",
        figure="Figure {}",
        table="Tableau {}",
        box="Encadré {}",
        section="Section {}",
        conjunction=" et ",
        months=_months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        day_format="{day} {month} {year}",
        month_format="{month} {year}",
        first_day="1er",
        label_end="\u00a0: ",
    ),
    "de": Words(
        summary="Auf einen Blick",
        findings="Befunde",
        finding="Befund {}",
        recommendations="Empfehlungen",
        recommendation="Empfehlung {}",
        for_="Für",
        by="Frist",
        priority="Priorität",
        addresses=("Betrifft Befund ", "Betrifft die Befunde "),
        answered=("Dazu Empfehlung ", "Dazu die Empfehlungen "),
        confidence={
            "high": "Verlässlichkeit: hoch",
            "medium": "Verlässlichkeit: mittel",
            "low": "Verlässlichkeit: gering",
        },
        derived="Aus der Argumentation der Quelle abgeleitet",
        all_derived=(
            "Diese Empfehlung ist aus der Argumentation der Quelle abgeleitet.",
            "Diese Empfehlungen sind aus der Argumentation der Quelle abgeleitet.",
        ),
        notes="Anmerkungen",
        references="Quellen",
        about="Über diese Veröffentlichung",
        authors="Autorinnen und Autoren",
        contact="Kontakt",
        citation="Zitiervorschlag",
        acknowledgements="Dank",
        disclaimer="Haftungsausschluss",
        imprint="Impressum",
        number="Nr. {}",
        page="Seite",
        figure="Abbildung {}",
        table="Tabelle {}",
        box="Kasten {}",
        section="Abschnitt {}",
        conjunction=" und ",
        months=_months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        day_format="{day}. {month} {year}",
        month_format="{month} {year}",
        label_end=": ",
        nouns_capital=True,
    ),
    "it": Words(
        summary="In sintesi",
        findings="Risultati",
        finding="Risultato {}",
        recommendations="Raccomandazioni",
        recommendation="Raccomandazione {}",
        for_="Per",
        by="Scadenza",
        priority="Priorità",
        addresses=("Risponde al risultato ", "Risponde ai risultati "),
        answered=("Si veda la raccomandazione ", "Si vedano le raccomandazioni "),
        confidence={"high": "Affidabilità: alta", "medium": "Affidabilità: media", "low": "Affidabilità: bassa"},
        derived="Derivata dall’argomentazione della fonte",
        all_derived=(
            "Questa raccomandazione è derivata dall’argomentazione della fonte.",
            "Queste raccomandazioni sono derivate dall’argomentazione della fonte.",
        ),
        notes="Note",
        references="Fonti",
        about="Informazioni",
        authors="Autori",
        contact="Contatti",
        citation="Come citare",
        acknowledgements="Ringraziamenti",
        disclaimer="Avvertenza",
        imprint="Colophon",
        number="N. {}",
        page="Pagina",
        figure="Figura {}",
        table="Tabella {}",
        box="Riquadro {}",
        section="Sezione {}",
        conjunction=" e ",
        months=_months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        day_format="{day} {month} {year}",
        month_format="{month} {year}",
        first_day="1º",
    ),
    "pt": Words(
        summary="Em síntese",
        findings="Conclusões",
        finding="Conclusão {}",
        recommendations="Recomendações",
        recommendation="Recomendação {}",
        for_="Para",
        by="Prazo",
        priority="Prioridade",
        addresses=("Responde à conclusão ", "Responde às conclusões "),
        answered=("Ver a recomendação ", "Ver as recomendações "),
        confidence={"high": "Confiança: alta", "medium": "Confiança: média", "low": "Confiança: baixa"},
        derived="Derivada do argumento da fonte",
        all_derived=(
            "Esta recomendação deriva do argumento da fonte.",
            "Estas recomendações derivam do argumento da fonte.",
        ),
        notes="Notas",
        references="Fontes",
        about="Sobre esta publicação",
        authors="Autoria",
        contact="Contacto",
        citation="Citação sugerida",
        acknowledgements="Agradecimentos",
        disclaimer="Declaração de exoneração de responsabilidade",
        imprint="Ficha técnica",
        number="N.º {}",
        page="Página",
        figure="Figura {}",
        table="Tabela {}",
        box="Caixa {}",
        section="Secção {}",
        conjunction=" e ",
        months=_months("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        day_format="{day} de {month} de {year}",
        month_format="{month} de {year}",
    ),
}


def words_of(language: str) -> Words:
    """The words for a language tag: of the tag itself, of its language, or else the English ones, marked as English."""
    found = LANGUAGES.get(language) or LANGUAGES.get(language.split("-", 1)[0])
    return found or msgspec.structs.replace(ENGLISH, language="en")


def format_date(words: Words, date: str) -> str:
    """An ISO date, as exact as it is written, in words. In a language without words it stays as written."""
    parts = date.split("-")
    if words.language or not all(part.isdecimal() for part in parts) or not 2 <= len(parts) <= 3:
        return date
    month = int(parts[1])
    if not 1 <= month <= 12:
        return date
    name = words.months[month - 1]
    if len(parts) == 2:
        return words.month_format.format(month=name, year=parts[0])
    day = words.first_day if int(parts[2]) == 1 else str(int(parts[2]))
    return words.day_format.format(day=day, month=name, year=parts[0])


def joiners(words: Words, count: int) -> Sequence[str]:
    """What stands before each of `count` members of a list: `1, 2 and 3`."""
    return ["", *[", "] * (count - 2), words.conjunction][:count] if count > 1 else [""]
