"""QR codes of addresses (ISO/IEC 18004).

Comes: an address. Goes: its modules, row by row. Promise: what a reader of the code gets is the address, byte by byte, and a
tenth of the code may be spoilt. Refuses to know how large it is drawn.
"""

from briefgen.content.brief import Symbol

MOST_BYTES = 300  # of an address: more makes modules too fine for print, or a code as wide as the column
LEVEL = "M"  # of error correction: restores 15 % of the code words


def make_symbol(address: str) -> Symbol:
    """The QR code of an address of at most MOST_BYTES bytes in ASCII."""
    import segno  # late: few briefs have a code

    code = segno.make_qr(address, error=LEVEL, boost_error=False)
    return Symbol(tuple(bytes(row) for row in code.matrix))
