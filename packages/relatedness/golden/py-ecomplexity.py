"""Values by py-ecomplexity's own statements (d22c0f7) on examples/occupations-by-county-2017.csv: the package (`pip install
ecomplexity`), or where it cannot be installed its sources, with Debian's python3-pandas. The numbers kept here were made from sources:
PYTHONPATH=FOLDER/OF/py-ecomplexity python3 golden/py-ecomplexity.py > golden/py-ecomplexity.json"""
import contextlib
import csv
import json
import pathlib
import sys

import pandas as pd
from ecomplexity import ecomplexity

folder = pathlib.Path(__file__).parent.parent
header, *rows = csv.reader(open(folder / "examples/occupations-by-county-2017.csv", encoding="utf-8"))
# Labels by number, so that the package sorts them as the file has them.
records = [(2017, r, a, float(cell or 0)) for r, row in enumerate(rows) for a, cell in enumerate(row[1:])]
data = pd.DataFrame(records, columns=["year", "region", "activity", "value"])
with contextlib.redirect_stdout(sys.stderr):
    made = ecomplexity(data, {"time": "year", "loc": "region", "prod": "activity", "val": "value"})
made = made.set_index(["region", "activity"]).sort_index()
cells = [(0, 0), (3, 40), (8, 77), (13, 120), (20, 148)]
width = len(header) - 1
values = {
    "quotient": [made.loc[at, "rca"] for at in cells],
    "density": [made.loc[at, "density"] for at in cells],
    "eci": [made.loc[(region, 0), "eci"] for region in range(len(rows))],
    "pci": [made.loc[(0, activity), "pci"] for activity in range(width)],
    "index": [made.loc[(region, 0), "coi"] for region in range(len(rows))],
    "gain": [made.loc[at, "cog"] for at in cells],
}
print(json.dumps({name: [float(value) for value in list_] for name, list_ in values.items()}, indent=1))
