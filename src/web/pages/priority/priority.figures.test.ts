import { describe, expect, test } from 'vitest'
import { besideWithStatistics } from '../../../evidence/testing/shipped-cubes.ts'
import { areaEvidenceView } from '../../../shapes/area-evidence.ts'
import { shippedSnapshot } from '../../../snapshot/testing/shipped-snapshot.ts'
import { areaFigures } from './priority.figures.ts'

const snapshot = shippedSnapshot('2018-06-01', [], besideWithStatistics())
const figuresOf = (id: string, lang: 'sv' | 'en' = 'sv') => areaFigures(areaEvidenceView(snapshot, id), lang)

describe('a measured area', () => {
  const [axis, line, regions] = figuresOf('vasternorrland-2018-skog')
  test('has three figures whose headings tell what they show, from the rows behind them', () => {
    expect(axis!.finding).toBe('Skog och bioekonomi är 2,5 gånger så vanligt i Västernorrland som i landet')
    expect(line!.finding).toBe('Från 2,8 till 2,3 procent av alla anställda i Västernorrland')
    expect(regions!.finding).toBe('Vanligast i Gävleborg, Jönköping och Kalmar')
    expect(axis!.table.rows[0]!.slice(1, 3)).toEqual([2477, expect.closeTo(2.545, 3)])
    expect(line!.table.rows.map(([year]) => year)).toEqual(Array.from({ length: 11 }, (_, at) => String(2014 + at)))
    expect(regions!.table.rows).toHaveLength(21)
  })
  test('each in English too, with its source and the breaks in what is counted', () => {
    for (const figure of figuresOf('vasternorrland-2018-skog', 'en')) {
      expect(figure.finding).not.toMatch(/[åäö](?!\p{L}*(?:norrland|leborg|ping))/u)
      expect(figure.sources[0]!.breaks.map(({ from }) => from)).toEqual(['2020', '2023'])
    }
  })
  test('is the same list while nothing changes, so that it is drawn once', () => {
    expect(figuresOf('vasternorrland-2018-skog')).toBe(figuresOf('vasternorrland-2018-skog'))
  })
})

test('an area that is a way of working has no figure, and none with a zero', () => {
  const process = snapshot
    .inForce('priorityArea')
    .map(({ id }) => areaEvidenceView(snapshot, id))
    .find(({ reason }) => reason?.code === 'process')!
  expect(areaFigures(process, 'sv')).toEqual([])
})

describe('an area that is not measured as a whole', () => {
  const now = shippedSnapshot('2026-11-26', [], besideWithStatistics())
  const areas = now.inForce('priorityArea').map(({ id }) => areaEvidenceView(now, id))
  const axisOf = (evidence: (typeof areas)[number]) => areaFigures(evidence, 'sv').find(({ id }) => id === 'axis')
  test('counts the fields that it joins, not those that a description mentions', () => {
    const joined = areas.filter(({ reason, described }) => reason?.code === 'intersection' && described.length > 0)
    expect(joined.length).toBeGreaterThan(0)
    for (const evidence of joined) {
      const { finding } = axisOf(evidence)!
      expect(finding).toContain(evidence.parts.length === 2 ? 'förenar två fält' : `förenar ${evidence.parts.length} fält`)
    }
  })
  test('is not said to be what only a description of it mentions', () => {
    const mentioned = areas.filter(
      ({ measure, reason, described }) => !measure && reason?.code !== 'intersection' && described.some(({ latest }) => latest),
    )
    expect(mentioned.length).toBeGreaterThan(0)
    for (const evidence of mentioned) expect(axisOf(evidence)!.finding).toMatch(/^Vår beskrivning nämner /)
  })
})
