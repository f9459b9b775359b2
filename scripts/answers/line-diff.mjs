// The difference between two texts, line by line.

/** More edits than this are shown as one replacement. */
const mostEdits = 500

/**
 * What differs between two lists of lines (Myers' greedy algorithm).
 * @returns blocks of `{ at, removed, added, before, after }`: `at` is the line in the first list, `before` and `after` are the lines
 *   next to the block
 */
export function diffLines(from, to) {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let end = 0
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end += 1
  const [a, b] = [from.slice(start, from.length - end), to.slice(start, to.length - end)]
  if (a.length === 0 && b.length === 0) return []
  return blocksOf(shortestEdits(a, b), { a, b }).map(({ aFrom, aTo, bFrom, bTo }) => ({
    at: start + aFrom,
    removed: a.slice(aFrom, aTo),
    added: b.slice(bFrom, bTo),
    before: from[start + aFrom - 1] ?? null,
    after: from[start + aTo] ?? null,
  }))
}

/** The pairs of lines that are kept, in order. */
function shortestEdits(a, b) {
  const furthest = new Map([[1, 0]])
  const trace = []
  for (let edits = 0; edits <= Math.min(a.length + b.length, mostEdits); edits += 1) {
    trace.push(new Map(furthest))
    for (let k = -edits; k <= edits; k += 2) {
      const isDown = k === -edits || (k !== edits && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))
      let x = isDown ? furthest.get(k + 1) : furthest.get(k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      furthest.set(k, x)
      if (x >= a.length && x - k >= b.length) return keptPairs(trace, { x, y: x - k })
    }
  }
  return []
}

function keptPairs(trace, end) {
  const pairs = []
  let { x, y } = end
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits]
    const k = x - y
    const isDown = k === -edits || (k !== edits && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))
    const previousX = edits === 0 ? 0 : furthest.get(isDown ? k + 1 : k - 1)
    const previousY = edits === 0 ? 0 : previousX - (isDown ? k + 1 : k - 1)
    while (x > previousX && y > previousY) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    ;[x, y] = [previousX, previousY]
  }
  return pairs.reverse()
}

function blocksOf(pairs, { a, b }) {
  const blocks = []
  let [x, y] = [0, 0]
  for (const [nextX, nextY] of [...pairs, [a.length, b.length]]) {
    if (nextX > x || nextY > y) blocks.push({ aFrom: x, aTo: nextX, bFrom: y, bTo: nextY })
    ;[x, y] = [nextX + 1, nextY + 1]
  }
  return blocks
}
