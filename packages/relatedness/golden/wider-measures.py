"""Golden values for measures of Datawheel, EconGeo and py-ecomplexity beyond the core: numpy on the two examples.
Run: python3 golden/wider-measures.py > golden/wider-measures.json"""
import csv
import json
import pathlib

import numpy as np
folder = pathlib.Path(__file__).parent.parent


def table_of(year):
    rows = list(csv.reader(open(folder / f"examples/occupations-by-county-{year}.csv", encoding="utf-8")))
    return np.array([[float(cell or 0) for cell in row[1:]] for row in rows[1:]])


before, table = table_of(2014), table_of(2017)
lq = lambda t: (t / t.sum(1, keepdims=True)) / (t.sum(0) / t.sum())
M, M0 = (lq(table) >= 1).astype(float), (lq(before) >= 1).astype(float)
k = M.sum(0)
near = M.T @ M / np.maximum(k[:, None], k[None, :])
np.fill_diagonal(near, 0)
density = M @ near / near.sum(0)
people = np.arange(1, 22) ** 2 * 1000.0
rpop = (table / people[:, None]) / (table.sum(0) / people.sum())
options = np.where(M == 0, density, np.nan)
relative = (density - np.nanmean(options, 1)[:, None]) / np.nanstd(options, 1, ddof=1)[:, None]

A, B = M[:, :60], M[:, 60:]
cross = A.T @ B / np.maximum(A.sum(0)[:, None], B.sum(0)[None, :])
cross_density = A @ cross / cross.sum(0)

shares = table / table.sum(1, keepdims=True)
attribute = np.linspace(0.2, 0.5, 21)
pgi = ((M * shares).T @ attribute) / (M * shares).sum(0)

shared = M.T @ M
alone = shared - np.diag(np.diag(shared))
ease = (alone > 0).sum(1) / k
modular = M.sum(1) / (M @ ease)
n = len(M)
mean = np.outer(k, k) / n
z = (shared - mean) / np.sqrt(mean * np.outer(1 - k / n, (n - k) / (n - 1)))
normalised = (table.sum(0) / table.sum()) / (k / k.sum())
cells = [(0, 0), (3, 40), (8, 77), (13, 120), (20, 148)]
pairs = [(0, 1), (12, 90), (40, 41), (100, 148), (77, 5)]
places = [(0, 0), (5, 30), (59, 88)]
print(json.dumps({
    "rpop": [rpop[at] for at in cells],
    "relative": [relative[at] for at in cells],
    "cross": [cross[at] for at in places],
    "crossDensity": [cross_density[at] for at in [(0, 0), (10, 40), (20, 88)]],
    "pgi": pgi.tolist(),
    "ease": ease.tolist(),
    "modular": modular.tolist(),
    "modularAverage": ((M.T @ modular) / k).tolist(),
    "z": [z[at] for at in pairs],
    "normalised": normalised.tolist(),
    "inverse": (np.log(table.sum(0)) / k).tolist(),
    "entries": int(((M0 == 0) & (M == 1)).sum()),
    "couldEnter": int((M0 == 0).sum()),
    "exits": int(((M0 == 1) & (M == 0)).sum()),
}, indent=1))
