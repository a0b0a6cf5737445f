#!/usr/bin/env bash
# The two Python readers of JSON-stat each refuse a form that the format allows, with a bare KeyError: 0.
#
# One would guess: what the page of the format says may be left out is left out by the offices that use it, and read by the
# libraries: a dimension of a single category needs no `index`, and values of which many are missing may be an object instead
# of a list, {"0": 1, "3": 4} (JSON-stat 2.0, “index” and “value”).
# What happens: pyjstat, which most use, fails at the dimension with one category, and reads the sparse values; jsonstat.py fails at
# the sparse values, and reads the dimension. Neither says what was wrong. To be read by both, write the `index` and all values.
#
# Seen with pyjstat 2.4.0, jsonstat.py 0.1.8, pandas 3.1.1:
#   plain: pyjstat 4 rows, jsonstat.py 4 rows
#   one category without index: pyjstat KeyError, jsonstat.py 4 rows
#   sparse values: pyjstat 4 rows, jsonstat.py KeyError
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pyjstat==2.4.0 jsonstat.py==0.1.8 terminaltables==3.1.10 pandas==3.1.1
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "JSON-stat is read otherwise now"; exit 1; }
import json

import jsonstat
from pyjstat import pyjstat


def dataset(values, **category):
    region = {"label": "Region", "category": {"index": ["N", "S"], "label": {"N": "North", "S": "South"}}}
    year = {"label": "Year", "category": {"index": ["2023", "2024"]}}
    sex = {"label": "Sex", "category": {"label": {"T": "Total"}, **category}}
    return json.dumps(
        {
            "version": "2.0",
            "class": "dataset",
            "label": "Wells",
            "id": ["region", "year", "sex"],
            "size": [2, 2, 1],
            "dimension": {"region": region, "year": year, "sex": sex},
            "value": values,
        }
    )


def of_pyjstat(text):
    return len(pyjstat.Dataset.read(text).write("dataframe"))


def of_jsonstat(text):
    read = jsonstat.JsonStatDataSet()
    read.from_string(text)
    return len(read.to_table()) - 1  # the first row has the names


def outcome(read, text):
    try:
        return f"{read(text)} rows"
    except KeyError:
        return "KeyError"


FORMS = {
    "plain": dataset([1, 2, 3, 4], index=["T"]),
    "one category without index": dataset([1, 2, 3, 4]),
    "sparse values": dataset({"0": 1, "3": 4}, index=["T"]),
}
found = [(outcome(of_pyjstat, text), outcome(of_jsonstat, text)) for text in FORMS.values()]
for form, (one, other) in zip(FORMS, found):
    print(f"{form}: pyjstat {one}, jsonstat.py {other}")
raise SystemExit(found != [("4 rows", "4 rows"), ("KeyError", "4 rows"), ("4 rows", "KeyError")])
PYTHON
