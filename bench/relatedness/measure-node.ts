// One run of the pipeline for each line that it reads: milliseconds, peak memory and check sums as JSON.
import { createInterface } from 'node:readline'
import { useKernel } from '../../packages/relatedness/src/kernel/kernel.ts'
import { checkSums, runInParallel, runPipeline } from './pipeline.ts'
import { seededTable } from './seeded-table.ts'

const [regions, activities] = process.argv.slice(2, 4).map(Number) as [number, number]
const options = new Set(process.argv.slice(4))
if (options.has('typescript')) useKernel('typescript')
const table = seededTable(regions, activities)
console.log(JSON.stringify({ ready: true }))
for await (const _ of createInterface(process.stdin)) {
  const [before, start] = [process.cpuUsage(), performance.now()]
  const answers = options.has('workers')
    ? await runInParallel(table)
    : runPipeline(table, { withProximity: options.has('proximity') })
  const [ms, { user, system }] = [performance.now() - start, process.cpuUsage(before)]
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakMegabytes, checkSums: checkSums(answers) }))
}
