"""The same pipeline in straightforward numpy, float64: one run for each line it reads, its milliseconds and check sums as JSON."""
import json
import resource
import sys
import time

import numpy as np


def scramble(number):
    bits = number.astype(np.uint32)
    bits = (bits ^ (bits >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    bits = (bits ^ (bits >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return bits ^ (bits >> np.uint32(16))


def seeded_table(regions, activities):
    ability = (scramble(np.arange(1, regions + 1)) >> np.uint32(16)).astype(np.int64)[:, None]
    demand = (scramble(1_000_003 + np.arange(activities)) >> np.uint32(16)).astype(np.int64)[None, :]
    chance = np.minimum(60_000, 5_000 + np.maximum(0, ability - demand))
    draw = scramble(2_000_003 + np.arange(regions * activities)).reshape(regions, activities)
    value = 1 + (((draw >> np.uint32(16)).astype(np.int64) * (1 + (ability >> 10))) >> 10)
    filled = ((draw & np.uint32(0xFFFF)) < chance) | (np.arange(activities)[None, :] % regions == np.arange(regions)[:, None])
    return np.where(filled, value, 0).astype(float)


def leading_eigenvector(matrix, trivial):
    """Of what is orthogonal to the trivial vector: Lanczos, as far as the engine goes, and no full decomposition."""
    size = len(trivial)
    most = min(size - 1, 400)
    basis = np.empty((most + 2, size))
    basis[0] = trivial
    start = np.sin(1 + np.arange(size) * 12.9898)
    start -= trivial * (trivial @ start)
    basis[1] = start / np.linalg.norm(start)
    diagonal, beside = [], []
    for step in range(1, most + 1):
        following = matrix @ basis[step]
        diagonal.append(basis[step] @ following)
        known = basis[: step + 1]
        for _ in range(2):
            following -= known.T @ (known @ following)
        length = np.linalg.norm(following)
        if step % 8 == 0 or length < 1e-14 or step == most:
            values, vectors = np.linalg.eigh(np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1))
            gap = max(values[-1] - values[-2], 1e-3) if step > 1 else 1
            if abs(length * vectors[-1, -1]) < 1e-13 * gap or length < 1e-14 or step == most:
                return vectors[:, -1] @ basis[1 : step + 1]
        beside.append(length)
        basis[step + 1] = following / length


def complexity(held, diversity, ubiquity):
    by_region, by_activity = held / diversity[:, None], held / ubiquity[None, :]
    if held.shape[0] <= held.shape[1]:
        root = np.sqrt(diversity)
        matrix = (held / root[:, None]) @ (by_activity / root[:, None]).T
    else:
        root = np.sqrt(ubiquity)
        matrix = (held / root).T @ (by_region / root)
    near = leading_eigenvector(matrix, root / np.linalg.norm(root)) / root
    pci = by_activity.T @ near if held.shape[0] <= held.shape[1] else near
    eci = by_region @ pci
    sign = np.sign(np.corrcoef(diversity, eci)[0, 1])
    mean, deviation = (sign * eci).mean(), eci.std()
    return (sign * eci - mean) / deviation, (sign * pci - mean) / deviation


def pipeline(table):
    share = table / table.sum(axis=1, keepdims=True)
    quotient = share / (table.sum(axis=0) / table.sum())
    held = (quotient >= 1).astype(float)
    diversity, ubiquity = held.sum(axis=1), held.sum(axis=0)
    proximity = held.T @ held
    proximity /= np.maximum(ubiquity[:, None], ubiquity[None, :])
    np.fill_diagonal(proximity, 0)
    total = proximity.sum(axis=0)
    density = held @ proximity
    density /= total
    eci, pci = complexity(held, diversity, ubiquity)
    missing = 1 - held
    index = (density * missing) @ pci
    gain = (missing * (pci / total)) @ proximity
    gain -= density * pci
    return {"density": density, "eci": eci, "pci": pci, "index": index, "gain": gain}


def check_sums(result):
    return {name: [float(np.abs(values).sum()), float(values.ravel()[values.size // 3])] for name, values in result.items()}


table = seeded_table(*map(int, sys.argv[1:3]))
print(json.dumps({"ready": True}), flush=True)
for _ in sys.stdin:
    start, processor = time.perf_counter(), time.process_time()
    result = pipeline(table)
    ms, cpuMs = (time.perf_counter() - start) * 1000, (time.process_time() - processor) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"ms": ms, "cpuMs": cpuMs, "peakMegabytes": peak, "checkSums": check_sums(result)}), flush=True)
