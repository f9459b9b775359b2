"""The same pipeline in straightforward numpy, float64: prints its times and check sums as JSON."""
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


def pipeline(table):
    share = table / table.sum(axis=1, keepdims=True)
    quotient = share / (table.sum(axis=0) / table.sum())
    held = (quotient >= 1).astype(float)
    diversity, ubiquity = held.sum(axis=1), held.sum(axis=0)
    proximity = (held.T @ held) / np.maximum(ubiquity[:, None], ubiquity[None, :])
    np.fill_diagonal(proximity, 0)
    total = proximity.sum(axis=0)
    density = (held @ proximity) / total
    by_region, by_activity = held / diversity[:, None], held / ubiquity[None, :]
    if held.shape[0] <= held.shape[1]:
        root = np.sqrt(diversity)
        _, vectors = np.linalg.eigh((held / root[:, None]) @ (by_activity / root[:, None]).T)
        pci = by_activity.T @ (vectors[:, -2] / root)
    else:
        root = np.sqrt(ubiquity)
        _, vectors = np.linalg.eigh((held / root).T @ (by_region / root))
        pci = vectors[:, -2] / root
    eci = by_region @ pci
    sign = np.sign(np.corrcoef(diversity, eci)[0, 1])
    mean, deviation = (sign * eci).mean(), eci.std()
    eci, pci = (sign * eci - mean) / deviation, (sign * pci - mean) / deviation
    index = (density * (1 - held) * pci).sum(axis=1)
    gain = ((1 - held) * (pci / total)) @ proximity - density * pci
    return {"density": density, "eci": eci, "pci": pci, "index": index, "gain": gain}


def check_sums(result):
    return {name: [float(np.abs(values).sum()), float(values.ravel()[values.size // 3])] for name, values in result.items()}


regions, activities, rounds = map(int, sys.argv[1:4])
table = seeded_table(regions, activities)
times = []
for _ in range(rounds):
    start = time.perf_counter()
    result = pipeline(table)
    times.append((time.perf_counter() - start) * 1000)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"times": times, "peakMegabytes": peak, "checkSums": check_sums(result)}))
