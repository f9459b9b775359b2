"""Values by the conventions of four packages: numpy and scipy on examples/occupations-by-county-2017.csv, from the formulas that
py-ecomplexity (d22c0f7), economiccomplexity 2.0, EconGeo 2.0 and Datawheel's economic-complexity publish, written here by
ourselves. Run: python3 golden/peers.py > golden/peers.json"""
import csv
import json
import pathlib

import numpy as np
from scipy import stats

folder = pathlib.Path(__file__).parent.parent
rows = list(csv.reader(open(folder / "examples/occupations-by-county-2017.csv", encoding="utf-8")))
table = np.array([[float(cell or 0) for cell in row[1:]] for row in rows[1:]])
cells = [(0, 0), (3, 40), (8, 77), (13, 120), (20, 148)]
pairs = [(0, 1), (12, 90), (40, 41), (100, 148), (77, 5), (7, 7)]

quotient = (table / table.sum(1, keepdims=True)) / (table.sum(0) / table.sum())
M = (quotient >= 1).astype(float)
k_c, k_p = M.sum(1), M.sum(0)
by_region, by_activity = M / k_c[:, None], M / k_p[None, :]


def second(matrix):
    values, vectors = np.linalg.eig(matrix)
    return vectors[:, values.real.argsort()[-2]].real


def standard(values, ddof):
    return (values - values.mean()) / values.std(ddof=ddof)


def turned(values, by, sign=1):
    return values if sign * by(values) > 0 else -values


def reflected(steps):
    regions, activities = [k_c], [k_p]
    for _ in range(steps):
        regions, activities = regions + [M @ activities[-1] / k_c], activities + [M.T @ regions[-1] / k_p]
    return regions, activities


with_own = np.minimum(M.T @ M / k_p[None, :], (M.T @ M / k_p[None, :]).T)
without_own = with_own - np.diag(np.diag(with_own))


def gain_truncated(pci, near):
    return (1 - M) * ((1 - M) @ (near * (pci / near.sum(1))[:, None]))


# py-ecomplexity: own diagonal in density and outlook; the outlook is made of PCI before it is centred, and then standardised.
kp = second(by_activity.T @ by_region)
kc = by_region @ kp
sign = np.sign(np.corrcoef(k_c, kc)[0, 1])
kp, kc = sign * kp, sign * kc
py_density = M @ (with_own.T / with_own.sum(1)[None, :])
py_coi = (py_density * (1 - M) * kp).sum(1)
py = {
    "proximity": with_own,
    "density": py_density,
    "eci": standard(kc, 0),
    "pci": (kp - kc.mean()) / kc.std(),
    "index": standard(py_coi, 0),
    "gain": gain_truncated(kp, with_own) / kc.std(),
}

# economiccomplexity, method eigenvalues: each index by its own mean and deviation, signs by its method of reflections.
regions, activities = reflected(20)
r_eci = standard(second(by_region @ by_activity.T), 1)
r_pci = standard(second(by_activity.T @ by_region), 1)
r_eci = turned(r_eci, lambda values: np.corrcoef(values, regions[18])[0, 1])
r_pci = turned(r_pci, lambda values: np.corrcoef(values, activities[19])[0, 1])
r_density = 1 - (1 - M) @ (with_own / with_own.sum(1)[:, None]).T
ec = {
    "proximity": with_own,
    "density": r_density,
    "eci": r_eci,
    "pci": r_pci,
    "index": ((r_density * (1 - M)) * r_pci).sum(1),
    "gain": gain_truncated(r_pci, with_own),
}

# EconGeo: probability index of co-occurrences without diagonal; percent; eigenvectors over their sums.
shared = M.T @ M
np.fill_diagonal(shared, 0)
S, T = shared.sum(0), shared.sum()
one, other = S[:, None], S[None, :]
probability = shared / ((one / T * (other / (T - one)) + other / T * (one / (T - other))) * T / 2)
np.fill_diagonal(probability, 0)
kci = second(by_region @ by_activity.T)
kci = turned(kci / kci.sum(), lambda values: np.corrcoef(values, regions[20])[0, 1])
tci = second(by_activity.T @ by_region)
tci = turned(tci / tci.sum(), lambda values: stats.spearmanr(values, k_p).correlation, -1)
rounded = second(np.round(by_region @ by_activity.T, 4))
rounded = turned(rounded / rounded.sum(), lambda values: np.corrcoef(values, regions[20])[0, 1])
eg = {
    "proximity": probability,
    "density": 100 * (M @ probability) / probability.sum(0),
    "eci": kci,
    "pci": tci,
    "roundedEci": rounded,
}

# Datawheel: reflections; the gain divides by the nearness of the target.
dw_pci = standard(activities[19], 1)
dw_density = (M @ without_own) / without_own.sum(0)
dw = {
    "proximity": without_own,
    "density": dw_density,
    "eci": standard(regions[18], 1),
    "pci": dw_pci,
    "gain": ((1 - M) * dw_pci) @ (without_own / without_own.sum(0)[None, :]) - dw_density * dw_pci,
}


def picked(values):
    places = {"proximity": pairs, "density": cells, "gain": cells}
    return {name: [value[at] for at in places[name]] if name in places else value.tolist() for name, value in values.items()}


print(json.dumps({"py-ecomplexity": picked(py), "economiccomplexity": picked(ec), "econgeo": picked(eg), "datawheel": picked(dw)}, indent=1))
