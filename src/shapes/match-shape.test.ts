import { describe, expect, test } from 'vitest'
import { sampleRows, statisticsOf } from '../matching/testing/sample-statistics.ts'
import { area, jointArea, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import {
  findGroupProblem,
  groupsAnswer,
  groupsView,
  GroupShape,
  overlapView,
  peersView,
  PeersShape,
  proposalsView,
  ProposalShape,
} from './match-shape.ts'
import { threeRegionsOn } from './testing/three-regions.ts'

/** Five regions with their areas, named so that the order of names differs from that of codes. */
const chosen: Record<string, [name: string, ...labels: string[]]> = {
  '01': ['Östby', 'Energi', 'Livsmedel'],
  '12': ['Myra', 'Turism', 'Energi'],
  '17': ['Björk', 'Skogsbruk', 'Livsmedel'],
  '18': ['Åker', 'Energi', 'Skogsbruk', 'Digitalisering'],
  '20': ['Ceder', 'Livsmedel'],
}
const fiveRegions: Sketch[] = Object.entries(chosen).flatMap(([code, [name, ...labels]]) => {
  const list = strategy(`s${code}`, code)
  const neighbours = { '01': { landNeighbours: ['12'] }, '12': { landNeighbours: ['01'] } }[code] ?? {}
  return [
    region(code, name, { body: neighbours }),
    list,
    ...labels.map((displayLabel, at) =>
      area(`${code}-${displayLabel.toLowerCase()}`, list, { body: { displayLabel, order: at + 1 } }),
    ),
  ]
})
const joint = jointArea('bron', ['01', '12'])
const jointList = strategy('s-bron', 'bron')
const plain = snapshotOf([...fiveRegions, joint, jointList, area('bron-turism', jointList, { body: { displayLabel: 'Turism' } })])
const withStatistics = snapshotOf(fiveRegions, '2026-01-01', { beside: { statistics: statisticsOf(sampleRows) } })
const refused = (code: string, detail?: string) =>
  expect.objectContaining({ code, ...(detail === undefined ? {} : { message: expect.stringContaining(detail) }) })
const messageOf = (run: () => unknown): string => {
  try {
    run()
    return 'no refusal'
  } catch (error) {
    return JSON.stringify(error, Object.getOwnPropertyNames(error))
  }
}

describe('regions of a like structure', () => {
  test('are none, and there are no statistics, when none were loaded', () => {
    expect(peersView(plain, '17')).toEqual({ statistics: null, peers: [] })
  })
  test('are given by name, with how far they are and what they share', () => {
    const { statistics, peers } = PeersShape.parse(peersView(withStatistics, '17'))
    expect(statistics).toEqual({
      title: { sv: 'Anställda, påhittade', en: 'Employees, made up' },
      year: '2025',
      missingRegions: [],
    })
    expect(peers.map(({ region: { name } }) => name)).toEqual(['Ceder', 'Myra', 'Åker', 'Östby'])
    const nearest = peers.toSorted((a, b) => a.distance - b.distance)[0]!
    expect(nearest.region).toEqual({ code: '20', slug: 'ceder', name: 'Ceder' })
    expect(nearest.alike.every(({ sv }) => /^(02|16|17) \p{L}/u.test(sv))).toBe(true)
  })
  test('are found by slug too; a region that is unknown is refused in words', () => {
    expect(peersView(withStatistics, 'björk').peers).toHaveLength(4)
    expect(() => peersView(plain, 'nowhere')).toThrow(refused('region_not_found'))
    expect(messageOf(() => peersView(plain, 'x'.repeat(100)))).toContain(`«${'x'.repeat(60)}»`)
    expect(messageOf(() => peersView(threeRegionsOn('1900-01-01'), '17'))).toContain('no regions on 1900-01-01')
  })
  test('a region that no longer exists is none', () => {
    const gone = snapshotOf(
      [...fiveRegions.filter(({ recordId }) => recordId !== '20'), region('20', 'Ceder', { to: '2020-01-01' })],
      '2026-01-01',
      {
        beside: { statistics: statisticsOf(sampleRows) },
      },
    )
    expect(peersView(gone, '17').peers.map(({ region: { code } }) => code)).toEqual(['12', '18', '01'])
  })
})

describe('proposed partners', () => {
  const proposals = proposalsView(plain, '18').map((one) => ProposalShape.parse(one))
  const partner = (name: string) => proposals.find((one) => one.region.name === name)!
  test('are all other regions, by name', () => {
    expect(proposals.map(({ region: { name } }) => name)).toEqual(['Björk', 'Ceder', 'Myra', 'Östby'])
  })
  test('show what both have chosen, own area first, with how alike and why', () => {
    const [shared] = partner('Björk').shared
    expect(shared).toMatchObject({ own: { id: '18-skogsbruk' }, other: { id: '17-skogsbruk' }, score: expect.any(Number) })
    expect(shared!.reason.sv).not.toBe('')
    expect(partner('Ceder').shared).toEqual([])
  })
  test('give how near they are, and which joint areas they share', () => {
    const own = proposalsView(plain, '01')
    expect(own.map(({ region: { name }, nearness }) => [name, nearness])).toContainEqual(['Myra', 'byLand'])
    expect(own.filter(({ nearness }) => nearness === 'apart')).toHaveLength(3)
    expect(own.find(({ region: { code } }) => code === '12')!.jointAreas).toEqual([
      { id: 'bron', name: { sv: 'bron sv', en: 'bron en' } },
    ])
    expect(own.find(({ region: { code } }) => code === '17')!.jointAreas).toEqual([])
  })
  test('have no industries without statistics, and with them both what they bring and what they are given', () => {
    expect(proposals.every(({ industries }) => industries === null)).toBe(true)
    const all = proposalsView(withStatistics, '17').flatMap(({ industries }) => [...industries!.brings, ...industries!.gives])
    expect(all.length).toBeGreaterThan(0)
    for (const { activity, label, beside, quotient, density } of all) {
      expect(label.sv).toMatch(new RegExp(`^${activity} \\p{L}`, 'u'))
      expect(beside.sv).toMatch(/^\d\d \p{L}/u)
      expect([quotient > 0, density >= 0 && density <= 1]).toEqual([true, true])
    }
  })
  test('bring themes beside one’s own, and are given others', () => {
    const all = proposalsView(plain, '01')
    for (const {
      brings,
      gives,
      region: { code },
    } of all) {
      for (const { theme, beside, area: shown } of brings) {
        expect(shown.owner.id).toBe(code)
        expect(shown.themes.map(({ id }) => id)).toContain(theme.id)
        expect(theme.id).not.toBe(beside.id)
      }
      for (const { area: shown } of gives) expect(shown.owner.id).toBe('01')
    }
    expect(all.flatMap(({ brings }) => brings).length).toBeGreaterThan(0)
    expect(all.flatMap(({ gives }) => gives).length).toBeGreaterThan(0)
  })
  test('are promising when much speaks for them: six at most', () => {
    const codes = ['30', '31', '32', '33', '34', '35', '36', '37', '38']
    const labels = ['Vindkraft', 'Skogsbruk', 'Livsmedel', 'Turism']
    const many = codes.flatMap((code) => {
      const list = strategy(`s${code}`, code)
      return [
        region(code, `Ort${code}`),
        list,
        ...labels.map((displayLabel) => area(`${code}-${displayLabel.toLowerCase()}`, list, { body: { displayLabel } })),
      ]
    })
    expect(proposalsView(snapshotOf(many), '30').filter(({ isPromising }) => isPromising)).toHaveLength(3)
    const strangers = proposalsView(snapshotOf([region('30', 'A'), region('31', 'B')]), '30')
    expect(strangers.map(({ isPromising }) => isPromising)).toEqual([false])
  })
})

describe('what is asked of a group', () => {
  const asked = (input: Partial<Parameters<typeof findGroupProblem>[1]>) => ({
    themeIds: ['energi'],
    region: null,
    size: 3,
    ...input,
  })
  test.each([
    [{}, null],
    [{ themeIds: ['energy', 'food'] }, null],
    [{ themeIds: ['energi', 'nonsens'] }, { kind: 'unknownTheme', asked: 'nonsens' }],
    [{ themeIds: ['x'.repeat(99)] }, { kind: 'unknownTheme', asked: 'x'.repeat(60) }],
    [{ themeIds: Array(6).fill('energi') }, null],
    [{ themeIds: Array(7).fill('energi') }, { kind: 'tooManyThemes' }],
    [{ size: 2 }, { kind: 'size' }],
    [{ size: 5 }, null],
    [{ size: 6 }, { kind: 'size' }],
    [{ region: '17' }, null],
    [{ region: '' }, null],
    [{ region: 'y'.repeat(99) }, { kind: 'unknownRegion', asked: 'y'.repeat(60) }],
  ])('%#', (input, expected) => {
    expect(findGroupProblem(plain, asked(input))).toEqual(expected)
  })
  test('is answered in the API by an error that names the fault', () => {
    expect(messageOf(() => groupsAnswer(plain, asked({ themeIds: [] })))).toContain('Name one to six themes')
    expect(messageOf(() => groupsAnswer(plain, asked({ themeIds: ['nonsens'] })))).toContain('«nonsens» is no theme’s id')
    expect(messageOf(() => groupsAnswer(plain, asked({ themeIds: Array(7).fill('energi') })))).toContain('At most 6 themes')
    expect(messageOf(() => groupsAnswer(plain, asked({ size: 9 })))).toContain('3, 4 or 5 regions')
    expect(() => groupsAnswer(plain, asked({ size: 9 }))).toThrow(refused('bad_request'))
    expect(() => groupsAnswer(plain, asked({ region: 'nowhere' }))).toThrow(refused('region_not_found'))
  })
  test('is answered on the page by no groups', () => {
    expect(groupsView(plain, asked({ themeIds: [] }))).toEqual([])
    expect(groupsView(plain, asked({ size: 9 }))).toEqual([])
  })
})

describe('a group', () => {
  const themeIds = ['energi', 'food', 'livsmedel', 'hav-och-vatten']
  const groups = groupsView(plain, { themeIds, region: '01', size: 3 }).map((one) => GroupShape.parse(one))
  test('has the region asked for, and as many as asked for', () => {
    expect(groups.length).toBeGreaterThan(0)
    for (const { regions } of groups) {
      expect(regions).toHaveLength(3)
      expect(regions.map(({ code }) => code)).toContain('01')
    }
    expect(groupsAnswer(plain, { themeIds, region: '01', size: 3 })).toEqual(groups)
    expect(groupsView(plain, { themeIds, region: 'östby', size: 3 })).toEqual(groups)
    expect(groupsView(plain, { themeIds, region: null, size: 3 }).length).toBeGreaterThan(0)
  })
  test('gives for each theme the areas that cover it, and the themes that nobody has; a repeated theme counts once', () => {
    for (const { covers, missing, regions } of groups) {
      expect(covers.map(({ theme }) => theme.id).toSorted()).toEqual(['energi', 'hav-och-vatten', 'livsmedel'])
      expect(missing).toEqual([
        { id: 'hav-och-vatten', slugEn: 'sea-and-water', label: { sv: 'Hav och vatten', en: 'Sea and water' } },
      ])
      for (const { theme, by } of covers)
        for (const { region: who, area: what } of by) {
          expect(regions).toContainEqual(who)
          expect([what.owner.id, what.themes.some(({ id }) => id === theme.id)]).toEqual([who.code, true])
        }
    }
  })
  test('gives which of its regions are neighbours, and what they already do together', () => {
    const withMyra = groups.find(({ regions }) => regions.some(({ code }) => code === '12'))!
    const pairs = withMyra.neighbours.map(({ regions, nearness }) => [regions.map(({ code }) => code).toSorted(), nearness])
    expect(pairs).toEqual([[['01', '12'], 'byLand']])
    expect(withMyra.jointAreas).toEqual([])
    const all = snapshotOf([...fiveRegions, jointArea('alla', ['01', '12', '17', '18', '20'])])
    const [group] = groupsView(all, { themeIds, region: '01', size: 3 })
    expect(group!.jointAreas).toEqual([{ id: 'alla', name: { sv: 'alla sv', en: 'alla en' } }])
  })
})

describe('themes that several regions have chosen', () => {
  test('are a region’s own, in the thesaurus’s order, with the others by name', () => {
    const shown = overlapView(plain, '18').map(({ theme, regions }) => [theme.id, regions.map(({ name }) => name)])
    expect(shown).toEqual([
      ['skog-och-bioekonomi', ['Björk']],
      ['energi', ['Myra', 'Östby']],
      ['digitalisering', []],
    ])
  })
  test('are not those of a joint area', () => {
    expect(overlapView(plain, '12').map(({ theme, regions }) => [theme.id, regions.map(({ code }) => code)])).toEqual([
      ['energi', ['18', '01']],
      ['besoksnaring', []],
    ])
  })
  test('of an unknown region are none', () => {
    expect(overlapView(plain, 'nowhere')).toEqual([])
  })
})
