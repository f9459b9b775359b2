import { analyse } from '../../packages/relatedness/src/measures/analysis.ts'
import { proximity } from '../../packages/relatedness/src/measures/proximity.ts'
import type { Table } from '../../packages/relatedness/src/measures/table.ts'

/** How long a run took, in milliseconds, and numbers to compare its answers by: the sum of sizes and one cell. */
export interface PipelineRun {
  totalMs: number
  checkSums: Record<string, [number, number]>
}

/** Table → LQ → specialisation → (proximity →) density → ECI/PCI → outlook, once. */
export function runPipeline(table: Table, { withProximity }: { withProximity: boolean }): PipelineRun {
  const start = performance.now()
  const { presence, density, complexity, outlook } = analyse(table)
  if (withProximity) proximity(presence, { diagonal: 'zero' })
  const totalMs = performance.now() - start
  const results = { density, eci: complexity.eci, pci: complexity.pci, index: outlook.index, gain: outlook.gain }
  return { totalMs, checkSums: Object.fromEntries(Object.entries(results).map(([name, { values }]) => [name, checkSum(values)])) }
}

function checkSum(values: Float64Array): [number, number] {
  return [values.reduce((sum, value) => sum + Math.abs(value), 0), values[Math.floor(values.length / 3)]!]
}
