"""What a chart says to those who do not see it, made from its numbers, in the languages that briefgen has words in.

Promise: the kind, the range, and of each series the first, last, highest and lowest value, no judgement.
"""

import msgspec

from briefgen.charting.plot import Plot, Series
from briefgen.content.blocks.chart_made import plot_of
from briefgen.content.brief import Artwork

SERIES_MOST = 6  # that are told one by one


class Phrases(msgspec.Struct, frozen=True):
    """The phrases of a language."""

    kinds: dict[str, str]
    range: str
    only: str
    series: str
    missing: tuple[str, str]
    more: str
    steps: str
    back: str
    values: str


def _kinds(words: str) -> dict[str, str]:
    names = "bar column line area dot range slope scatter pyramid waffle steps".split()
    return dict(zip(names, words.split("|"), strict=True))


PHRASES = {
    "en": Phrases(
        _kinds("Bar chart|Column chart|Line chart|Area chart|Dot plot|Range chart|Slope chart|Scatter plot|Pyramid chart|"
               "Waffle chart|Steps"),
        "{kind}, from {first} to {last}.", "{kind}: {first}.",
        "{name}: first {start}, last {end}, highest {high} ({at_high}), lowest {low} ({at_low})",
        ("1 value is missing", "{} values are missing"), "{} more series", "{kind}: {steps}.", "Then back to the first: {}.",
        "{name}: {values}",
    ),
    "es": Phrases(
        _kinds("Gráfico de barras|Gráfico de columnas|Gráfico de líneas|Gráfico de áreas|Gráfico de puntos|"
               "Gráfico de intervalos|Gráfico de pendientes|Gráfico de dispersión|Pirámide|Gráfico de cuadrados|Pasos"),
        "{kind}, de {first} a {last}.", "{kind}: {first}.",
        "{name}: primero {start}, último {end}, máximo {high} ({at_high}), mínimo {low} ({at_low})",
        ("falta 1 valor", "faltan {} valores"), "{} series más", "{kind}: {steps}.", "Después, de vuelta al primero: {}.",
        "{name}: {values}",
    ),
    "fr": Phrases(
        _kinds("Diagramme en barres|Diagramme en colonnes|Courbes|Diagramme en aires|Diagramme à points|"
               "Diagramme d’intervalles|Diagramme de pentes|Nuage de points|Pyramide|Diagramme en carrés|Étapes"),
        "{kind}, de {first} à {last}.", "{kind}\u00a0: {first}.",
        "{name}\u00a0: premier {start}, dernier {end}, maximum {high} ({at_high}), minimum {low} ({at_low})",
        ("1 valeur manque", "{} valeurs manquent"), "{} autres séries", "{kind}\u00a0: {steps}.",
        "Puis retour à la première\u00a0: {}.", "{name}\u00a0: {values}",
    ),
    "de": Phrases(
        _kinds("Balkendiagramm|Säulendiagramm|Liniendiagramm|Flächendiagramm|Punktdiagramm|Spannendiagramm|"
               "Steigungsdiagramm|Streudiagramm|Pyramide|Waffeldiagramm|Schritte"),
        "{kind}, von {first} bis {last}.", "{kind}: {first}.",
        "{name}: zuerst {start}, zuletzt {end}, höchster Wert {high} ({at_high}), niedrigster {low} ({at_low})",
        ("1 Wert fehlt", "{} Werte fehlen"), "{} weitere Reihen", "{kind}: {steps}.", "Dann zurück zum ersten: {}.",
        "{name}: {values}",
    ),
    "it": Phrases(
        _kinds("Grafico a barre|Grafico a colonne|Grafico a linee|Grafico ad aree|Grafico a punti|Grafico a intervalli|"
               "Grafico a pendenze|Grafico a dispersione|Piramide|Grafico a quadretti|Passi"),
        "{kind}, da {first} a {last}.", "{kind}: {first}.",
        "{name}: primo {start}, ultimo {end}, massimo {high} ({at_high}), minimo {low} ({at_low})",
        ("manca 1 valore", "mancano {} valori"), "altre {} serie", "{kind}: {steps}.", "Poi di nuovo al primo: {}.",
        "{name}: {values}",
    ),
    "pt": Phrases(
        _kinds("Gráfico de barras|Gráfico de colunas|Gráfico de linhas|Gráfico de áreas|Gráfico de pontos|"
               "Gráfico de intervalos|Gráfico de declives|Gráfico de dispersão|Pirâmide|Gráfico de quadrados|Passos"),
        "{kind}, de {first} a {last}.", "{kind}: {first}.",
        "{name}: primeiro {start}, último {end}, máximo {high} ({at_high}), mínimo {low} ({at_low})",
        ("falta 1 valor", "faltam {} valores"), "mais {} séries", "{kind}: {steps}.", "Depois, de volta ao primeiro: {}.",
        "{name}: {values}",
    ),
}  # fmt: skip


def has_phrases(language: str) -> bool:
    """Whether a chart can be told in a language."""
    return language.split("-", 1)[0] in PHRASES


class Written(msgspec.Struct, frozen=True):
    """How numbers are written: the language, its phrases, and the sign of percent."""

    language: str
    percent: bool
    decimals: int

    def number(self, value: float) -> str:
        from briefgen.content.numbers import write_float

        return write_float(value, self.decimals, self.language, percent=self.percent)


def auto_alt(artwork: Artwork, language: str) -> str:
    """The alternative text of a chart; in English where briefgen has no words in the language."""
    plot = plot_of(artwork)
    phrases = PHRASES.get(language.split("-", 1)[0], PHRASES["en"])
    kind = phrases.kinds[plot.kind]
    if plot.kind == "steps":
        said = phrases.steps.format(kind=kind, steps="; ".join(f"{n} {label}" for n, label in enumerate(plot.labels, 1)))
        return f"{said} {phrases.back.format(plot.back)}" if plot.back else said
    written = Written(language, artwork.percent, plot.decimals)
    panels = plot.panels or (("", plot),)
    labels = [label for _, panel in panels for label in _places(panel, language)]
    first, last = (labels[0], labels[-1]) if labels else ("", "")
    parts = [(phrases.range if first != last else phrases.only).format(kind=kind, first=first, last=last)]
    told = [(name, panel, series) for name, panel in panels for series in panel.series]
    parts += [_series(phrases, written, name, panel, series) for name, panel, series in told[:SERIES_MOST]]
    if len(told) > SERIES_MOST:
        parts.append(phrases.more.format(len(told) - SERIES_MOST) + ".")
    return " ".join(parts)


def _places(plot: Plot, language: str) -> list[str]:
    """The words for the places on the x axis: their labels, or their numbers."""
    return [*plot.labels] or [place_number(plot, x, language) for x in plot.xs]


def place_number(plot: Plot, x: float, language: str) -> str:
    """A number of the x axis; the digits of a year are not grouped."""
    from briefgen.content.numbers import write_float

    return f"{x:.0f}" if plot.x_kind == "year" else write_float(x, plot.x_decimals, language)


def _series(phrases: Phrases, written: Written, panel_name: str, plot: Plot, series: Series) -> str:
    places = _places(plot, written.language)
    given = [(value, places[at]) for at, value in enumerate(series.values) if value is not None]
    name = ", ".join(filter(None, (panel_name, series.name)))
    if len(given) <= 3:
        values = ", ".join(f"{written.number(value)} ({label})" for value, label in given) or "–"
        said = phrases.values.format(name=name, values=values)
    else:
        high, low = max(given, key=lambda pair: pair[0]), min(given, key=lambda pair: pair[0])
        said = phrases.series.format(
            name=name,
            start=written.number(given[0][0]),
            end=written.number(given[-1][0]),
            high=written.number(high[0]),
            at_high=high[1],
            low=written.number(low[0]),
            at_low=low[1],
        )
    missing = len(series.values) - len(given)
    if missing:
        said += f"; {phrases.missing[0] if missing == 1 else phrases.missing[1].format(missing)}"
    return f"{said}."


def with_alt(artwork: Artwork, language: str) -> Artwork:
    """The same with an alternative text that its numbers make."""
    return msgspec.structs.replace(artwork, alt=auto_alt(artwork, language))
