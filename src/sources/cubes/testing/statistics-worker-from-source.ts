// What a thread runs under the tests: the same code as in the built program, from source, as Vite reads it.
import { runnerImport } from 'vite'

const { module } = await runnerImport<typeof import('../statistics-worker.ts')>('src/sources/cubes/statistics-worker.ts')
await module.readStatisticsAndReport()
