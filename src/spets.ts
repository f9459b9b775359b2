import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread, workerData } from 'node:worker_threads'
import { checkAndReport } from './cli/check-apart.ts'
import { runProgram } from './cli/main.ts'

// What Node has compiled is kept beside the program, so that the second start is quicker. Where that cannot be written, nothing is lost.
enableCompileCache(fileURLToPath(new URL('../compiled', import.meta.url)))

// A reader may close the pipe early (`spets help | head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** What a thread of this program does, by the task that it is started with. */
const threadTasks: Record<string, () => Promise<void>> = {
  'check registry': checkAndReport,
  'match companies': async () => (await import('./matching/register/match-worker.ts')).answerJobs(),
  table: async () => (await import('./sources/tables/table-worker.ts')).readTableAndReport(),
  statistics: async () => (await import('./sources/cubes/statistics-worker.ts')).readStatisticsAndReport(),
  deck: async () => (await import('./sources/deck/deck-worker.ts')).readDeckAndReport(),
}

if (isMainThread)
  process.exitCode = await runProgram(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(`${text}\n`),
    stderr: (text) => process.stderr.write(`${text}\n`),
    output: process.stdout,
    workerEntry: new URL(import.meta.url),
    startSite: async (options) => (await import('./web/main.ts')).startServer(options),
    startWaiting: async (place) => (await import('./web/http/waiting-server.ts')).startWaitingServer(place),
    hitPathsFor: async (asked) => (await import('./web/hit-paths.ts')).hitPathsFor(asked),
    mapOutlines: async () => (await import('./web/charts/sweden-geometry.ts')).countyPaths,
    env: process.env,
    clock: () => new Date(),
    isTty: process.stdout.isTTY ?? false,
    ...(process.stderr.isTTY ? { progress: (text) => process.stderr.write(`\r\u001b[K${text}`) } : {}),
  })
else await threadTasks[(workerData as { task: string }).task]!()
