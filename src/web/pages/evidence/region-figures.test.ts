import { describe, expect, test } from 'vitest'
import { besideWithStatistics } from '../../../evidence/testing/shipped-cubes.ts'
import { regionEvidenceView } from '../../../shapes/region-evidence.ts'
import { shippedSnapshot } from '../../../snapshot/testing/shipped-snapshot.ts'
import { bestSteps, regionFigures } from './region-figures.ts'

const beside = besideWithStatistics()
const now = shippedSnapshot('2026-11-26', [], beside)
const then = shippedSnapshot('2018-06-01', [], beside)
const figuresOf = (slug: string, lang: 'sv' | 'en' = 'sv', snapshot = now) =>
  Object.fromEntries(regionFigures(regionEvidenceView(snapshot, slug), lang).map((figure) => [figure.id, figure]))

test('a region has seven figures, each with a finding, a source, and rows behind', () => {
  for (const { slug } of now.inForce('region'))
    for (const lang of ['sv', 'en'] as const) {
      const figures = Object.values(figuresOf(slug, lang))
      expect(figures.map(({ id }) => id)).toEqual(['areas', 'work', 'not-chosen', 'grew-into', 'space', 'next-steps', 'peers'])
      for (const { finding, sources, table, draw, widths } of figures) {
        expect(finding).not.toMatch(/undefined|NaN|null/)
        expect(sources[0]!.table).toBe('occupations-by-county')
        if (draw) expect(table.rows.length).toBeGreaterThan(0)
        for (const width of widths) expect(draw?.(width).marks ?? '').not.toMatch(/NaN|undefined|Infinity/)
      }
    }
})

describe('the areas', () => {
  test('are counted as the figure shows them, and those without a figure are told with the reason', () => {
    const { areas } = figuresOf('norrbotten')
    expect(areas!.finding).toBe(
      'Ett av fyra mätbara områden har tydligt stöd i yrkena. Ett mäts fält för fält. Två går inte att mäta',
    )
    const { marks } = areas!.draw!(1120)
    // Four areas as a whole, and the three fields of the basic industries.
    expect(marks.match(/c-own"/g)).toHaveLength(7)
    expect(marks.match(/Inte mätbart\./g)).toHaveLength(2)
    expect(marks.match(/Inte mätbart som helhet\./g)).toHaveLength(1)
    expect(areas!.table.rows.filter((row) => row.at(-1) !== '')).toHaveLength(3)
  })
  test('say in English that one area has backing', () => {
    expect(figuresOf('norrbotten', 'en').areas!.finding).toMatch(/^One of four measurable areas has clear backing/)
  })
  test('show mines as a field of Norrbotten’s basic industries, with their own figure', () => {
    const row = figuresOf('norrbotten').areas!.table.rows.find(([, field]) => field === 'Gruvor, stål och metall')!
    expect([row[0], (row[4] as number) > 3]).toEqual(['Naturbaserade basnäringar', true])
  })
  test('that are known to join fields are not measured as a whole by the one that has figures: Halland’s green growth, by food', () => {
    const { areas } = regionEvidenceView(then, 'halland')
    const green = areas.find(({ priorityId }) => priorityId === 'halland-2018-gron-tillvaxt')!
    expect([green.measuredAs, green.measure]).toEqual(['byField', null])
    expect(green.parts.map(({ subjects }) => subjects.map(({ id }) => id))).toEqual([['livsmedel']])
  })
  test('that join fields show each field below, in picture and table', () => {
    const { areas } = figuresOf('vastra-gotaland')
    const joined = areas!.table.rows.find(([label]) => label === 'Besöksnäring samt kulturella och kreativa näringar')
    expect(joined!.slice(2, 4)).toEqual([null, null])
    expect(areas!.draw!(1120).marks).toContain('>Kultur och kreativa näringar<')
  })
  test('of Jönköping in 2018 were all ways of working: none is measured', () => {
    const { areas } = figuresOf('jonkoping', 'sv', then)
    expect(areas!.finding).toBe('Inget av områdena går att mäta i yrken')
    expect(areas!.draw!(720).marks).not.toContain('c-own')
  })
})

describe('what the figures hold is found:', () => {
  /** An area's row in the table of its region's areas: quotient, lower and upper end. */
  const rowOf = (slug: string, label: string, snapshot = then) => {
    const row = figuresOf(slug, 'sv', snapshot)['areas']!.table.rows.find(([name]) => name === label)!
    return { quotient: row[3] as number, lower: row[4] as number, upper: row[5] as number }
  }
  test.each([
    ['vasternorrland', 'Skog', then],
    ['vastra-gotaland', 'Textil', then],
    ['gotland', 'Livsmedel', then],
    ['stockholm', 'IKT, tech och digitalisering', now],
  ])('in %s %s is backed', (slug, label, snapshot) => {
    expect(rowOf(slug, label, snapshot).lower).toBeGreaterThan(1)
  })
  test('Halland’s IT is not', () => {
    expect(rowOf('halland', 'IT').upper).toBeLessThan(1)
    expect(figuresOf('halland', 'sv', then)['areas']!.finding).toMatch(/^(?:Inget|Ett) av \p{L}+ mätbara/u)
  })
  test('what Jönköping makes is a strength that its list of 2018 did not have, and that its list of today has', () => {
    const codes = (snapshot: typeof now, kind: 'chosen' | 'notChosen') =>
      regionEvidenceView(snapshot, 'jonkoping')[kind].map(({ code }) => code)
    for (const code of ['8214', '7223']) {
      expect(codes(then, 'notChosen')).toContain(code)
      expect(codes(now, 'chosen')).toContain(code)
    }
  })
})

test('ore in Norrbotten is a strength that an area is about, not one that nobody chose', () => {
  const { chosen } = regionEvidenceView(now, 'norrbotten')
  const ore = chosen.find(({ code }) => code === '8112')!
  expect(ore.quotient).toBeCloseTo(18.6, 1)
  expect(ore.areaIds).toEqual(['norrbotten-2021-naturbaserade-basnaringar'])
  const { table, sentence, finding } = figuresOf('norrbotten')['not-chosen']!
  expect(table.rows.map((row) => row[1])).not.toContain('8112')
  expect(`${finding} ${sentence}`).not.toContain('malm')
})

test('strengths that nobody chose leave out what a description of an area mentions, and tell of it: rolling mills in Södermanland', () => {
  const { table, sentence, finding } = figuresOf('sodermanland')['not-chosen']!
  expect(table.rows.map((row) => row[1])).not.toContain('8122')
  expect(finding).not.toContain('valsverk')
  expect(sentence).toMatch(
    / tydliga styrkor till hör till ett område, fast namnet inte visar det, .*valsverksoperatörer \(\d+,\d; \p{Lu}/u,
  )
  expect(sentence).not.toContain('tydligast Val')
})

test('what is shown with a quotient is ordered by it: the lead, the bars, and those that a description mentions', () => {
  for (const { slug } of now.inForce('region')) {
    const { sentence } = regionEvidenceView(now, slug)
    const lead = [...sentence.sv.split(' bland yrken')[0]!.matchAll(/\((\d+,\d)\)/g)].map(([, one]) =>
      Number(one!.replace(',', '.')),
    )
    expect(lead, slug).toEqual(lead.toSorted((a, b) => b - a))
    expect(sentence.sv).not.toMatch(/specialiserat i \p{Lu}\p{Ll}/u)
    const { draw } = figuresOf(slug)['not-chosen']!
    const bars = [...draw!(560).marks.matchAll(/<title>[^<]*: (\d+,\d\d) \(/g)].map(([, one]) => Number(one!.replace(',', '.')))
    expect(bars.length).toBeGreaterThan(0)
    expect(bars, slug).toEqual(bars.toSorted((a, b) => b - a))
  }
})

test('no sentence has two full stops, a capital within it or quotation marks of another language', () => {
  for (const { slug } of now.inForce('region'))
    for (const lang of ['sv', 'en'] as const)
      for (const { finding, sentence } of Object.values(figuresOf(slug, lang)))
        expect(`${finding} ${sentence}`).not.toMatch(/\.\.|«|(?:av|nära|tydligast|clearest|near) \p{Lu}\p{Ll}+ ?(?:m\.fl|,|\()/u)
})

test('what grew tells the year of a jump, and what grew over several years comes first', () => {
  for (const { slug } of now.inForce('region')) {
    const grown = figuresOf(slug)['grew-into']!
    const jumps = grown.table.rows.map((row) => row.at(-1) ?? null)
    const firstJump = jumps.findIndex((year) => year !== null)
    if (firstJump >= 0) expect(jumps.slice(firstJump)).not.toContain(null)
    if (jumps.length > 0) expect(/, mest år \d{4}$/.test(grown.finding)).toBe(firstJump === 0)
  }
})

test('possible next steps are fields, with enough people, near and complex first, each with what it is near', () => {
  for (const { slug } of now.inForce('region')) {
    const evidence = regionEvidenceView(now, slug)
    for (const { subjects, count, relatedTo } of evidence.nextSteps!.steps) {
      expect(subjects.length).toBeGreaterThan(0)
      expect(count).toBeGreaterThanOrEqual(evidence.limits.fewestInStep)
      expect(relatedTo.length).toBeLessThanOrEqual(3)
    }
    const quadrants = bestSteps(evidence).map(({ quadrant }) => quadrant)
    const near = evidence.nextSteps!.steps.filter(({ quadrant }) => quadrant.startsWith('low-risk'))
    expect(quadrants).toHaveLength(near.length)
    const firstSimple = quadrants.indexOf('low-risk-low-benefit')
    if (firstSimple >= 0) expect(quadrants.slice(firstSimple)).not.toContain('low-risk-high-benefit')
  }
})

test('what the county works with: strengths with and without an area, as shares of all employees', () => {
  const evidence = regionEvidenceView(now, 'norrbotten')
  const { work } = figuresOf('norrbotten')
  const shares = work!.table.rows.map((row) => row[3] as number)
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(0.05)
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(1)
  expect(evidence.employees).toBeGreaterThan(100_000)
  expect(work!.draw!(1120).marks.match(/<rect/g)).toHaveLength(work!.table.rows.length)
})

describe('what is asked for changes what is counted', () => {
  const evidence = (asked: Parameters<typeof regionEvidenceView>[2]) => regionEvidenceView(now, 'norrbotten', asked)
  test('a higher threshold gives fewer strengths, the quotient more than the interval', () => {
    const count = (asked: Parameters<typeof regionEvidenceView>[2]) =>
      evidence(asked).notChosen.length + evidence(asked).chosen.length + evidence(asked).mentioned.length
    expect(count({ threshold: 2 })).toBeLessThan(count({}))
    expect(count({ basis: 'quotient' })).toBeGreaterThan(count({}))
  })
  test('an earlier year is counted to that year, in areas, strengths and source', () => {
    const { source, areas, choice } = evidence({ year: '2017' })
    expect([source!.year, choice!.year]).toEqual(['2017', '2017'])
    expect(areas.flatMap(({ measure }) => measure?.latest?.year ?? [])).toEqual(Array.from({ length: 4 }, () => '2017'))
    expect(areas.flatMap(({ measure }) => measure?.latest?.lower ?? [])).toHaveLength(4)
    expect(areas.flatMap(({ parts }) => parts.map(({ latest }) => latest?.year))).toEqual(['2017', '2017', '2017'])
    expect(source!.breaks).toEqual([])
  })
  test.each([{ year: '1999' }, { threshold: 7 }, { threshold: NaN }])('%o is refused with what there is', (asked) => {
    expect(() => evidence(asked)).toThrow(expect.objectContaining({ code: 'bad_request' }))
  })
})

describe('the map of occupations', () => {
  test('lights the strengths, tells those of an area from the others, and lists their neighbours', () => {
    const { space } = figuresOf('vasternorrland', 'sv', then)
    const row = (code: string) => space!.table.rows.find((one) => one[1] === code)!
    expect(row('8172').slice(2, 3)).toEqual(['styrka, ett område handlar om den'])
    expect(row('6210')[5]).toMatch(/;/)
    const { marks } = space!.draw!(1120)
    const lit = space!.table.rows.filter(([, , words]) => String(words).startsWith('styrka'))
    expect([...marks.matchAll(/class="c-(?:own|lit)"/g)]).toHaveLength(lit.length)
    expect(space!.finding).toMatch(new RegExp(`(?:av|Alla) ${lit.length} särskilda styrkor`))
  })
  test('says nothing of areas that are not known', () => {
    const evidence = { ...regionEvidenceView(now, 'norrbotten'), areasKnown: 'unknown' as const }
    const space = regionFigures(evidence, 'sv').find(({ id }) => id === 'space')!
    expect(space.legend).toContain('inte kända')
    expect(space.table.rows.map(([, , words]) => words)).not.toContain('styrka, inget område handlar om den')
  })
  test('has each occupation in the same place for every region and year', () => {
    const placesOf = (slug: string, year?: string) =>
      regionEvidenceView(now, slug, year ? { year } : {}).space!.nodes.map(({ code, x, y }) => `${code} ${x} ${y}`)
    expect(placesOf('gotland')).toEqual(placesOf('stockholm'))
    expect(placesOf('gotland', '2019')).toEqual(placesOf('gotland'))
  })
})
