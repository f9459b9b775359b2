import csv
import json
import sys

import numpy as np

YEARS = ["2014", "2015", "2016", "2017"]
COUNTIES = ["01", "06", "09", "14", "22", "25"]
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
counties = sorted({row["region"] for row in rows if row["region"][:2] in COUNTIES})
groups = sorted({row["occupation (SSYK 2012)"][0] for row in rows})
tables = np.zeros((len(YEARS), len(counties), len(groups)))
for row in rows:
    if row["region"] in counties:
        place = counties.index(row["region"]), groups.index(row["occupation (SSYK 2012)"][0])
        for at, year in enumerate(YEARS):
            tables[(at, *place)] += float(row[year])


def parts(start, end):
    growth = end.sum() / start.sum() - 1
    by_activity = end.sum(0) / start.sum(0) - 1
    by_cell = end / start - 1
    homothetic = np.outer(start.sum(1), start.sum(0)) / start.sum()
    return {
        "national": start * growth,
        "industryMix": start * (by_activity - growth),
        "regionalShift": start * (by_cell - by_activity),
        "competitive": homothetic * (by_cell - by_activity),
        "allocation": (start - homothetic) * (by_cell - by_activity),
    }


def summed(steps):
    return {name: sum(step[name] for step in steps) for name in steps[0]}


def written(result):
    return {name: {"cells": cells.ravel().tolist(), "byRegion": cells.sum(1).tolist()} for name, cells in result.items()}


print(
    json.dumps(
        {
            "years": YEARS,
            "regions": counties,
            "activities": groups,
            "tables": tables.astype(int).tolist(),
            "classic": written(parts(tables[0], tables[-1])),
            "dynamic": written(summed([parts(one, other) for one, other in zip(tables, tables[1:])])),
        }
    )
)
