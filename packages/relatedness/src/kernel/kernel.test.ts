import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { coOccurrence } from '../measures/co-occurrence.ts'
import { analyse } from '../measures/analysis.ts'
import { beginAnalysis } from '../measures/analysis-steps.ts'
import { complexityOutlook } from '../measures/complexity-outlook.ts'
import { densityAndGain } from './density-and-gain.ts'
import { kernel, type KernelName, useKernel } from './kernel.ts'
import { orderByUbiquity, sumsBySweep, type SweepOrder, totalsBySweep } from './nearness-by-sweep.ts'
import { sumsByTables } from './nearness-by-tables.ts'
import type { PresenceLists, SumRequests, SumRows } from './nearness-requests.ts'
import { indexPresence } from '../measures/presence-index.ts'
import { proximity } from '../measures/proximity.ts'
import { relatednessDensity } from '../measures/relatedness-density.ts'
import type { Presence } from '../measures/specialisation.ts'
import type { Table } from '../measures/table.ts'
import { anyPresence } from '../testing/presences.ts'
import { unevenTable } from '../testing/uneven-table.ts'

afterEach(() => void useKernel('webassembly'))

test('this machine runs the WebAssembly kernel, so that the two can be compared', () => {
  expect(useKernel('webassembly')).toBe('webassembly')
  expect(useKernel('typescript')).toBe('typescript')
})

describe('both kernels give the same numbers', () => {
  const withKernel = <T>(name: KernelName, work: () => T): T => {
    useKernel(name)
    return work()
  }
  const same = (work: (presence: Presence) => Float64Array) =>
    fc.assert(
      fc.property(anyPresence({ missing: true }), (presence) => {
        expect(withKernel('webassembly', () => work(presence))).toEqual(withKernel('typescript', () => work(presence)))
      }),
    )
  const steps = (presence: Presence) => ({
    labels: presence.activities,
    values: Float64Array.from(presence.activities, (_, a) => Math.sin(a + 1)),
  })

  test('co-occurrences', () => same((presence) => coOccurrence(presence).values))
  test('proximity', () => same((presence) => proximity(presence).values))
  test('density', () => same((presence) => relatednessDensity(presence).values))
  test('outlook gain', () => same((presence) => complexityOutlook(presence, steps(presence)).gain.values))
})

describe('both kernels give the same numbers on tables of more than one chunk, strip and word', () => {
  const sizes = [
    { regions: 300, activities: 700, missing: 0 },
    { regions: 70, activities: 70, missing: 0.02 },
    { regions: 20, activities: 190, missing: 0.02 },
  ]
  const analysis = (name: KernelName, table: Table) => {
    useKernel(name)
    const { quotients, presence, density, complexity, outlook } = analyse(table)
    const near = proximity(presence).values
    return [quotients, presence, density, complexity.eci, complexity.pci, outlook.index, outlook.gain, { values: near }].map(
      ({ values }) => values,
    )
  }
  test.each(sizes)('$regions × $activities, a share of $missing missing', ({ regions, activities, missing }) => {
    const table = unevenTable({ regions, activities, missing })
    expect(analysis('webassembly', table)).toEqual(analysis('typescript', table))
  })
})

describe('both ways to sum nearness give the sum written out', () => {
  const agrees = (sum: (lists: PresenceLists, order: SweepOrder, wanted: SumRequests) => void) =>
    fc.assert(
      fc.property(anyPresence(), fc.boolean(), fc.boolean(), (presence, weighted, notListed) => {
        const lists = indexPresence(presence)
        const width = presence.activities.length
        const near = proximity(presence, { diagonal: 'zero' }).values.map((value) => value || 0)
        const weights = weighted ? Float64Array.from({ length: width }, (_, a) => a - 2.5) : new Float64Array(width).fill(1)
        const request = {
          starts: lists.regionStarts,
          items: lists.activityOf,
          weights: weighted || notListed ? weights : null,
          notListed,
        }
        const sums = new Float64Array(presence.values.length)
        const take = ({ from, count, first, width: columns, stride, at }: SumRows) => {
          for (let row = 0; row < count; row++) {
            const place = (at[0]! + row * stride) / 8
            sums.set(kernel().memory.numbers.subarray(place, place + columns), (from + row) * width + first)
          }
        }
        sum(lists, orderByUbiquity(lists), { requests: [request], regions: { from: 0, to: lists.regionCount }, room: 0, take })
        sums.forEach((value, cell) => {
          const [r, j] = [Math.floor(cell / width), cell % width]
          let written = 0
          for (let i = 0; i < width; i++)
            if ((presence.values[r * width + i] === 1) !== notListed) written += weights[i]! * near[i * width + j]!
          expect(value).toBeCloseTo(written, 10)
        })
      }),
    )
  test('by tables of subset sums', () => agrees(sumsByTables))
  test('by the sweep in order of ubiquity', () => agrees(sumsBySweep))
})

test('the totals of nearness are the sums of the columns of the proximity', () => {
  fc.assert(
    fc.property(anyPresence(), (presence) => {
      const lists = indexPresence(presence)
      const width = presence.activities.length
      const near = proximity(presence, { diagonal: 'zero' }).values
      totalsBySweep(lists, orderByUbiquity(lists)).forEach((total, j) => {
        const column = Array.from({ length: width }, (_, i) => near[i * width + j]! || 0)
        expect(total).toBeCloseTo(
          column.reduce((one, other) => one + other, 0),
          10,
        )
      })
    }),
  )
})

test('what is computed for some regions does not depend on which others are asked for', () => {
  for (const size of [
    { regions: 50, activities: 90, missing: 0.02 },
    { regions: 20, activities: 190, missing: 0 },
  ]) {
    const { wanted } = beginAnalysis(unevenTable(size), { threshold: 1, ownDiagonal: false, formula: 'atlas' })
    const whole = densityAndGain(wanted)
    const parts = [
      { from: 0, to: 7 },
      { from: 7, to: 8 },
      { from: 8, to: size.regions },
    ].map((regions) => densityAndGain(wanted, regions))
    for (const name of ['density', 'gain', 'index'] as const)
      expect(parts.flatMap((part) => [...part[name]])).toEqual([...whole[name]])
  }
})
