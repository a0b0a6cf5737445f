"""Drawings, SVG or pages of PDF, as form XObjects in the inks of the file that takes them."""
