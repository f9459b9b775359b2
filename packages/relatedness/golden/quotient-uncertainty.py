import csv
import json
import math
import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent.parent
rows = list(csv.reader(open(folder / "examples/occupations-by-county-2017.csv", encoding="utf-8")))
table = np.array([[float(cell or 0) for cell in row[1:]] for row in rows[1:]])
expected = table.sum(1, keepdims=True) * table.sum(0) / table.sum()


log_factorial = np.concatenate([[0], np.cumsum(np.log(np.arange(1, table.max() * 2 + 1000)))])


def at_most(count, mean):
    counts = np.arange(max(0, int(count - 12 * math.sqrt(count) - 50)), int(count) + 1)
    return np.exp(counts * math.log(mean) - mean - log_factorial[counts]).sum()


def solve(test, low, high):
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if test(middle) else (low, middle)
    return low


def interval(count, outside=0.025):
    reach = count + 20 * math.sqrt(count + 1) + 20
    upper = solve(lambda mean: at_most(count, mean) > outside, max(count, 1e-9), reach)
    lower = 0 if count == 0 else solve(lambda mean: 1 - at_most(count - 1, mean) < outside, max(1e-9, count - 6 * math.sqrt(count)), count)
    return lower, upper


found = {count: interval(count) for count in sorted(set(table.ravel()))}
lower = np.vectorize(lambda count: found[count][0])(table) / expected
upper = np.vectorize(lambda count: found[count][1])(table) / expected
cells = [(0, 0), (3, 40), (8, 77), (13, 120), (20, 148)]


def rounded(r, a, step):
    table_rounded = np.floor(table / step + 0.5) * step
    low, high = np.maximum(0, table_rounded - step / 2), table_rounded + step / 2

    def parts(ends):
        return ends[r].sum() - ends[r, a], ends[:, a].sum() - ends[r, a], ends.sum() - ends[r].sum() - ends[:, a].sum() + ends[r, a]

    (b0, c0, d0), (b1, c1, d1) = parts(low), parts(high)
    x = np.linspace(low[r, a], high[r, a], 100001)
    least = x * (x + b1 + c1 + d0) / ((x + b1) * (x + c1))
    most = x * (x + b0 + c0 + d1) / ((x + b0) * (x + c0))
    return least.min(), most.max()


print(json.dumps({
    "uncertain": int(((lower < 1) & (upper >= 1)).sum()),
    "small": int((table < 5).sum()),
    "counting": [[lower[cell], upper[cell]] for cell in cells],
    "rounding": [rounded(*cell, 100) for cell in cells],
}, indent=1))
