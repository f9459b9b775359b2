import { describe, expect, test } from 'vitest'
import { area, region, snapshotOf, strategy } from '../../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../../snapshot/testing/small-registry.ts'
import type { Language } from '../../../records/language.ts'
import { matchView } from './match.view.ts'

const names = { '03': 'Alvik', '04': 'Byn', '05': 'Cedern', '06': 'Dal' }
const regions = Object.entries(names).map(([code, name]) => region(code, name, { body: { landNeighbours: [] } }))
const lists = Object.keys(names).map((code) => strategy(`lista-${code}`, code))
const labels = ['Energi', 'Livsmedel', 'Skog', 'Turism']
const areas = lists.map((list, at) => area(`omrade-${at}`, list, { body: { displayLabel: labels[at]! } }))
const all = [...regions, ...lists, ...areas]

const view = (query: string, { sketches = all, lang = 'sv' }: { sketches?: readonly Sketch[]; lang?: Language } = {}) =>
  matchView(snapshotOf([...sketches]), { query: new URLSearchParams(query), lang })
const refusal = (query: string, lang: Language = 'sv') => {
  try {
    view(query, { lang })
  } catch (error) {
    return error as { code: string; detail: string; data: unknown }
  }
  throw new Error('It was not refused.')
}

describe('the region that is asked about', () => {
  test('is none when none is asked for', () => {
    expect(view('')).toMatchObject({ region: null, match: null, isEmpty: false, statistics: null })
    expect(view('region=')).toMatchObject({ region: null, match: null })
  })
  test.each(['alvik', '03'])('is found by «%s», and has every other region as a partner', (asked) => {
    const { region: found, match } = view(`region=${asked}`)
    expect(found).toEqual({ code: '03', slug: 'alvik', name: 'Alvik' })
    expect(match!.region).toEqual(found)
    expect(match!.proposals.map((proposal) => proposal.region.name)).toEqual(['Byn', 'Cedern', 'Dal'])
    expect(match!.overlap.length).toBeGreaterThan(0)
    expect(match!.peers).toEqual({ statistics: null, peers: [] })
  })
  test('is refused when there is none of that name, in the language of the page', () => {
    expect(refusal('region=atlantis')).toMatchObject({ code: 'region_not_found', data: { asked: 'atlantis' } })
    expect(refusal('region=atlantis').detail).toContain('”atlantis” är ingen region')
    expect(refusal('region=atlantis', 'en').detail).toContain('“atlantis” is no region')
  })
  test('is named by sixty characters at most', () => {
    const { detail } = refusal(`region=${'x'.repeat(61)}`)
    expect(detail).toContain('x'.repeat(60))
    expect(detail).not.toContain('x'.repeat(61))
  })
  test('is not matched on a day without areas, and not refused then', () => {
    expect(view('region=alvik', { sketches: regions })).toMatchObject({ isEmpty: true, region: { code: '03' }, match: null })
    expect(view('region=atlantis', { sketches: regions })).toMatchObject({ isEmpty: true, region: null, match: null })
  })
})

describe('the group that is asked for', () => {
  test('is none until the form has been used', () => {
    expect(view('')).toMatchObject({ isGroupAsked: false, groups: null, group: { themeIds: [], region: null, size: 3 } })
    expect(view('region=alvik')).toMatchObject({ isGroupAsked: false, groups: null, group: { region: 'alvik' }, member: 'Alvik' })
  })
  test('is asked for by a theme, or by a size, which the form always sends', () => {
    expect(view('tema=energi').isGroupAsked).toBe(true)
    expect(view('antal=3')).toMatchObject({ isGroupAsked: true, groups: null })
    expect(view('tema=&antal=3')).toMatchObject({ group: { themeIds: [] }, groups: null, problem: null })
  })
  test('has each theme once, in the order asked, and their names', () => {
    const { group, askedThemes } = view('tema=livsmedel&tema=energi&tema=livsmedel&tema=')
    expect(group.themeIds).toEqual(['livsmedel', 'energi'])
    expect(askedThemes.map(({ sv }) => sv)).toEqual(['Livsmedel och jordbruk', 'Energi'])
    expect(view('theme=food', { lang: 'en' }).askedThemes.map(({ en }) => en)).toEqual(['Food and farming'])
    expect(view('tema=finns-inte').askedThemes).toEqual([])
  })
  test('is ticked in the form by its id or its English name', () => {
    const ticked = (query: string, lang: Language = 'sv') =>
      view(query, { lang })
        .themes.filter(({ isChosen }) => isChosen)
        .map(({ id }) => id)
    expect([ticked('tema=energi&tema=livsmedel').toSorted(), ticked('theme=food', 'en'), ticked('')]).toEqual([
      ['energi', 'livsmedel'],
      ['livsmedel'],
      [],
    ])
  })
  test('must have the region that the form names, else the one that the page is about, else none', () => {
    expect(view('region=alvik&med=byn&antal=3')).toMatchObject({ group: { region: 'byn' }, member: 'Byn' })
    expect(view('region=alvik&antal=3')).toMatchObject({ group: { region: 'alvik' }, member: 'Alvik' })
    expect(view('region=alvik&med=&antal=3')).toMatchObject({ group: { region: '' }, member: null })
    expect(view('antal=3')).toMatchObject({ group: { region: null }, member: null })
    expect(view('med=atlantis&antal=3').member).toBe(null)
  })
  test('is found among the regions, with the size asked for', () => {
    const found = (query: string) => view(query).groups!.map((group) => group.regions.map(({ name }) => name).toSorted())
    const three = 'tema=energi&tema=livsmedel&tema=skog-och-bioekonomi'
    expect([found(three), found(`${three}&tema=besoksnaring&antal=4`)]).toEqual([
      [['Alvik', 'Byn', 'Cedern']],
      [['Alvik', 'Byn', 'Cedern', 'Dal']],
    ])
  })
  test.each([
    ['tema=finns-inte', { kind: 'unknownTheme', asked: 'finns-inte' }],
    ['tema=energi&antal=9', { kind: 'size' }],
    ['tema=energi&med=atlantis', { kind: 'unknownRegion', asked: 'atlantis' }],
  ])('«%s» is not looked for, and what is wrong is told', (query, problem) => {
    expect(view(query)).toMatchObject({ problem, groups: null, isGroupAsked: true })
  })
  test('is not looked for on a day without areas', () => {
    expect(view('tema=energi&antal=3', { sketches: regions })).toMatchObject({ isGroupAsked: true, problem: null, groups: null })
  })
})

test('both forms offer the regions by name', () => {
  expect(view('').choices).toEqual([
    { code: '03', slug: 'alvik', name: 'Alvik' },
    { code: '04', slug: 'byn', name: 'Byn' },
    { code: '05', slug: 'cedern', name: 'Cedern' },
    { code: '06', slug: 'dal', name: 'Dal' },
  ])
})
