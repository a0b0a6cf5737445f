"""Citations that Zotero, Mendeley and Word keep in fields of a Word file: keys in the outline, and their sources in a file.

Comes in: the XML of a part, and Word's own list of sources. Goes out: the same part with a sign in place of each such
field, which `marks` writes as `[@key, p. 4]`, and the sources as CSL-JSON. The promise: a field that is not understood
stays as it is seen. The fields are those of Zotero (`ADDIN ZOTERO_ITEM CSL_CITATION {…}`), Mendeley (`ADDIN CSL_CITATION
{…}`) and Word (`CITATION Tag \\p 4`, ECMA-376-1, 17.16.5.5).
"""

import json
import re
from typing import Any

from lxml import etree

from briefgen.bibliography.cslfiles import KEY_SIGNS, key_of
from briefgen.importing.citesigns import sign_of
from briefgen.importing.names import drop, each, tag, value

B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
LISTS = ("ADDIN ZOTERO_BIBL", "ADDIN Mendeley Bibliography", "ADDIN CSL_BIBLIOGRAPHY", "BIBLIOGRAPHY")
MOST = 5000  # citations of a document
LABELS = {
    "page": "p.",
    "chapter": "chap.",
    "section": "sec.",
    "paragraph": "para.",
    "volume": "vol.",
    "figure": "fig.",
    "note": "n.",
    "line": "l.",
    "part": "pt.",
    "book": "bk.",
    "column": "col.",
    "issue": "no.",
    "verse": "v.",
}
KINDS = {
    "Book": "book",
    "BookSection": "chapter",
    "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine",
    "ConferenceProceedings": "paper-conference",
    "Report": "report",
    "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Case": "legal_case",
    "Patent": "patent",
    "Film": "motion_picture",
    "Interview": "interview",
}
TEXTS = {
    "Title": "title",
    "Publisher": "publisher",
    "City": "publisher-place",
    "JournalName": "container-title",
    "BookTitle": "container-title",
    "PeriodicalTitle": "container-title",
    "InternetSiteTitle": "container-title",
    "ConferenceName": "event-title",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Edition": "edition",
    "URL": "URL",
    "DOI": "DOI",
    "StandardNumber": "ISBN",
    "ReportType": "genre",
    "Institution": "publisher",
    "CaseNumber": "number",
    "Court": "authority",
}
PEOPLE = {"Author": "author", "Editor": "editor", "Translator": "translator", "BookAuthor": "container-author"}


class FieldCitations:
    """Takes the citations out of a document's fields. `sources` are what they cite, by their keys."""

    def __init__(self, own: dict[str, dict[str, Any]]) -> None:
        self._own = own  # Word's, by their tags
        self.sources: dict[str, dict[str, Any]] = {}
        self._keys: dict[str, str] = {}  # by the ids that programs give
        self._taken: dict[str, int] = {}
        self.count = 0
        self.lists = 0

    def take(self, root: etree._Element) -> None:
        """Put a sign in place of each field that cites, and take out lists of sources when all of them are known."""
        for field in each(root, "w:fldSimple"):
            markup = self._markup(value(field, "", "w:instr"))
            if markup:
                run = etree.Element(tag("w:r"))
                etree.SubElement(run, tag("w:t")).text = sign_of(markup)
                field.addprevious(run)
                drop(field)
        for runs in self._fields(root):
            said = "".join(text.text or "" for run in runs for text in run.iter(tag("w:instrText"))).strip()
            markup = self._markup(said)
            if markup:
                self._replace(runs, markup)
            elif self.count and said.startswith(LISTS):
                self.lists += 1
                for run in runs:
                    drop(run)

    def _fields(self, root: etree._Element) -> list[list[etree._Element]]:
        """The runs of each field, from its begin to its end; of fields within each other the outer one."""
        found: list[list[etree._Element]] = []
        open_runs: list[etree._Element] = []
        depth = 0
        for run in root.iter(tag("w:r")):
            kinds = [value(mark, "", "w:fldCharType") for mark in run.iter(tag("w:fldChar"))]
            if depth or "begin" in kinds:
                open_runs.append(run)
            depth = max(0, depth + kinds.count("begin") - kinds.count("end"))
            if open_runs and not depth:
                found.append(open_runs)
                open_runs = []
        return found

    def _replace(self, runs: list[etree._Element], markup: str) -> None:
        first, *rest = runs
        for inner in list(first):
            first.remove(inner)
        etree.SubElement(first, tag("w:t")).text = sign_of(markup)
        for run in rest:
            drop(run)

    def _markup(self, said: str) -> str:
        """What a field's instruction cites, as an outline writes it; "" when it cites nothing that is known."""
        said = said.strip()
        if self.count >= MOST:
            return ""
        start = said.find("{")
        if said.startswith("ADDIN") and "CSL_CITATION" in said[: max(start, 0)]:
            parts = self._of_zotero(said[start:])
        elif re.match(r"CITATION\s", said):
            parts = self._of_word(said)
        else:
            return ""
        self.count += bool(parts)
        return f"[{'; '.join(parts)}]" if parts else ""

    def _of_zotero(self, text: str) -> list[str]:
        try:
            given, _ = json.JSONDecoder().raw_decode(text)
            items = [item for item in given["citationItems"] if isinstance(item["itemData"], dict)]
        except (ValueError, KeyError, TypeError, RecursionError):
            return []
        return [self._part(item) for item in items]

    def _part(self, item: dict[str, Any]) -> str:
        data = item["itemData"]
        id = str((item.get("uris") or [item.get("id")])[0] if isinstance(item.get("uris"), list) else item.get("id"))
        if id not in self._keys:
            own = KEY_SIGNS.sub("", str(data.get("citation-key", "")))
            key = own if own and own not in self.sources else key_of(data, self.sources, self._taken)
            self._keys[id] = key
            self.sources[key] = {**{name: each for name, each in data.items() if name != "citation-key"}, "id": key}
        locator = _plain(item.get("locator", ""))
        label = LABELS.get(str(item.get("label", "page")), str(item.get("label", "page")))
        behind = f", {label} {locator}" if locator else ""
        prefix, suffix = _plain(item.get("prefix", "")), _plain(item.get("suffix", ""))
        minus = "-" if item.get("suppress-author") else ""
        suffix = f"{'' if suffix[:1] in ',.;' else ' '}{suffix}" if suffix else ""
        return f"{prefix + ' ' if prefix else ''}{minus}@{self._keys[id]}{behind}{suffix}"

    def _of_word(self, said: str) -> list[str]:
        """`CITATION Coo21 \\p 4 \\l 1033 \\m UN20 \\p 7`: tags, each with its switches."""
        parts: list[str] = []
        for one in re.split(r"\s\\m\s+", said.removeprefix("CITATION").strip()):
            name = one.split()[0] if one.split() else ""
            if name not in self._own:
                return []
            key = KEY_SIGNS.sub("", name)
            self.sources[key] = {**self._own[name], "id": key}
            page = re.search(r"\\p\s+(?:\"([^\"]*)\"|(\S+))", one)
            minus = "-" if re.search(r"\\n(?:\s|$)", one) else ""
            located = _plain(page[1] or page[2]) if page else ""
            parts.append(f"{minus}@{key}{f', p. {located}' if located else ''}")
        return parts


def _plain(text: object) -> str:
    """Words that may stand in a citation: no brackets, and no marks."""
    return " ".join(re.sub(r"[\[\]@;\\*_`^~<>{}|]", " ", str(text)).split())[:200]


def sources_of_word(root: etree._Element | None) -> dict[str, dict[str, Any]]:
    """Word's own list of sources (ECMA-376-1, 22.6) by their tags, with the variables of CSL."""
    found: dict[str, dict[str, Any]] = {}
    for source in root.iter(f"{B}Source") if root is not None and root.tag == f"{B}Sources" else ():
        texts = {str(each.tag).removeprefix(B): (each.text or "").strip() for each in source if len(each) == 0}
        if not texts.get("Tag"):
            continue
        data: dict[str, Any] = {"type": KINDS.get(texts.get("SourceType", ""), "document")}
        data |= {name: texts[own] for own, name in TEXTS.items() if texts.get(own)}
        for name, parts in (
            ("issued", ("Year", "Month", "Day")),
            ("accessed", ("YearAccessed", "MonthAccessed", "DayAccessed")),
        ):
            numbers: list[int] = []
            for part in parts:
                if not re.fullmatch(r"[0-9]{1,4}", texts.get(part, "")):
                    break
                numbers.append(int(texts[part]))
            if numbers:
                data[name] = {"date-parts": [numbers]}
        for own, name in PEOPLE.items():
            people = [_person(each) for each in source.findall(f"{B}Author/{B}{own}//{B}Person")]
            people += [{"literal": (each.text or "").strip()} for each in source.findall(f"{B}Author/{B}{own}/{B}Corporate")]
            if any(people):
                data[name] = [person for person in people if person]
        found[texts["Tag"]] = data
    return found


def _person(element: etree._Element) -> dict[str, str]:
    names = {str(each.tag).removeprefix(B): (each.text or "").strip() for each in element}
    given = " ".join(filter(None, (names.get("First", ""), names.get("Middle", ""))))
    return {name: text for name, text in (("family", names.get("Last", "")), ("given", given)) if text}
