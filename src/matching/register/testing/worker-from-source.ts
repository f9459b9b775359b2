// What a worker runs under the tests: the same code as in the built program, from source, as Vite reads it.
import { runnerImport } from 'vite'

const { module } = await runnerImport<typeof import('../match-worker.ts')>('src/matching/register/match-worker.ts')
module.answerJobs()
