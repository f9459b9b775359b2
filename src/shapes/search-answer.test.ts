import { describe, expect, test } from 'vitest'
import { themesOfArea } from '../coding/area-coding.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { search } from '../search/search.ts'
import { searchIndexOf } from '../search/search-of-snapshot.ts'
import { groupSameAreas, searchAnswerOf } from './search-answer.ts'

const snapshot = shippedSnapshot('2026-11-26')
const answer = (text: string) => searchAnswerOf(snapshot, { text, lang: 'sv' })
const howOf = (text: string, name: string) => answer(text)?.regions.find((one) => one.name === name)?.how ?? null

describe('what the regions answer', () => {
  test('by name, by description, in other words and through the theme', () => {
    expect(howOf('rymdteknik', 'Norrbotten')).toBe('word')
    expect(howOf('vätgas', 'Norrbotten')).toBe('description')
    expect(howOf('vätgas', 'Västmanland')).toBe('theme')
    expect(answer('vätgas')!.theme).toMatchObject({ id: 'energi' })
  })
  test('what only borders on the theme is no answer', () => {
    const owners = new Set(
      snapshot
        .inForce('priorityArea')
        .filter((area) => themesOfArea(snapshot, area).some(({ themeId }) => themeId === 'energi'))
        .map(({ owner }) => owner.id),
    )
    const byTheme = answer('vätgas')!.regions.filter(({ how }) => how === 'theme')
    expect(byTheme.length).toBeGreaterThan(5)
    for (const { code } of byTheme) expect(owners.has(code), code).toBe(true)
  })
  test('an area of several regions is counted apart', () => {
    expect(answer('besöksnäring')!.jointCount).toBeGreaterThan(0)
  })
  test('nothing, when no area answers', () => {
    expect(answer('frisör')).toMatchObject({ regions: [], nearest: null, theme: null })
  })
  test('no answer to an empty query, or to the name of a region', () => {
    expect([answer(' '), answer('Norrbotten'), answer('Småland och öarna')]).toEqual([null, null, null])
  })
})

describe('the same area in several lists', () => {
  test('is one hit, that of the list in force, with the periods of the others', () => {
    const { hits } = search(searchIndexOf(snapshot), {
      text: 'vätgas',
      lang: 'sv',
      facets: { kind: ['priorityArea'] },
      limit: 100,
    })
    const grouped = groupSameAreas(hits)
    expect(grouped.length).toBeLessThan(hits.length)
    const keys = grouped.map(({ hit: { document } }) => `${document.regionCodes.join()} ${document.title.toLowerCase()}`)
    expect(new Set(keys).size).toBe(keys.length)
    const several = grouped.find(({ otherPeriods }) => otherPeriods.length > 0)!
    expect(several.hit.document.isInForce).toBe(true)
    expect(several.otherPeriods).not.toContain(several.hit.document.programmePeriodId)
  })
})
