"""The named text styles of the look `modules`, which others change one by one.

Sizes and leadings in points, tracking in 1/1000 em. With `on_body` a size counts from the body's, with `on_grid` a leading
is in rows of the grid; `shrinks` and `closes` are the shares of what smaller paper takes away that size and leading lose.
"""

from briefgen.looks.tokens import Style

FIGURES = ("lnum", "tnum")  # lining and of one width, for columns of them

STYLES: dict[str, Style] = {
    "body": Style("body", 0, 1, align="text", hyphenate=True, on_body=True, on_grid=True),
    "drop_cap": Style("body", 0, 1, colour="accent", on_body=True, on_grid=True),
    "list": Style("body", 0, 1, hyphenate=True, on_body=True, on_grid=True),
    "bullet": Style("display", 0, 1, weight="bold", colour="accent", features=FIGURES, on_body=True, on_grid=True),
    "heading1": Style("display", 14.5, 16.5, weight="bold", colour="accent", balance=True, shrinks=0.5),
    "heading3": Style("display", 10, 1, weight="semibold", colour="accent", balance=True, on_grid=True),
    "term": Style("display", 0, 1, weight="semibold", on_body=True, on_grid=True),
    "date": Style("display", 0, 1, weight="bold", colour="accent", features=FIGURES, on_body=True, on_grid=True),
    "heading2": Style("display", 10.8, 1, weight="bold", balance=True, on_grid=True),
    "section_numeral": Style("display", 40, 40, weight="bold", colour="accent", features=FIGURES, shrinks=0.5, closes=0.5),
    "publisher": Style("display", 11, 13, weight="semibold"),
    "series": Style("display", 9, 12, weight="bold", colour="accent", align="right", tracking=90, upper=True),
    "issue": Style("display", 9, 12, colour="grey", align="right"),
    "title": Style("body", 28, 31, weight="bold", balance=True, shrinks=1, closes=1),
    "subtitle": Style("display", 14, 18, weight="semibold", colour="accent", balance=True, shrinks=0.5),
    "byline": Style("display", 9.4, 13, colour="grey"),
    "author": Style("display", 9.4, 12, weight="semibold"),
    "affiliation": Style("display", 8.8, 11.4, colour="grey"),
    "standfirst": Style("body", 12.6, 17.5, italic=True, shrinks=0.5),
    "summary_heading": Style("display", 12, 15, weight="bold", colour="accent", balance=True),
    "summary": Style("display", -0.2, 1, on_body=True, on_grid=True),
    "contents": Style("display", -0.2, 1, on_body=True, on_grid=True),
    "contents_page": Style("display", -0.2, 1, weight="bold", colour="accent", features=FIGURES, on_body=True, on_grid=True),
    "quote": Style("body", 15, 1.5, italic=True, colour="accent", balance=True, spare=True, on_grid=True, shrinks=0.5),
    "quote_mark": Style("body", 64, 64, weight="bold", colour="accent", shrinks=0.5, closes=0.5),
    "attribution": Style("display", 8.4, 1, colour="grey", on_grid=True),
    "box_heading": Style("display", 11, 1, weight="bold", colour="accent", balance=True, on_grid=True),
    "box": Style("display", -0.6, 1, hyphenate=True, on_body=True, on_grid=True),
    "stat_value": Style(
        "display", 30, 30, weight="bold", colour="accent", balance=True, features=FIGURES, shrinks=0.5, closes=0.5
    ),
    "stat_label": Style("display", 8.8, 11.2, balance=True),
    "caption": Style("display", 8.4, 10.6),
    "caption_head": Style("display", 9, 11.4, weight="semibold", balance=True),
    "chart_title": Style("display", 10, 12.4, weight="bold", balance=True),
    "chart_subtitle": Style("display", 8.4, 10.6, colour="grey", balance=True),
    "chart": Style("display", 8, 9.8, features=FIGURES),
    "chart_strong": Style("display", 8, 9.8, weight="bold", features=FIGURES),
    "chart_step": Style("display", 9, 11, weight="semibold", balance=True),
    "chart_numeral": Style("display", 13, 15, weight="bold", features=FIGURES),
    "credit": Style("display", 8, 10, colour="grey"),
    "table": Style("display", 8.8, 11.4, features=FIGURES),
    "table_head": Style("display", 8.8, 11.4, weight="bold", features=FIGURES),
    "label": Style("display", 8.6, 1, weight="bold", colour="accent", tracking=70, upper=True, on_grid=True),
    "numeral": Style("display", 27, 29, weight="bold", colour="accent", features=FIGURES, shrinks=0.5, closes=0.5),
    "finding": Style("display", 0.4, 1, weight="semibold", balance=True, on_body=True, on_grid=True),
    "evidence": Style("body", 0, 1, align="text", hyphenate=True, on_body=True, on_grid=True),
    "meta": Style("display", 8.4, 1, colour="grey", on_grid=True),
    "action": Style("display", 11.4, 1, weight="semibold", balance=True, on_grid=True),
    "rationale": Style("body", -0.3, 1, hyphenate=True, on_body=True, on_grid=True),
    "fact_label": Style("display", 8.4, 1, colour="grey", on_grid=True),
    "fact": Style("display", 8.8, 1, weight="semibold", on_grid=True),
    "closing_heading": Style("display", 8.8, 10.6, weight="bold", colour="accent"),
    "closing": Style("display", 8, 10.6, hyphenate=True),
    "closing_bullet": Style("display", 8, 10.6, weight="semibold", colour="accent", features=FIGURES),
    "folio": Style("display", 8.4, 11, colour="grey", features=FIGURES),
    "running_head": Style("display", 8.4, 11, colour="grey"),
    "marking": Style("display", 12, 14, weight="bold", align="right"),
}
