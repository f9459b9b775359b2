import json
from decimal import Decimal, getcontext

getcontext().prec = 80


def cumulative(count, mean):
    term = (-mean).exp()
    total = term
    for k in range(1, count):
        term = term * mean / k
        total += term
    return total


def upper_tail(shape, x):
    return cumulative(shape, x)


def lower_tail(shape, x):
    term = (-x).exp()
    for k in range(1, shape + 1):
        term = term * x / k
    total, k = term, shape
    while term > total * Decimal("1e-70"):
        k += 1
        term = term * x / k
        total += term
    return total


def quantile(shape, probability, tail):
    find = lower_tail if tail == "lower" else upper_tail
    low, high = Decimal("1e-120"), Decimal(shape) * 4 + 2000
    while high - low > low * Decimal("1e-25"):
        middle = (low * high).sqrt() if high > 2 * low else (low + high) / 2
        grows = find(shape, middle) < probability
        if grows == (tail == "lower"):
            low = middle
        else:
            high = middle
    return float(low)


cases = [
    (shape, float(probability), tail)
    for shape in [1, 2, 3, 5, 10, 30, 99, 100, 101, 250, 1000]
    for probability in [0.025, 0.005, 0.5, 1e-10]
    for tail in ["lower", "upper"]
] + [(1, 1e-100, "upper"), (4, 1e-100, "lower"), (300, 1e-100, "lower"), (300, 1e-100, "upper"), (5000, 0.025, "lower"), (5000, 0.025, "upper")]
tails = [(1, 0.5), (3, 2.5), (10, 30), (99, 70), (100, 71), (100, 129), (100, 131), (150, 150), (1000, 900), (1000, 1100), (3000, 3500)]
print(json.dumps({
    "quantiles": [[shape, p, tail, quantile(shape, Decimal(p), tail)] for shape, p, tail in cases],
    "tails": [[shape, x, float(lower_tail(shape, Decimal(x))), float(upper_tail(shape, Decimal(x)))] for shape, x in tails],
}))
