import csv
import json
import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent.parent


def read(year):
    rows = list(csv.reader(open(folder / f"examples/occupations-by-county-{year}.csv", encoding="utf-8")))
    return rows[0][1:], np.array([[float(cell or 0) for cell in row[1:]] for row in rows[1:]])


labels, table = read(2017)
_, before = read(2014)
size, width = table.shape
share = table / table.sum(1, keepdims=True)
holed = table.copy()
holed[np.arange(size), np.arange(size) * 7] = np.nan
known = ~np.isnan(holed)
total = np.nansum(holed, 0)


def pairwise_gini(values, weights):
    values, weights = values / values.sum(), weights / weights.sum()
    return float(np.abs(np.outer(values, weights) - np.outer(weights, values)).sum() / 2)


def beside(region, reference):
    here = known[region]
    own = holed[region, here] / holed[region, here].sum()
    whole = reference[here] / reference[here].sum()
    return own, whole


def levels(digits):
    names = sorted({label[:digits] for label in labels})
    return [[label[:digits] == name for label in labels] for name in names]


def within(wide, narrow):
    result = np.zeros(size)
    for group in wide:
        weight = share[:, group].sum(1)
        for part in narrow:
            inside = share[:, np.array(group) & np.array(part)].sum(1)
            positive = inside > 0
            result[positive] -= inside[positive] * np.log2(inside[positive] / weight[positive])
    return result


own = [[label == other for other in labels] for label in labels]
pick = [0, 10, 50, 100, 148]
people = before.sum(1)
golden = {
    "herfindahlNormalised": (((share**2).sum(1) - 1 / width) / (1 - 1 / width)).tolist(),
    "giniCorrected": [pairwise_gini(table[:, a], np.ones(size)) * size / (size - 1) for a in pick],
    "hooverEqual": [float(np.abs(table[:, a] / table[:, a].sum() - 1 / size).sum() / 2) for a in pick],
    "hooverSeries": [float(np.abs(table[:, a] / table[:, a].sum() - people / people.sum()).sum() / 2) for a in pick],
    "hooverGiniSeries": [pairwise_gini(table[:, a], people) for a in pick],
    "locationalGini": [pairwise_gini(table[:, a], table.sum(1)) / 2 for a in pick],
    "relatedAtOneDigit": within(levels(1), own).tolist(),
    "relatedAtTwoDigits": within(levels(2), own).tolist(),
    "holedKrugman": [float(np.abs(np.subtract(*beside(r, total))).sum()) for r in range(size)],
    "holedKrugmanOthers": [float(np.abs(np.subtract(*beside(r, total - np.nan_to_num(holed[r])))).sum()) for r in range(size)],
    "holedAverageQuotient": [float((lambda p, q: (p * p / q).sum())(*beside(r, total))) for r in range(size)],
}
print(json.dumps(golden))
