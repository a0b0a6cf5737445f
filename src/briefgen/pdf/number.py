"""Numbers as content streams write them."""


def number(value: float) -> str:
    """A number with at most three decimals (0.001 pt is 0.35 µm), no needless zeros, never `-0` or `1e-05`."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
