import { availableParallelism } from 'node:os'
import { afterEach, describe, expect, test } from 'vitest'
import { type KernelName, useKernel } from '../kernel/kernel.ts'
import { analyse } from '../measures/analysis.ts'
import { toSparse } from '../measures/table.ts'
import { unevenTable } from '../testing/uneven-table.ts'
import { analyseInParallel } from './analyse-in-parallel.ts'
import type { StartedWorker } from './start-worker.ts'
import { workerCount } from './sum-in-workers.ts'

afterEach(() => void useKernel('webassembly'))

describe('workers give what analyse gives, to the last bit', () => {
  const cases = [
    { regions: 150, activities: 300, missing: 0, workers: 2 },
    { regions: 150, activities: 300, missing: 0.02, workers: 3 },
    { regions: 40, activities: 400, missing: 0.02, workers: 2 },
    { regions: 40, activities: 30, missing: 0, workers: 5 },
    { regions: 2, activities: 3, missing: 0, workers: 8 },
  ]
  test.each(cases)('$regions × $activities, a share of $missing missing, $workers workers', async (size) => {
    const table = unevenTable(size)
    expect(await analyseInParallel(table, { workers: size.workers })).toEqual(analyse(table))
  })

  test.each([{ formula: 'datawheel' as const }, { formula: 'truncated' as const, ownDiagonal: true }, { threshold: 0.5 }])(
    'with %j',
    async (options) => {
      const table = unevenTable({ regions: 60, activities: 90, missing: 0.01 })
      expect(await analyseInParallel(table, { ...options, workers: 2 })).toEqual(analyse(table, options))
    },
  )

  test('in both kernels', async () => {
    const table = unevenTable({ regions: 60, activities: 90, missing: 0.01 })
    const whole = analyse(table)
    for (const name of ['webassembly', 'typescript'] satisfies KernelName[]) {
      useKernel(name)
      expect(await analyseInParallel(table, { workers: 2 })).toEqual(whole)
    }
  })
})

test('a small table is analysed without workers', async () => {
  const table = unevenTable({ regions: 20, activities: 30, missing: 0 })
  const startWorker = () => {
    throw new Error('A worker was started.')
  }
  expect(await analyseInParallel(table, { startWorker })).toEqual(analyse(table))
  await expect(analyseInParallel(table, { startWorker, workers: 2 })).rejects.toThrow('A worker was started.')
})

test('how many workers share a table', () => {
  const table = (regions: number, cells: number) => ({
    regions: Array.from({ length: regions }, String),
    activities: [],
    values: new Float64Array(cells),
  })
  expect(workerCount(table(500, 4_999_999), undefined)).toBe(0)
  expect(workerCount(table(500, 5_000_000), undefined)).toBe(availableParallelism() > 1 ? Math.min(8, availableParallelism()) : 0)
  expect(workerCount(table(500, 4), 3)).toBe(3)
  expect(workerCount(table(2, 4), 3)).toBe(2)
  expect(workerCount(table(500, 5_000_000), 0)).toBe(0)
})

test('a worker that fails is reported, and all are stopped', async () => {
  const table = unevenTable({ regions: 20, activities: 30, missing: 0 })
  let stopped = 0
  const startWorker = () => {
    const target = new EventTarget()
    const fail = () => target.dispatchEvent(new MessageEvent('message', { data: { problem: 'no memory' } }))
    return Object.assign(target, { postMessage: fail, terminate: () => stopped++ }) as unknown as StartedWorker
  }
  await expect(analyseInParallel(table, { startWorker, workers: 2 })).rejects.toThrow('no memory')
  expect(stopped).toBe(2)
})

test('what it cannot take is refused', async () => {
  const table = unevenTable({ regions: 20, activities: 30, missing: 0 })
  await expect(analyseInParallel(table, { workers: -1 })).rejects.toThrow('workers is -1; it must be a whole number')
  await expect(analyseInParallel(table, { worker: 2 } as object)).rejects.toThrow('Did you mean workers?')
  await expect(analyseInParallel(toSparse(table) as never)).rejects.toThrow('every cell written out')
})
