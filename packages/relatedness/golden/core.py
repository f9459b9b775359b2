"""Golden values for the core measures: numpy on examples/occupations-by-county-2017.csv. Run: python3 golden/core.py > golden/core.json"""
import csv
import json
import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent.parent
rows = list(csv.reader(open(folder / "examples/occupations-by-county-2017.csv", encoding="utf-8")))
table = np.array([[float(cell or 0) for cell in row[1:]] for row in rows[1:]])
quotient = (table / table.sum(1, keepdims=True)) / (table.sum(0) / table.sum())
held = (quotient >= 1).astype(float)
diversity, ubiquity = held.sum(1), held.sum(0)
shared = held.T @ held
larger = np.maximum(ubiquity[:, None], ubiquity[None, :])
proximity = shared / larger
others = proximity - np.diag(np.diag(proximity))
continuous = (1 + np.corrcoef(quotient.T)) / 2
density = held @ others / others.sum(0)
own_density = held @ proximity / proximity.sum(0)

by_region, by_activity = held / diversity[:, None], held / ubiquity[None, :]
values, vectors = np.linalg.eig(by_region @ by_activity.T)
order = values.real.argsort()[::-1]
pci = by_activity.T @ vectors[:, order[1]].real
eci = by_region @ pci
if np.corrcoef(diversity, eci)[0, 1] < 0:
    pci, eci = -pci, -eci
py_eci, py_pci = (eci - eci.mean()) / eci.std(), (pci - eci.mean()) / eci.std()
r_eci, r_pci = (eci - eci.mean()) / eci.std(ddof=1), (pci - pci.mean()) / pci.std(ddof=1)

index = (density * (1 - held) * py_pci).sum(1)
first_part = (1 - held) @ (others * (py_pci / others.sum(1))[:, None])
atlas, truncated = first_part - density * py_pci, (1 - held) * first_part

fit, quality = np.ones(len(table)), np.ones(table.shape[1])
for _ in range(30):
    new_fit, new_quality = held @ quality, 1 / (held.T @ (1 / fit))
    fit, quality = new_fit / new_fit.mean(), new_quality / new_quality.mean()
regions, activities = [diversity], [ubiquity]
for _ in range(19):
    regions, activities = regions + [held @ activities[-1] / diversity], activities + [held.T @ regions[-1] / ubiquity]

alone = shared - np.diag(np.diag(shared))
totals, total = alone.sum(1), alone.sum()
one, other = totals[:, None], totals[None, :]
measures = {
    "association": (alone / total) / ((one / total) * (other / total)),
    "cosine": alone / np.sqrt(one * other),
    "jaccard": alone / (one + other - alone),
    "probability": alone / ((one / total * (other / (total - one)) + other / total * (one / (total - other))) * total / 2),
}

cells = [(0, 0), (3, 40), (8, 77), (13, 120), (20, 148)]
pairs = [(0, 1), (12, 90), (40, 41), (100, 148), (77, 5)]
golden = {
    "quotient": [quotient[cell] for cell in cells],
    "specialisations": held.sum(),
    "diversity": diversity.tolist(),
    "ubiquity": ubiquity.tolist(),
    "averageUbiquity": regions[1].tolist(),
    "proximity": [proximity[pair] for pair in pairs],
    "conditional": [(shared / ubiquity[:, None])[pair] for pair in pairs],
    "geometric": [(shared / np.sqrt(ubiquity[:, None] * ubiquity[None, :]))[pair] for pair in pairs],
    "continuous": [continuous[pair] for pair in pairs],
    "regionProximity": [(held @ held.T / np.maximum(diversity[:, None], diversity[None, :]))[pair] for pair in [(0, 1), (5, 20)]],
    **{name: [matrix[pair] for pair in pairs] for name, matrix in measures.items()},
    "density": [density[cell] for cell in cells],
    "ownDensity": [own_density[cell] for cell in cells],
    "continuousDensity": [(quotient @ (continuous - np.diag(np.diag(continuous))) / (continuous.sum(0) - 1))[cell] for cell in cells],
    "eigenvalue": values.real[order[1]],
    "nextEigenvalue": values.real[order[2]],
    "pyEci": py_eci.tolist(),
    "pyPci": py_pci.tolist(),
    "rEci": r_eci.tolist(),
    "rPci": r_pci.tolist(),
    "outlookIndex": index.tolist(),
    "atlasGain": [atlas[cell] for cell in cells],
    "truncatedGain": [truncated[cell] for cell in cells],
    "fitness30": fit.tolist(),
    "quality30": quality[:10].tolist(),
    "reflectionRegions18": regions[18].tolist(),
    "reflectionActivities19": activities[19][:10].tolist(),
}
print(json.dumps(golden, indent=1))
