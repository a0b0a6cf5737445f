"""What Word files hold besides plain paragraphs, each made here as Word makes it."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
import yaml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from PIL import Image
from support.documents import add_text_box

from briefgen.importing.intake import Imported

Import = Callable[[str, bytes | str], Imported]
FILLING = "Twenty words make a first paragraph of text, behind which bold lines are headings, and not lines of a cover."


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def outline(made: Imported) -> Any:
    return yaml.load(made.text, yaml.CBaseLoader)


def codes(made: Imported) -> set[str]:
    return {problem.code for problem in made.problems}


def picture() -> io.BytesIO:
    out = io.BytesIO()
    image = Image.new("RGB", (40, 20), "white")
    image.paste("black", (0, 0, 10, 20))
    image.save(out, "PNG")
    out.seek(0)
    return out


def with_part(data: bytes, name: str, content: bytes, kind: str = "", source: str = "word/_rels/document.xml.rels") -> bytes:
    """The file with a part more, and a relation `rIdNew` to it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            body = old.read(part)
            if part == source and kind:
                row = f'<Relationship Id="rIdNew" Type="http://x/relationships/{kind}" Target="/{name}"/>'
                body = body.replace(b"</Relationships>", row.encode() + b"</Relationships>")
            if part != name:
                new.writestr(part, body)
        new.writestr(name, content)
    return out.getvalue()


def test_a_title_by_its_style_and_a_subtitle(imported: Import) -> None:
    document = docx.Document()
    document.add_paragraph("Ministry of Water", style="Normal")
    document.add_paragraph("Count every drop", style="Title")
    document.add_paragraph("What meters change", style="Subtitle")
    document.add_paragraph(FILLING)
    made = outline(imported("a.docx", saved(document)))
    assert (made["title"], made["subtitle"]) == ("Count every drop", "What meters change")


def test_authors_and_a_date_by_their_styles(imported: Import) -> None:
    document = docx.Document()
    document.add_paragraph("Count every drop", style="Title")
    for name, text in (("Author", "A. Author"), ("Author", "B. Writer"), ("Date", "3 May 2026")):
        if name not in document.styles:
            document.styles.add_style(name, 1).base_style = document.styles["Heading 2"]
        document.add_paragraph(text, style=name)
    document.add_paragraph(FILLING)
    made = imported("a.docx", saved(document))
    assert outline(made)["authors"] == ["A. Author", "B. Writer"]
    assert outline(made)["date"] == "2026-05-03"
    assert "3 May 2026" in made.text


def test_a_title_by_its_letters(imported: Import) -> None:
    document = docx.Document()
    document.add_paragraph("Ministry of Water")
    document.add_paragraph().add_run("Count every drop").font.size = Pt(24)
    for _ in range(3):
        document.add_paragraph(FILLING)
    made = imported("a.docx", saved(document))
    assert outline(made)["title"] == "Count every drop"
    assert "# title: the largest letters" in made.text


def test_headings_by_bold_type_and_by_outline_level(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    document.add_paragraph(FILLING)
    document.add_paragraph().add_run("Why now").bold = True
    document.add_paragraph(FILLING)
    document.add_paragraph().add_run("This bold line is a sentence.").bold = True
    by_bold = outline(imported("a.docx", saved(document)))
    assert [section.get("heading") for section in by_bold["sections"]] == [None, "Why now"]
    for text, level in (("First", 0), ("Below", 1), ("Second", 0)):
        paragraph = document.add_paragraph(text)
        mark = OxmlElement("w:outlineLvl")
        mark.set(qn("w:val"), str(level))
        paragraph._p.get_or_add_pPr().append(mark)
        document.add_paragraph(FILLING)
    by_level = outline(imported("b.docx", saved(document)))
    assert [section.get("heading") for section in by_level["sections"]] == [None, "First", "Second"]
    assert {"heading": "Below"} in by_level["sections"][1]["content"]


def test_a_translated_name_of_a_heading_style(imported: Import) -> None:
    document = docx.Document()
    document.styles.add_style("Titolo 1", 1)
    document.add_heading("Un titolo", 0)
    document.add_paragraph("Primo", style="Titolo 1")
    document.add_paragraph(FILLING)
    assert outline(imported("a.docx", saved(document)))["sections"][0]["heading"] == "Primo"


def test_hidden_deleted_and_contents_are_left_out_and_counted(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    paragraph = document.add_paragraph("seen ")
    paragraph.add_run("unseen words").font.hidden = True
    run = "<w:r><w:{0}>{1}</w:{0}></w:r>"
    for kind, text in (("del", run.format("delText", "deleted")), ("ins", run.format("t", "inserted"))):
        paragraph._p.append(parse_xml(f'<w:{kind} w:id="1" w:author="a" {nsdecls("w")}>{text}</w:{kind}>'))
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Chapter\t7", style="toc 1")
    document.add_comment(paragraph.runs[0], "a comment", "a", "a")
    made = imported("a.docx", saved(document))
    assert outline(made)["sections"] == [{"content": ["seen inserted"]}]
    left = next(problem.message for problem in made.problems if problem.code == "import/left-out")
    for said in ("a comment", "a deletion", "2 hidden words", "a line of the table of contents"):
        assert said in left


def test_a_text_box_stands_behind_its_paragraph_once(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    document.add_paragraph("before")
    add_text_box(document.add_paragraph("anchor"), "in the box")
    document.add_paragraph("after")
    content = outline(imported("a.docx", saved(document)))["sections"][0]["content"]
    assert content == ["before", "anchor", {"box": {"content": ["in the box"]}}, "after"]


def test_a_first_line_of_a_box_that_counts_it_is_its_heading(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.paragraphs[0].add_run("Box 1: How it was done")
    cell.add_paragraph("The city paid.")
    (block,) = outline(imported("a.docx", saved(document)))["sections"][0]["content"]
    assert block["box"] == {"heading": "Box 1: How it was done", "content": ["The city paid."]}


def test_a_chart_is_a_table_of_the_values_that_the_file_keeps(imported: Import) -> None:
    drawn = "http://schemas.openxmlformats.org/drawingml/2006"
    spaces = f'xmlns:c="{drawn}/chart" xmlns:a="{drawn}/main"'
    points = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate((1.5, 12.100000000000001)))
    years = '<c:pt idx="0"><c:v>2024</c:v></c:pt><c:pt idx="1"><c:v>2025</c:v></c:pt>'
    series = (
        '<c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>Wells</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"<c:cat><c:strRef><c:strCache>{years}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache>{points}</c:numCache></c:numRef></c:val></c:ser>"
    )
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>Wells with a meter</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    plot = f"<c:plotArea><c:barChart>{series}</c:barChart></c:plotArea>"
    chart = f"<c:chartSpace {spaces}><c:chart>{title}{plot}</c:chart></c:chartSpace>"
    document = docx.Document()
    document.add_heading("A title", 0)
    drawing = (
        f'<w:r {nsdecls("w", "a", "r", "wp")}><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdNew"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    document.add_paragraph("text")._p.append(parse_xml(drawing))
    data = with_part(saved(document), "word/charts/chart1.xml", chart.encode(), "chart")
    content = outline(imported("a.docx", data))["sections"][0]["content"]
    assert content[0] == "text"
    assert content[1]["table"]["caption"] == "Wells with a meter"
    assert content[1]["table"]["rows"] == [["2024", "1.5"], ["2025", "12.1"]]
    assert content[1]["table"]["head"][1] == "Wells"


def test_a_picture_with_its_alternative_text_and_what_is_cut_off(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    shape = document.add_picture(picture())
    shape._inline.docPr.set("descr", "A map of the basin")
    fill = shape._inline.graphic.graphicData.pic.blipFill
    cut = OxmlElement("a:srcRect")
    cut.set("r", "75000")
    fill.insert(1, cut)
    document.add_paragraph("Figure 1: The basin", style="Caption")
    other = document.add_picture(picture())
    other._inline.docPr.set("descr", "A picture containing text\n\nDescription automatically generated")
    document.add_picture(picture(), width=Pt(20))
    made = imported("a.docx", saved(document))
    first, second, third = (block["figure"] for block in outline(made)["sections"][0]["content"])
    assert (first["alt"], first["caption"]) == ("A map of the basin", "Figure 1: The basin")
    assert second["alt"] == ""
    assert third["decorative"] == "true"
    assert Image.open(io.BytesIO(made.files[first["image"]])).size == (10, 20)
    assert Image.open(io.BytesIO(made.files[second["image"]])).size == (40, 20)
    assert "import/no-alt" in codes(made)


def test_tables_boxes_and_merged_cells(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    document.add_table(1, 1).cell(0, 0).text = "one cell"
    table = document.add_table(3, 3)
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            cell.text = f"c{number}"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "merged"
    made = imported("a.docx", saved(document))
    box, other = outline(made)["sections"][0]["content"]
    assert box == {"box": {"content": ["one cell"]}}
    assert other["table"]["head"] == ["c0", "c1", "c2"]
    assert other["table"]["rows"] == [["merged", "c1", "c2"], ["", "c1", "c2"]]
    assert "cells were merged" in made.text


def test_the_language_is_that_of_the_words(imported: Import) -> None:
    document = docx.Document()  # which says en-US
    for _ in range(3):
        document.add_paragraph(
            "Die Zähler sind in den Bezirken, und das Wasser ist nicht mit der Pumpe zu zählen, die es hebt."
        )
    assert outline(imported("a.docx", saved(document)))["language"] == "de"


def test_a_picture_elsewhere_is_told_and_not_fetched(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    document.add_picture(picture())
    data = saved(document)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            if part.endswith("document.xml.rels"):
                body = body.replace(
                    b'Target="media/image1.png"', b'Target="https://example.org/x.png" TargetMode="External"'
                )
            new.writestr(part, body)
    made = imported("a.docx", out.getvalue())
    assert "import/external-picture" in codes(made)
    assert made.files == {}


@pytest.mark.parametrize("space", ["http://purl.oclc.org/ooxml/wordprocessingml/main"])
def test_the_strict_form_of_the_format(imported: Import, space: str) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    document.add_paragraph("text")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            body = body.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", space.encode())
            new.writestr(part, body)
    made = outline(imported("a.docx", out.getvalue()))
    assert made["sections"] == [{"content": ["text"]}]


def test_fields_and_controls_are_their_text(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    paragraph = document.add_paragraph("see figure ")
    field = '<w:fldSimple w:instr=" REF x " {0}><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field.format(nsdecls("w"))))
    control = "<w:sdt {0}><w:sdtPr>{1}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>{2}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    for properties, text in (("", "kept"), ("<w:showingPlcHdr/>", "Click here to enter text")):
        document.element.body.insert(2, parse_xml(control.format(nsdecls("w"), properties, text)))
    made = imported("a.docx", saved(document))
    assert sorted(outline(made)["sections"][0]["content"]) == ["kept", "see figure 3"]
    assert "a placeholder" in "".join(problem.message for problem in made.problems)


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:smartTag {0}><w:smartTagPr/><w:r><w:t>shown</w:t></w:r></w:smartTag>", "shown"),
        ("<w:customXml {0}><w:customXmlPr/><w:r><w:t>shown</w:t></w:r></w:customXml>", "shown"),
        ('<w:dir {0} w:val="ltr"><w:bdo w:val="ltr"><w:r><w:t>shown</w:t></w:r></w:bdo></w:dir>', "shown"),
        (
            "<w:r {0}><w:ruby><w:rubyPr/><w:rt><w:r><w:t>gloss</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>shown</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r>",
            "shown(gloss)",
        ),
    ],
)
def test_what_only_wraps_words_is_these_words(imported: Import, inside: str, shown: str) -> None:
    document = docx.Document()
    document.add_paragraph("Count every drop", style="Title")
    paragraph = document.add_paragraph("before ")
    paragraph._p.append(parse_xml(inside.format(nsdecls("w"))))
    paragraph.add_run(" behind")
    document.add_paragraph(FILLING)
    assert f"before {shown} behind" in outline(imported("a.docx", saved(document)))["sections"][0]["content"]


@pytest.mark.parametrize(
    ("between", "shown"),
    [("<w:cr/>", "first\\\nsecond"), ('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="dot"/>', "first second")],
)
def test_words_on_two_lines_or_at_a_tab_of_the_margin_stay_two(imported: Import, between: str, shown: str) -> None:
    document = docx.Document()
    document.add_paragraph("Count every drop", style="Title")
    run = f"<w:r {{0}}><w:t>first</w:t>{between}<w:t>second</w:t></w:r>"
    document.add_paragraph()._p.append(parse_xml(run.format(nsdecls("w"))))
    document.add_paragraph(FILLING)
    assert shown in outline(imported("a.docx", saved(document)))["sections"][0]["content"]


def test_a_table_keeps_cells_for_which_its_grid_has_no_column_and_tables_within_it(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"c{number}"
    table.cell(1, 1).add_table(1, 2).cell(0, 1).text = "inner"
    grid = table._tbl.tblGrid
    grid.remove(grid.gridCol_lst[1])
    rows = outline(imported("a.docx", saved(document)))["sections"][0]["content"][0]["table"]
    assert rows["head"] == ["c0", "c1"]
    assert rows["rows"] == [["c2", "c3\\\ninner"]]


def test_smart_art_is_a_list_of_its_texts_in_a_box(imported: Import) -> None:
    drawn = "http://schemas.openxmlformats.org/drawingml/2006"
    points = "".join(f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>" for text in ("One", "Two"))
    data = (
        f'<dgm:dataModel xmlns:dgm="{drawn}/diagram" xmlns:a="{drawn}/main"><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>'
    )
    document = docx.Document()
    document.add_heading("A title", 0)
    drawing = (
        f'<w:r {nsdecls("w", "a", "r", "wp")}><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">'
        f'<dgm:relIds xmlns:dgm="{drawn}/diagram" r:dm="rIdNew"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    document.add_paragraph("text")._p.append(parse_xml(drawing))
    file = with_part(saved(document), "word/diagrams/data1.xml", data.encode(), "diagramData")
    content = outline(imported("a.docx", file))["sections"][0]["content"]
    assert content == ["text", {"box": {"content": ["One", "Two"]}}]


def test_a_bold_line_that_tells_a_part_is_a_heading_also_beside_others(imported: Import) -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    document.add_paragraph().add_run("KEY RESULTS:").bold = True
    document.add_paragraph("A result.")
    for text in ("Why now", "What follows"):
        document.add_heading(text, 1)
        document.add_paragraph(FILLING)
    made = outline(imported("a.docx", saved(document)))
    assert made["summary"] == {"heading": "KEY RESULTS", "points": ["A result."]}
    assert [section["heading"] for section in made["sections"]] == ["Why now", "What follows"]
