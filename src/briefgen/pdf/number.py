"""Numbers as PDF files write them."""


def number(value: float, decimals: int = 3) -> str:
    """A number with at most so many decimals (0.001 pt is 0.35 µm), no needless zeros, never `-0` or `1e-05`."""
    text = f"{value:.3f}" if decimals == 3 else f"{value:.{decimals}f}"
    if text[-1] != "0":  # as most do not: what ends so is no zero, either
        return text
    text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
