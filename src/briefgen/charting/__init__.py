"""Charts as arithmetic: numbers and widths of words come in, shapes and places of words go out."""
