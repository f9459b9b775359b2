"""Golden values for the measures of structure and change: numpy on examples/. Run: python3 golden/structure.py > golden/structure.json"""
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
share = table / table.sum(1, keepdims=True)
whole = table.sum(0) / table.sum()
quotient = share / whole


def entropy(p):
    return -(p * np.log2(np.where(p > 0, p, 1))).sum(1)


def grouped(digits):
    names = sorted({label[:digits] for label in labels})
    return np.stack([share[:, [label[:digits] == name for label in labels]].sum(1) for name in names], axis=1)


def lorenz(values, weights):
    order = np.argsort(np.where(values == 0, 0, values / weights), kind="stable")
    x = np.concatenate([[0], np.cumsum(weights[order]) / weights.sum()])
    y = np.concatenate([[0], np.cumsum(values[order]) / values.sum()])
    return 1 - ((x[1:] - x[:-1]) * (y[1:] + y[:-1])).sum()


regions = table.sum(1)
rest = (table.sum(0)[None, :] - table) / (table.sum() - regions)[:, None]
output = np.linspace(200, 420, len(table))
prody = (quotient * output[:, None]).sum(0) / quotient.sum(0)
growth, by_activity = table.sum() / before.sum(), table.sum(0) / before.sum(0)
national, mix = before * (growth - 1), before * (by_activity - growth)
held, held_before = (quotient >= 1), ((before / before.sum(1, keepdims=True)) / (before.sum(0) / before.sum())) >= 1
ubiquity = held.sum(0)
proximity = (held.T.astype(float) @ held) / np.maximum(ubiquity[:, None], ubiquity[None, :])
np.fill_diagonal(proximity, 0)
added = ((held & ~held[0])[5].astype(float) @ proximity) / proximity.sum(0)
density = (held @ proximity) / proximity.sum(0)
together = ((held[0] | held[5]).astype(float) @ proximity) / proximity.sum(0)
assert np.allclose(added, together - density[0])
p, q = share[0], share[9]
middle = (p + q) / 2
divergence = (np.where(p > 0, p * np.log2(np.where(p > 0, p, 1) / middle), 0) + np.where(q > 0, q * np.log2(np.where(q > 0, q, 1) / middle), 0)).sum() / 2
logs = np.log(quotient + 0.1)
pick = [0, 10, 50, 100, 148]
golden = {
    "entropy": entropy(share).tolist(),
    "unrelated": entropy(grouped(1)).tolist(),
    "middle": (entropy(grouped(2)) - entropy(grouped(1))).tolist(),
    "herfindahl": (share**2).sum(1).tolist(),
    "krugman": np.abs(share - whole).sum(1).tolist(),
    "krugmanOthers": np.abs(share - rest).sum(1).tolist(),
    "averageQuotient": (quotient * share).sum(1).tolist(),
    "gini": [lorenz(table[:, a], np.ones(21)) for a in pick],
    "hoover": [np.abs(table[:, a] / table[:, a].sum() - regions / regions.sum()).sum() / 2 for a in pick],
    "hooverGini": [lorenz(table[:, a], regions) for a in pick],
    "prody": prody[pick].tolist(),
    "expy": (share * prody).sum(1).tolist(),
    "national": national.sum(1).tolist(),
    "mix": mix.sum(1).tolist(),
    "shift": (table - before - national - mix).sum(1).tolist(),
    "entryRate": [float((held[r] & ~held_before[r]).sum() / (~held_before[r]).sum()) for r in range(21)],
    "exitRate": [float((~held[r] & held_before[r]).sum() / held_before[r].sum()) for r in range(21)],
    "linkage": float(added[~held[0]].mean()),
    "manhattan": float(np.abs(p - q).sum()),
    "cosine": float(1 - p @ q / np.sqrt(p @ p * (q @ q))),
    "hellinger": float(np.sqrt(((np.sqrt(p) - np.sqrt(q)) ** 2).sum() / 2)),
    "jensenShannon": float(np.sqrt(divergence)),
    "overlap": float(np.minimum(p, q).sum()),
    "logQuotients": float(np.corrcoef(logs)[0, 9]),
}
print(json.dumps(golden, indent=1))
