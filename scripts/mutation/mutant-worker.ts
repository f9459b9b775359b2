import { configureGlobal } from 'fast-check'
import { mostExamples, openMutantModules } from './mutant-modules.ts'
import { isAskedFor, mutateRooms } from './rooms.ts'
import { mutation } from './switch.ts'
import type { Collected } from './test-api.ts'

/** A test that reaches a mutant, by its file and its place in it. */
export interface ReachingTest {
  file: string
  index: number
  name: string
  /** Processor time. */
  durationMs: number
  reached: number[]
}

export type Order =
  | { kind: 'baseline'; testFiles: string[] }
  | { kind: 'mutant'; id: number; tests: { file: string; indexes: number[] }[] }
export type Answer =
  | { kind: 'ready' }
  | { kind: 'baseline'; tests: ReachingTest[]; failures: string[] }
  | { kind: 'mutant'; id: number; killedBy: string | null }

// The seed is fixed, so that a fault is noticed in every run; property tests do not search for a smallest example.
configureGlobal({ seed: 17, endOnFailure: true, numRuns: mostExamples })

const askedFor = process.argv.slice(2)
const modules = await openMutantModules(mutateRooms().filter(({ file }) => isAskedFor(file, askedFor)))
const { collect } = (await modules.load('scripts/mutation/test-api.ts')) as { collect: typeof import('./test-api.ts').collect }
const collectFile = (file: string): Promise<Collected> => collect(() => modules.load(file))

/** Tests that take more processor time than this are left out: tests beside the code must be quick. */
const longestTestMs = 1500

/** Runs every test with no mutant on, and records the mutants that each reaches. */
async function baseline(testFiles: readonly string[]): Promise<Answer> {
  const tests: ReachingTest[] = []
  const failures: string[] = []
  for (const file of testFiles) {
    const first = await runFile(file)
    failures.push(...first.failures)
    const isSlow = first.tests.some(({ durationMs }) => durationMs > longestTestMs)
    // The first run includes what is read only once, such as a dictionary.
    const again = isSlow ? (await runFile(file)).tests : first.tests
    tests.push(...again.filter(({ durationMs }) => durationMs <= longestTestMs))
  }
  return { kind: 'baseline', tests, failures }
}

/** Mutants that importing the file reaches count as reached by all its tests. */
async function runFile(file: string): Promise<{ tests: ReachingTest[]; failures: string[] }> {
  const tests: ReachingTest[] = []
  const failures: string[] = []
  modules.forget()
  mutation.reached = new Set()
  const run = await collectFile(file)
  const byImport = [...mutation.reached]
  mutation.reached = new Set()
  await run({
    chosen: null,
    report: ({ name, index, error, durationMs }) => {
      if (error) failures.push(`${file}${name}: ${String(error)}`)
      tests.push({ file, index, name, durationMs, reached: [...new Set([...byImport, ...mutation.reached!])] })
      mutation.reached = new Set()
      return true
    },
  })
  mutation.reached = null
  return { tests, failures }
}

async function tryMutant(id: number, tests: readonly { file: string; indexes: number[] }[]): Promise<Answer> {
  let killedBy: string | null = null
  for (const { file, indexes } of tests) {
    modules.forget()
    mutation.active = id
    mutation.turns = 0
    try {
      const run = await collectFile(file)
      await run({
        chosen: new Set(indexes),
        report: ({ name, error }) => {
          if (error) killedBy = `${file}${name}`
          return error === null
        },
      })
    } catch {
      killedBy = `${file} could not be loaded`
    }
    mutation.active = -1
    if (killedBy) break
  }
  return { kind: 'mutant', id, killedBy }
}

process.on('message', (order: Order) => {
  const answered = order.kind === 'baseline' ? baseline(order.testFiles) : tryMutant(order.id, order.tests)
  void answered
    .catch((error: unknown): Answer => ({ kind: 'baseline', tests: [], failures: [String((error as Error).stack)] }))
    .then((answer) => process.send!(answer))
})
// A mutant may leave a rejected promise that nothing awaits.
process.on('disconnect', () => process.exit())
process.on('unhandledRejection', () => {})
process.send!({ kind: 'ready' } satisfies Answer)
