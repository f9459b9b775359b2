import { describe, expect, test } from 'vitest'
import { area, at, cluster, region, snapshotOf, source, strategy } from '../snapshot/testing/small-registry.ts'
import { judgedCompanies } from '../coding/testing/judgement-files.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { companyAnswer, CompanyShape, companyView, fitLabel, longestDescription, readableText } from './company-shape.ts'

const varmland = strategy('s17', '17', { source: at('plan') })
const dalarna = strategy('s20', '20')
const snapshot = snapshotOf([
  region('17', 'Värmland', { body: { slug: 'varmland', countyName: 'Värmlands län' } }),
  region('20', 'Dalarna', { body: { slug: 'dalarna', countyName: 'Dalarnas län' } }),
  region('14', 'Västra Götaland', { body: { slug: 'vastra-gotaland', countyName: 'Västra Götalands län' } }),
  source('plan'),
  varmland,
  area('v-skog', varmland, { body: { displayLabel: 'Skogsbruk' } }),
  area('v-turism', varmland, { body: { displayLabel: 'Turism', order: 2 } }),
  dalarna,
  area('d-skog', dalarna, { body: { displayLabel: 'Skogsbruk' } }),
  cluster('skogsklustret', '17', { body: { themeIds: ['skog-och-bioekonomi'] } }),
  cluster('andra-skogsklustret', '20', { body: { themeIds: ['skog-och-bioekonomi'] } }),
])
const ask = (input: Partial<Parameters<typeof companyView>[1]>) =>
  companyView(snapshot, { text: '', place: '', industry: '', ...input })

describe('the fit of a business', () => {
  const { fit, problems } = ask({ text: 'Vi arbetar med skogsbruk', place: 'Karlstad' })
  test('has the region of its place, how the place was read, and what the region’s areas rest on', () => {
    expect(CompanyShape.parse(fit)).toMatchObject({
      region: { code: '17', slug: 'varmland', name: 'Värmland' },
      place: { name: 'Karlstad', county: 'Värmlands län' },
      source: { source: { id: 'plan' } },
      industry: null,
    })
  })
  test('has what it is about, and its words', () => {
    expect(fit.subjects[0]).toMatchObject({ words: ['skogsbruk'], fromIndustry: false, confidence: expect.any(Number) })
    expect(fit.subjects[0]!.label.sv).not.toBe('')
  })
  test('has the own region’s areas apart from those elsewhere', () => {
    expect(fit.own.map(({ priority }) => priority.id)).toEqual(['v-skog'])
    expect(fit.elsewhere.map(({ priority }) => priority.id)).toEqual(['d-skog'])
    expect(fit.own[0]).toMatchObject({ closeness: 'shared', score: expect.any(Number), reason: { sv: expect.any(String) } })
  })
  test('has clusters, the own region’s marked', () => {
    expect(fit.clusters.map(({ cluster: { id }, isOwnRegion }) => [id, isOwnRegion])).toEqual([
      ['skogsklustret', true],
      ['andra-skogsklustret', false],
    ])
    expect(fit.clusters[0]!.reason).not.toBe(null)
  })
  test('has no problem to report', () => {
    expect(problems).toEqual({ place: null, industry: null, isCut: false, isEmptyDay: false })
  })
})

describe('what is not given', () => {
  test('is no problem', () => {
    const { fit, problems } = ask({ text: 'skogsbruk', place: '  ', industry: '  ' })
    expect(fit).toMatchObject({ region: null, place: null, source: null, industry: null, own: [] })
    expect(problems).toEqual({ place: null, industry: null, isCut: false, isEmptyDay: false })
  })
  test('a region without a list has no source', () => {
    expect(ask({ text: 'skogsbruk', place: 'Göteborg' }).fit).toMatchObject({ region: { code: '14' }, source: null })
  })
})

describe('what is not known', () => {
  test('is reported by field', () => {
    expect(ask({ place: 'Nowhereville' }).problems.place).toMatchObject({ outcome: 'unknown' })
    expect(ask({ industry: '99999' }).problems).toMatchObject({ industry: { en: 'SNI not known: 99999' }, place: null })
    expect(ask({ industry: ' 62 ' })).toMatchObject({ problems: { industry: null }, fit: { industry: { code: '62' } } })
  })
  test('is reported for a day without areas', () => {
    const empty = snapshotOf([region('17', 'Värmland')])
    expect(companyView(empty, { text: '', place: '', industry: '' }).problems.isEmptyDay).toBe(true)
  })
  test('is refused for programs, in words that name it', () => {
    const refusal = (input: Partial<Parameters<typeof companyView>[1]>): string => {
      try {
        companyAnswer(snapshot, { text: 'skogsbruk', place: '', industry: '', ...input })
        return 'no refusal'
      } catch (error) {
        return JSON.stringify(error, Object.getOwnPropertyNames(error))
      }
    }
    expect(refusal({})).toBe('no refusal')
    expect(refusal({ text: 'ord '.repeat(300) })).toContain('longer than 600 characters')
    expect(refusal({ industry: '9'.repeat(30) })).toContain(`SNI not known: ${'9'.repeat(20)}`)
    expect(refusal({ place: 'q'.repeat(70) })).toContain(`«${'q'.repeat(60)}» is no Swedish municipality`)
    expect(refusal({ place: 'Nowhereville' })).not.toContain('Did you mean')
    expect(refusal({ place: 'Karlstd' })).toContain('Did you mean «Karlstad»')
    for (const input of [{ text: 'ord '.repeat(300) }, { industry: '99999' }, { place: 'Nowhereville' }])
      expect(() => companyAnswer(snapshot, { text: '', place: '', industry: '', ...input })).toThrow(
        expect.objectContaining({ code: 'bad_request' }),
      )
  })
  test('the same answer is given to programs where nothing is wrong', () => {
    const input = { text: 'skogsbruk', place: 'Karlstad', industry: '02' }
    expect(companyAnswer(snapshot, input)).toEqual(companyView(snapshot, input).fit)
  })
})

describe('as much of a description as is read', () => {
  const word = 'a'.repeat(10)
  test.each([
    ['  kort  ', 'kort'],
    ['rad\r\nrad', 'rad\nrad'],
    ['x'.repeat(longestDescription), 'x'.repeat(longestDescription)],
    [`${'x'.repeat(longestDescription)} mer`, 'x'.repeat(longestDescription)],
    [`${'x'.repeat(595)} ${word}`, 'x'.repeat(595)],
    ['x'.repeat(700), 'x'.repeat(600)],
  ])('%#: to the end of its last whole word', (written, expected) => {
    expect(readableText(written)).toBe(expected)
  })
  test('a line’s end counts as one character, as the browser counts it', () => {
    const lines = `${'a\r\n'.repeat(299)}b`
    expect(ask({ text: lines }).problems.isCut).toBe(false)
    expect(ask({ text: `${'x '.repeat(400)}` }).problems.isCut).toBe(true)
  })
})

test('areas are in the order of how near they are said to be, and by score within that', () => {
  const shipped = shippedSnapshot('2026-11-26')
  const rank = { strong: 0, some: 1, weak: 2 }
  let several = 0
  for (const { text, regionCode } of judgedCompanies('tuning')) {
    const { own, elsewhere } = companyView(shipped, { text, place: regionCode ?? '', industry: '' }).fit
    for (const list of [own, elsewhere]) {
      const ranks = list.map((one) => rank[fitLabel(one)])
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      several += Number(new Set(ranks).size > 1)
      for (const [at, one] of list.entries())
        if (at > 0 && ranks[at] === ranks[at - 1]) expect(one.score).toBeLessThanOrEqual(list[at - 1]!.score)
    }
  }
  expect(several).toBeGreaterThan(10)
})
