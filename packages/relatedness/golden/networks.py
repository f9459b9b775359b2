"""Golden values for networks: networkx and numpy on the proximity of examples/occupations-by-county-2017.csv.
Run: python3 golden/networks.py > golden/networks.json"""
import csv
import json
import pathlib

import networkx as nx
import numpy as np

folder = pathlib.Path(__file__).parent.parent
rows = list(csv.reader(open(folder / "examples/occupations-by-county-2017.csv", encoding="utf-8")))
table = np.array([[float(cell or 0) for cell in row[1:]] for row in rows[1:]])
quotient = (table / table.sum(1, keepdims=True)) / (table.sum(0) / table.sum())
held = (quotient >= 1).astype(float)
larger = np.maximum(held.sum(0)[:, None], held.sum(0)[None, :])
near = held.T @ held / larger
np.fill_diagonal(near, 0)

graph = nx.from_numpy_array(near)
tree = nx.maximum_spanning_tree(graph)
strength, degree = near.sum(1), (near > 0).sum(1)
with np.errstate(divide="ignore", invalid="ignore"):
    chance = (1 - near / strength[:, None]) ** (degree[:, None] - 1)
p = np.minimum(chance, chance.T)
kept = [(i, j) for i in range(len(near)) for j in range(i + 1, len(near)) if near[i, j] > 0 and p[i, j] < 0.2]
communities = nx.algorithms.community.louvain_communities(graph, seed=1)
print(json.dumps({
    "treeWeight": tree.size(weight="weight"),
    "treeEdges": tree.number_of_edges(),
    "disparityEdges": kept,
    "disparityP": [p[i, j] for i, j in kept],
    "modularity": nx.algorithms.community.modularity(graph, communities),
    "givenModularity": nx.algorithms.community.modularity(graph, [set(range(0, 50)), set(range(50, 149))]),
}, indent=1))
