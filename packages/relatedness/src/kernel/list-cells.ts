import { kernel } from './kernel.ts'
import { layOut, takeWords } from './memory-layout.ts'
import type { PresenceLists } from './nearness-requests.ts'

/** Which cells of a table of bytes are 1, by row and by column. */
export function listCells({ values, rows, width }: { values: Uint8Array; rows: number; width: number }): PresenceLists {
  const use = kernel()
  const at = layOut(use, {
    presence: values.length,
    counts: (width + 1) * 4,
    starts: (rows + 1) * 4,
    items: values.length * 4,
  })
  const { loops, memory } = use
  memory.bytes.set(values, at.presence)
  memory.words.fill(0, at.counts / 4, at.counts / 4 + width + 1)
  let cells = 0
  for (let row = 0; row < rows; row++) {
    memory.words[at.starts / 4 + row] = cells
    cells += loops.listRow(at.presence + row * width, width, at.counts + 4, at.items + cells * 4)
  }
  memory.words[at.starts / 4 + rows] = cells
  const regionStarts = takeWords(use, at.starts, rows + 1)
  const activityOf = takeWords(use, at.items, cells)
  const activityStarts = takeWords(use, at.counts, width + 1)
  for (let column = 0; column < width; column++) activityStarts[column + 1]! += activityStarts[column]!
  return { regionCount: rows, activityCount: width, regionStarts, activityOf, activityStarts, regionOf: turn() }

  function turn(): Uint32Array {
    memory.words.set(activityStarts, at.counts / 4)
    // The turned lists take the place of the presence, which has been read, where they find room; else they lie behind.
    use.reserve(at.items + 2 * cells * 4)
    const turned = at.items + cells * 4
    loops.turnLists(at.starts, at.items, rows, at.counts, turned)
    return takeWords(use, turned, cells)
  }
}
