"""What was found in PDFs, as a page to look at: each page of a file as a picture, with the findings at their places.

Comes in: files, their bytes and findings. Goes out: one HTML file. The promise: nothing in it is loaded from elsewhere or
run, whatever the PDF says; its size is bounded. Refuses to know how anything was found.
"""

import base64
from collections.abc import Iterator
from html import escape

from briefgen.judgement import Judged, summary
from briefgen.preflight.finding import Finding
from briefgen.preflight.matrix import Box
from briefgen.preflight.views import View, views
from briefgen.report import visible

MOST_PAGES = 100  # of a file that are shown
MOST_PLACES = 300  # on a page
LEAST = 4.0  # points: a place is drawn at least so large
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #222; background: #f2f2f2 }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
.page { display: flex; gap: 1.5rem; align-items: flex-start; margin: 1rem 0; flex-wrap: wrap }
.sheet { position: relative; background: #fff; box-shadow: 0 1px 4px #0006; flex: none }
.sheet img, .sheet svg { position: absolute; left: 0; top: 0; width: 100%; height: 100% }
ol { margin: 0; padding-left: 1.6rem; max-width: 44rem; flex: 1 1 18rem } li { margin-bottom: .4rem }
code { font-size: .85em } .error { color: #b00020 } .warning { color: #8a5a00 } .note { color: #555 }
rect.place { fill-opacity: .12; stroke-width: 1.5 } rect.place:hover, rect.place:target { fill-opacity: .45 }
rect.error { fill: #e00; stroke: #b00020 } rect.warning { fill: #fa0; stroke: #8a5a00 }
rect.note { fill: #888; stroke: #555 }
rect.trim { fill: none; stroke: #08c; stroke-width: .5; stroke-dasharray: 4 3 }
"""


def markup(every: list[tuple[Judged, bytes]], rules: str) -> str:
    """The HTML file. Each file is given with its bytes."""
    parts = [
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preflight ({escape(rules)} rules)</title>',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><style>{STYLE}</style></head><body>',
        f"<h1>Preflight</h1><p>{_text(summary([judged for judged, _ in every], rules)).replace(chr(10), '<br>')}</p>",
    ]
    for number, (judged, data) in enumerate(every):
        parts += _file(judged, data, f"f{number}")
    return "\n".join([*parts, "</body></html>", ""])


def _file(judged: Judged, data: bytes, key: str) -> Iterator[str]:
    yield f"<h2>{_text(judged.file)}</h2>"
    whole = [finding for finding in judged.findings if not finding.page]
    if whole:
        yield f"<p>Of the file as a whole:</p>{_list(whole, key)}"
    by_page: dict[int, list[Finding]] = {}
    for finding in judged.findings:
        if finding.page:
            by_page.setdefault(finding.page, []).append(finding)
    shown = sorted({*by_page, *range(1, MOST_PAGES + 1)}, key=lambda page: (page not in by_page, page))[:MOST_PAGES]
    found = views(data, set(shown))
    for view in found:
        yield from _page(view, by_page.get(view.number, []), key)
    left_out = len(set(by_page) - {view.number for view in found})
    if left_out:
        yield f"<p>{left_out} more pages with findings are not shown; <code>--format json</code> lists all.</p>"


def _page(view: View, findings: list[Finding], key: str) -> Iterator[str]:
    width, height = view.media[2] - view.media[0], view.media[3] - view.media[1]
    yield f'<h3>Page {view.number}</h3><div class="page">'
    yield f'<div class="sheet" style="width: {width:.1f}px; height: {height:.1f}px">'
    if view.png:
        data = base64.b64encode(view.png).decode("ascii")
        yield f'<img alt="Page {view.number}" src="data:image/png;base64,{data}">'
    yield f'<svg viewBox="{view.media[0]:.2f} {view.media[1]:.2f} {width:.2f} {height:.2f}" role="img" aria-label="Places">'
    yield _rect(view.trim, "trim", "", "the trimmed sheet")
    places = [(number, one) for number, one in enumerate(findings, 1) if one.area is not None]
    for number, finding in places[:MOST_PLACES]:
        area = finding.area
        if area is not None:
            box = (area.x, area.y, area.x + max(area.width, LEAST), area.y + max(area.height, LEAST))
            name = f"{key}p{view.number}n{number}"
            yield _rect(box, f"place {finding.severity}", name, f"{number}. {finding.code}: {finding.message}")
    yield f"</svg></div>{_list(findings, f'{key}p{view.number}')}</div>"


def _rect(box: Box, kind: str, name: str, title: str) -> str:
    left, top, right, bottom = box
    place = f'x="{left:.2f}" y="{top:.2f}" width="{right - left:.2f}" height="{bottom - top:.2f}"'
    id = f' id="{name}"' if name else ""
    return f'<rect class="{kind}"{id} {place}><title>{_text(title)}</title></rect>'


def _list(findings: list[Finding], key: str) -> str:
    if not findings:
        return "<p>Nothing was found on this page.</p>"
    lines = []
    for number, finding in enumerate(findings, 1):
        code = f"<code>{escape(finding.code)}</code>"
        if finding.area is not None:
            code = f'<a href="#{key}n{number}">{code}</a>'
        more = f" (and {finding.count - 1} more)" if finding.count > 1 else ""
        hint = f"<br><small>{_text(finding.hint)}</small>" if finding.hint else ""
        severity = f'<span class="{finding.severity}">{finding.severity}</span>'
        lines.append(f"<li>{severity} {code} {_text(finding.message)}{more}{hint}</li>")
    return f"<ol>{''.join(lines)}</ol>"


def _text(text: str) -> str:
    return escape("\n".join(visible(line) for line in text.split("\n")))
