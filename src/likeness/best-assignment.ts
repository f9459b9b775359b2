/**
 * The one-to-one pairing of rows with columns that gives the largest sum (the Hungarian method, by shortest
 * augmenting paths). Pairs worth 0 are left out. Deterministic; O(rows² × columns).
 * @param worth rows × columns, each 0 or more
 * @returns for each row its column, or null
 */
export function bestAssignment(worth: readonly (readonly number[])[]): (number | null)[] {
  const rows = worth.length
  const columns = Math.max(rows, worth[0]?.length ?? 0)
  const costAt = (row: number, column: number) => -(worth[row - 1]?.[column - 1] ?? 0)
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  /** The row paired with each column; 0 = none. Index 0 is the row that is being placed. */
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const cameFrom = new Int32Array(columns + 1)
    const slack = new Float64Array(columns + 1).fill(Infinity)
    const isUsed = new Uint8Array(columns + 1)
    rowOf[0] = row
    let column = 0
    while (rowOf[column] !== 0) {
      isUsed[column] = 1
      const at = rowOf[column]!
      let least = Infinity
      let next = 0
      for (let j = 1; j <= columns; j++) {
        if (isUsed[j]) continue
        const reduced = costAt(at, j) - rowPrice[at]! - columnPrice[j]!
        if (reduced < slack[j]!) {
          slack[j] = reduced
          cameFrom[j] = column
        }
        if (slack[j]! < least) {
          least = slack[j]!
          next = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (isUsed[j]) {
          rowPrice[rowOf[j]!]! += least
          columnPrice[j]! -= least
        } else slack[j]! -= least
      }
      column = next
    }
    for (; column !== 0; column = cameFrom[column]!) rowOf[column] = rowOf[cameFrom[column]!]!
  }
  const columnOf: (number | null)[] = worth.map(() => null)
  rowOf.forEach((row, column) => {
    if (column > 0 && row > 0 && (worth[row - 1]![column - 1] ?? 0) > 0) columnOf[row - 1] = column - 1
  })
  return columnOf
}
