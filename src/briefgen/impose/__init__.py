"""Finished pages laid out anew on larger sheets: booklets to fold and staple, handouts with several pages a side."""
