"""Which tone each series has, by its name; what they look like, the theme's palette says.

Tones alone tell few series apart. Lines take dashes and fills hatches when tones come round again, and dots have forms.
"""

from briefgen.charting.plot import Plot

TONES = 4  # that are told apart by whoever sees no colour


def line_tone(plot: Plot, number: int) -> tuple[str, int]:
    """The tone and the dash of the line of series `number`. With a highlight, all others step back."""
    if plot.highlight and any(series.name in plot.highlight for series in plot.series):
        high = [each.name for each in plot.series if each.name in plot.highlight]
        name = plot.series[number].name
        if name in high:
            return f"line:{high.index(name) % TONES}", high.index(name) // TONES
        others = [each.name for each in plot.series if each.name not in high]
        return "muted", others.index(name) % 4
    return f"line:{number % TONES}", number // TONES


def fill_tone(plot: Plot, number: int) -> tuple[str, int]:
    """The tone and the hatch of the fills of series `number`."""
    if plot.highlight and any(series.name in plot.highlight for series in plot.series):
        if plot.series[number].name in plot.highlight:
            return "fill:0", 0
        others = [each.name for each in plot.series if each.name not in plot.highlight]
        place = others.index(plot.series[number].name)
        return f"fill:{1 + place % (TONES - 1)}", place // (TONES - 1)
    return f"fill:{number % TONES}", number // TONES
