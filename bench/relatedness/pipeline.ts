import { analyseInParallel } from '../../packages/relatedness/src/parallel/analyse-in-parallel.ts'
import { analyse, type Analysis } from '../../packages/relatedness/src/measures/analysis.ts'
import { proximity } from '../../packages/relatedness/src/measures/proximity.ts'
import type { Table } from '../../packages/relatedness/src/measures/table.ts'

type Answers = Record<string, { values: Float64Array }>

/** Table → LQ → specialisation → (proximity →) density → ECI/PCI → outlook, once. */
export function runPipeline(table: Table, { withProximity }: { withProximity: boolean }): Answers {
  const analysis = analyse(table)
  if (withProximity) proximity(analysis.presence, { diagonal: 'zero' })
  return answersOf(analysis)
}

/** The same with worker threads. */
export async function runInParallel(table: Table): Promise<Answers> {
  return answersOf(await analyseInParallel(table))
}

function answersOf({ density, complexity, outlook }: Analysis): Answers {
  return { density, eci: complexity.eci, pci: complexity.pci, index: outlook.index, gain: outlook.gain }
}

/** Numbers to compare answers by: of each the sum of sizes and one cell. */
export function checkSums(answers: Answers): Record<string, [number, number]> {
  return Object.fromEntries(Object.entries(answers).map(([name, { values }]) => [name, checkSum(values)]))
}

function checkSum(values: Float64Array): [number, number] {
  return [values.reduce((sum, value) => sum + Math.abs(value), 0), values[Math.floor(values.length / 3)]!]
}
