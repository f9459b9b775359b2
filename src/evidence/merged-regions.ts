import type { Table } from '../../packages/relatedness/src/relatedness.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { ActivityPanel } from './activity-panel.ts'

const mergedPanels = deriveEach('panels with merged regions', (_panel: ActivityPanel) => new Map<string, ActivityPanel>())
/** There are few joint areas; this bounds what a registry with many may keep. */
const mostMerged = 40

/** The code of the one row that stands for several regions. */
export const mergedCode = (regionCodes: readonly string[]): string => regionCodes.toSorted().join('+')

/**
 * The panel with several regions as one row, their sum, in place of their own rows, so that the nation is the same. A sum with a missing part is
 * missing. Null when the panel lacks one of them.
 */
export function mergedRegions(panel: ActivityPanel, regionCodes: readonly string[]): ActivityPanel | null {
  const code = mergedCode(regionCodes)
  const kept = mergedPanels(panel)
  const known = kept.get(code)
  if (known) return known
  const rows = [...new Set(regionCodes)].map((one) => panel.regionCodes.indexOf(one))
  if (rows.length === 0 || rows.includes(-1)) return null
  const others = panel.regionCodes.flatMap((one, row) => (rows.includes(row) ? [] : [{ one, row }]))
  const regions = [...others.map(({ one }) => one), code]
  const merge = (table: Table): Table => {
    const width = table.activities.length
    const values = new Float64Array(regions.length * width)
    others.forEach(({ row }, at) => values.set(table.values.subarray(row * width, (row + 1) * width), at * width))
    for (let column = 0; column < width; column++)
      values[others.length * width + column] = rows.reduce((sum, row) => sum + table.values[row * width + column]!, 0)
    return { ...table, regions, values }
  }
  const merged = { ...panel, regionCodes: regions, tables: panel.tables.map(merge) }
  if (kept.size >= mostMerged) kept.clear()
  kept.set(code, merged)
  return merged
}
