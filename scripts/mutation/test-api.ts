import { expect } from 'vitest'

export { expect }

/** A test as the mutation run sees it: a name and what to run, inside its groups. */
interface CollectedTest {
  kind: 'test'
  name: string
  run: () => unknown
}

interface Group {
  kind: 'group'
  name: string
  members: (Group | CollectedTest)[]
  beforeAll: (() => unknown)[]
  afterAll: (() => unknown)[]
  beforeEach: (() => unknown)[]
  afterEach: (() => unknown)[]
}

const newGroup = (name: string): Group => ({
  kind: 'group',
  name,
  members: [],
  beforeAll: [],
  afterAll: [],
  beforeEach: [],
  afterEach: [],
})

let current = newGroup('')

type Body = (...values: never[]) => unknown

function addTest(name: string, ...rest: unknown[]) {
  const run = rest.find((part) => typeof part === 'function') as () => unknown
  current.members.push({ kind: 'test', name, run })
}

function addGroup(name: string, ...rest: unknown[]) {
  const fill = rest.find((part) => typeof part === 'function') as () => void
  const [outer, inner] = [current, newGroup(name)]
  outer.members.push(inner)
  current = inner
  fill()
  current = outer
}

/** `test.each([[1, 2]])('name', (a, b) => …)`, and the same for groups. */
const eachOf = (add: typeof addTest) => (table: readonly unknown[]) => (name: string, run: Body) =>
  table.forEach((row, at) => {
    const values = (Array.isArray(row) ? row : [row]) as never[]
    add(`${name} #${at + 1}`, () => run(...values))
  })

const leftOut = () => undefined
const extras = (add: typeof addTest) => ({
  each: eachOf(add),
  skip: leftOut,
  todo: leftOut,
  skipIf: (isSkipped: unknown) => (isSkipped ? leftOut : add),
  runIf: (isRun: unknown) => (isRun ? add : leftOut),
  concurrent: add,
})

/** The replacement for `vitest` while mutants run: the part of it that the tests use, without a process for every run. */
export const test = Object.assign(addTest, extras(addTest))
export const it = test
export const describe = Object.assign(addGroup, extras(addGroup))
export const beforeAll = (run: () => unknown) => void current.beforeAll.push(run)
export const afterAll = (run: () => unknown) => void current.afterAll.push(run)
export const beforeEach = (run: () => unknown) => void current.beforeEach.push(run)
export const afterEach = (run: () => unknown) => void current.afterEach.push(run)

/** The result of one test. */
export interface TestRun {
  name: string
  index: number
  error: unknown
  /** Processor time, which other work on the machine does not lengthen. */
  durationMs: number
}

/** Runs what a file has declared, in its order. `report` returns whether to go on. */
export type Collected = (options: { chosen: ReadonlySet<number> | null; report: (run: TestRun) => boolean }) => Promise<void>

const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Gathers the tests that `load` declares. */
export async function collect(load: () => Promise<unknown>): Promise<Collected> {
  const root = (current = newGroup(''))
  await load()
  return async ({ chosen, report }) => {
    let index = 0
    let isGoingOn = true
    const count = (group: Group): number => group.members.reduce((sum, one) => sum + (one.kind === 'test' ? 1 : count(one)), 0)
    const runTest = async (one: CollectedTest, path: string, around: readonly Group[]) => {
      const started = process.cpuUsage()
      let error: unknown = null
      try {
        for (const group of around) for (const run of group.beforeEach) await run()
        await one.run()
        for (const group of around.toReversed()) for (const run of group.afterEach) await run()
      } catch (thrown) {
        error = thrown ?? new Error('Something empty was thrown.')
      }
      isGoingOn = report({ name: `${path} > ${one.name}`, index, error, durationMs: cpuMs(started) })
    }
    const runGroup = async (group: Group, path: string, outer: readonly Group[]): Promise<void> => {
      const last = index + count(group)
      const isChosen = chosen === null || Array.from({ length: last - index }, (_, at) => index + at).some((at) => chosen.has(at))
      if (!isChosen) return void (index = last)
      for (const run of group.beforeAll) await run()
      for (const member of group.members) {
        if (!isGoingOn) break
        if (member.kind === 'group') await runGroup(member, `${path} > ${member.name}`, [...outer, group])
        else {
          if (chosen === null || chosen.has(index)) await runTest(member, path, [...outer, group])
          index++
        }
      }
      for (const run of group.afterAll) await run()
    }
    await runGroup(root, '', [])
  }
}
