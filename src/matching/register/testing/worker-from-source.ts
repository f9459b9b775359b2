// The worker's script in tests: the same code as in the built program, loaded from source by Vite.
import { runnerImport } from 'vite'

const { module } = await runnerImport<typeof import('../match-worker.ts')>('src/matching/register/match-worker.ts')
module.answerJobs()
