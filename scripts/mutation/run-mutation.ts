import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Mutant } from './instrument.ts'
import type { Answer, Order, ReachingTest } from './mutant-worker.ts'
import { reportOf, printReport } from './mutation-report.ts'
import type { Outcome } from './mutation-report.ts'
import { isAskedFor, leastShare, mutateRooms, root, testsBeside } from './rooms.ts'

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, workers: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) {
  console.log('npm run mutation -- [file or folder …] [--json path] [--workers number]')
  process.exit(0)
}

const workerCount = Number(values.workers ?? Math.min(availableParallelism(), 4))
const started = performance.now()
const outcomes: Outcome[] = []

/** A process that tries one mutant at a time. When a mutant takes too long, the process is killed and another is started. */
class MutantWorker {
  #child: ChildProcess | null = null

  async ask(order: Order, limitMs: number): Promise<Answer | null> {
    const child = (this.#child ??= await this.#start())
    const answer = await new Promise<Answer | null>((resolve) => {
      const limit = setTimeout(finish, limitMs, null)
      function finish(value: Answer | null) {
        clearTimeout(limit)
        child.off('message', finish).off('exit', ended)
        resolve(value)
      }
      const ended = () => finish(null)
      child.on('message', finish).on('exit', ended)
      child.send(order)
    })
    if (!answer) this.stop()
    return answer
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(join(root, 'scripts/mutation/mutant-worker.ts'), paths, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    await once(child, 'message')
    return child
  }

  stop() {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}

const files = mutateRooms().filter(({ file, mutants }) => isAskedFor(file, paths) && mutants.length > 0)
if (files.length === 0) {
  console.error(`No file of the rooms is called ${paths.join(' or ')}.`)
  process.exit(2)
}
const workers = Array.from({ length: workerCount }, () => new MutantWorker())
process.on('SIGINT', () => {
  // A run of a whole room takes long: what has been tried so far is worth reading.
  printReport(outcomes, reportOf(outcomes), performance.now() - started)
  process.exit(130)
})
process.on('exit', () => workers.forEach((worker) => worker.stop()))

const testFiles = [...new Set(files.flatMap(({ file }) => testsBeside(file)))]
const first = await workers[0]!.ask({ kind: 'baseline', testFiles }, 900_000)
if (first?.kind !== 'baseline') throw new Error('The tests could not be run without mutants.')
if (first.failures.length > 0) {
  console.error(`Without any mutant these tests fail already:\n${first.failures.join('\n')}`)
  process.exit(1)
}
console.error(`${first.tests.length} tests, ${files.reduce((sum, { mutants }) => sum + mutants.length, 0)} mutants`)

const testsByMutant = new Map<number, ReachingTest[]>()
for (const test of first.tests) for (const id of test.reached) testsByMutant.set(id, [...(testsByMutant.get(id) ?? []), test])

const queue = files.flatMap((one) => one.mutants.map((mutant) => ({ ...one, mutant })))
await Promise.all(workers.map(workThrough))
workers.forEach((worker) => worker.stop())

const report = reportOf(outcomes)
printReport(outcomes, report, performance.now() - started)
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
process.exit(Object.values(report).some(({ share }) => share < leastShare) ? 1 : 0)

async function workThrough(worker: MutantWorker): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { room, mutant, file } = next
    outcomes.push({ room, mutant, ...(await tryOne(worker, { file, mutant })) })
    if (outcomes.length % 100 === 0) console.error(`${outcomes.length} tried`)
  }
}

async function tryOne(
  worker: MutantWorker,
  { file, mutant }: { file: string; mutant: Mutant },
): Promise<Pick<Outcome, 'fate' | 'killedBy'>> {
  const beside = new Set(testsBeside(file))
  const tests = (testsByMutant.get(mutant.id) ?? []).filter((test) => beside.has(test.file))
  if (tests.length === 0) return { fate: 'unreached', killedBy: null }
  const groups = [...Map.groupBy(tests, (test) => test.file)]
    .map(([testFile, ofFile]) => ({ file: testFile, indexes: ofFile.map(({ index }) => index), ms: sumOf(ofFile) }))
    .sort((a, b) => a.ms - b.ms)
  const order: Order = { kind: 'mutant', id: mutant.id, tests: groups }
  const limitMs = Math.ceil(20_000 + 20 * sumOf(tests))
  // On a busy machine a mutant may only be slow, and a new process has to load everything first.
  const answer = (await worker.ask(order, limitMs)) ?? (await worker.ask(order, 6 * limitMs))
  if (answer?.kind !== 'mutant') return { fate: 'endless', killedBy: null }
  return { fate: answer.killedBy ? 'killed' : 'survived', killedBy: answer.killedBy }
}

function sumOf(tests: readonly ReachingTest[]): number {
  return tests.reduce((sum, { durationMs }) => sum + durationMs, 0)
}
