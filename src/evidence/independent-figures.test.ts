import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hooverIndex } from '../../packages/relatedness/src/relatedness.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { shippedPanel } from './testing/shipped-panel.ts'
import { growthOf } from './growth-spans.ts'
import { measuredSet } from './measured-set.ts'
import type { SetFigure } from './measured-set.ts'
import { densityOfSet, peersOf } from './related-activities.ts'

/** Computed from the shipped table by `fixtures/statistics/independent-figures.py`, in another language and without this program. */
const figures = JSON.parse(
  readFileSync(new URL('../../fixtures/statistics/independent-figures.json', import.meta.url), 'utf8'),
) as {
  sets: Record<string, { subject?: string; code?: string; region: string; latest: SetFigure; first: SetFigure }>
  shift: Record<'start' | 'end' | 'change' | 'national' | 'industryMix' | 'regionalShift' | 'setGrowth' | 'allGrowth', number>
  density: { own: number; mean: number }
  peer: { a: string; b: string; distance: number }
  hoover: Record<string, number>
}

const panel = shippedPanel
const occupationsOf = (subject: string) => {
  const { occupations } = getShippedBeside().activityKey!.subjects.find(({ subjectId }) => subjectId === subject)!
  return panel.activities.filter((code) => occupations.some((one) => code.startsWith(one)))
}
/** Within 1e-9 of the larger of 1 and the number. */
const expectClose = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted) / Math.max(1, Math.abs(wanted)), `${found} and ${wanted}`).toBeLessThan(1e-9)

describe('the program and an independent computation agree to 1e-9:', () => {
  test.each(Object.entries(figures.sets))('%s', (_name, { subject, code, region, latest, first }) => {
    const set = measuredSet(panel, subject ? occupationsOf(subject) : [code!])
    const row = set.regionCodes.indexOf(region)
    for (const [found, wanted] of [
      [set.figures.at(-1)![row]!, latest],
      [set.figures[0]![row]!, first],
    ] as const)
      for (const name of Object.keys(wanted) as (keyof SetFigure)[]) expectClose(found[name], wanted[name])
  })

  test('growth of forestry, wood and paper in Västernorrland 2014–2019, in its three parts', () => {
    const [span] = growthOf(panel, occupationsOf('skog-och-bioekonomi'), '22')
    expect([span!.from, span!.to]).toEqual(['2014', '2019'])
    for (const [name, wanted] of Object.entries(figures.shift)) expectClose(span![name as keyof typeof figures.shift], wanted)
  })

  test('relatedness density, structural distance and the Hoover index', () => {
    const density = densityOfSet(panel, occupationsOf('skog-och-bioekonomi'), '22')
    expectClose(density.own, figures.density.own)
    expectClose(density.mean, figures.density.mean)
    const { a, b, distance } = figures.peer
    expectClose(peersOf(panel, a, 1).find(({ region }) => region === b)!.distance, distance)
    const spread = hooverIndex(panel.tables.at(-1)!)
    for (const [code, wanted] of Object.entries(figures.hoover)) expectClose(spread.values[spread.labels.indexOf(code)]!, wanted)
  })
})
