"""The units in which looks are written: plain numbers and words to layout, and to the reader what to check them by."""

from typing import Annotated

Points = Annotated[float, "points"]  # a length in points, from 0 to 99
Wide = Annotated[float, "wide"]  # a length in points, from 0 to 999
Millimetres = Annotated[float, "millimetres"]  # from 0 to 99
Share = Annotated[float, "share"]  # from 0 to 1
Factor = Annotated[float, "factor"]  # from 0.1 to 9: of a size, a leading
Rows = Annotated[float, "rows"]  # of the baseline grid
Count = Annotated[int, "count"]
Hex = Annotated[str, "colour"]  # `#rrggbb`
Tone = Annotated[str, "tone"]  # the name of a colour of the palette
