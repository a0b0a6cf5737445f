"""How briefs look, as data: records of tokens and of parts, and looks that are made of them."""
