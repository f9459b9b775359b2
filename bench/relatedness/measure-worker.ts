// The same in a browser's worker: answers every message with a list of times.
import { runPipeline } from './pipeline.ts'
import { seededTable } from './seeded-table.ts'

addEventListener('message', ({ data }: MessageEvent<{ regions: number; activities: number; rounds: number }>) => {
  const table = seededTable(data.regions, data.activities)
  const times = Array.from({ length: data.rounds }, () => {
    const start = performance.now()
    runPipeline(table, { withProximity: true })
    return performance.now() - start
  })
  postMessage(times)
})
