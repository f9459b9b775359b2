// Runs the pipeline so many rounds in a process of its own and prints times, peak memory and check sums as JSON.
import { useKernel } from '../../packages/relatedness/src/kernel/kernel.ts'
import { runPipeline } from './pipeline.ts'
import { seededTable } from './seeded-table.ts'

const [regions, activities, rounds] = process.argv.slice(2, 5).map(Number) as [number, number, number]
const options = new Set(process.argv.slice(5))
if (options.has('typescript')) useKernel('typescript')
const table = seededTable(regions, activities)
const runs = Array.from({ length: rounds }, () => runPipeline(table, { withProximity: options.has('proximity') }))
const { checkSums } = runs.at(-1)!
const peakMegabytes = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ times: runs.map(({ totalMs }) => totalMs), peakMegabytes, checkSums }))
