import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { checkAndReport, isCheckThread } from './cli/check-apart.ts'
import { runProgram } from './cli/main.ts'

// What Node has compiled is kept beside the program, so that the second start is quicker. Where that cannot be written, nothing is lost.
enableCompileCache(fileURLToPath(new URL('../compiled', import.meta.url)))

// A reader may close the pipe early (`spets help | head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// The workers that a command starts run this same program.
if (isMainThread)
  process.exitCode = await runProgram(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(`${text}\n`),
    stderr: (text) => process.stderr.write(`${text}\n`),
    output: process.stdout,
    workerEntry: new URL(import.meta.url),
    startSite: async (options) => (await import('./web/main.ts')).startServer(options),
    hitPathsFor: async (asked) => (await import('./web/hit-paths.ts')).hitPathsFor(asked),
    env: process.env,
    clock: () => new Date(),
    isTty: process.stdout.isTTY ?? false,
  })
else if (isCheckThread()) await checkAndReport()
else (await import('./matching/register/match-worker.ts')).answerJobs()
