import { describe, expect, test } from 'vitest'
import { area, decision, jointArea, lineage, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import { nextToReview, ReviewItemShape, reviewItems, reviewOwners } from './review-shape.ts'
import { threeRegionsOn } from './testing/three-regions.ts'

const day = '2024-01-01'
const confirmedEnergy = decision('d16-vind', 'theme.energi', 'confirmed')
const itemOf = (id: string, ...decisions: Parameters<typeof threeRegionsOn>[1][]) =>
  ReviewItemShape.parse(reviewItems(threeRegionsOn(day, ...decisions)).find(({ priority }) => priority.id === id))

describe('what is left to decide', () => {
  test('is listed for every area in force, by owner’s name and place in the list', () => {
    expect(reviewItems(threeRegionsOn(day)).map(({ priority }) => priority.id)).toEqual([
      'a21-energi',
      'a21-skog',
      'b17-energi',
      'd16-vind',
      'd16-skog',
    ])
  })
  test('follows the place in the list also where ids do not', () => {
    const list = strategy('s', '03')
    const made = snapshotOf([region('03', 'Alvik'), list, area('a', list, { body: { order: 2 } }), area('b', list)])
    expect(reviewItems(made).map(({ priority }) => priority.id)).toEqual(['b', 'a'])
  })
  test('is every suggested theme without a decision', () => {
    expect([itemOf('d16-vind').openThemes, itemOf('b17-energi').openThemes]).toEqual([1, 2])
    expect(itemOf('b17-energi', decision('b17-energi', 'theme.energi', 'rejected')).openThemes).toBe(1)
  })
  test('an area is reviewed when all its themes are decided on, and at least one decision was made', () => {
    const list = strategy('s', '03')
    const wordless = (...decisions: Parameters<typeof threeRegionsOn>[1][]) =>
      reviewItems(snapshotOf([region('03', 'Alvik'), list, area('x', list, { body: { displayLabel: 'Xxx' } }), ...decisions]))[0]!
    expect(wordless()).toMatchObject({ openThemes: 0, isReviewed: false })
    expect(wordless(decision('x', 'theme.energi', 'confirmed'))).toMatchObject({ isReviewed: true })
    expect(wordless(decision('x', 'kind.process', 'confirmed'))).toMatchObject({ isReviewed: true })
    expect(itemOf('d16-vind', confirmedEnergy)).toMatchObject({ openThemes: 0, isReviewed: true })
    expect(itemOf('b17-energi', decision('b17-energi', 'theme.energi', 'confirmed')).isReviewed).toBe(false)
  })
  test('people and program disagree where words suggest what is rejected, and where no words suggest what is confirmed', () => {
    const rejected = itemOf('d16-vind', decision('d16-vind', 'theme.energi', 'rejected'))
    expect(rejected.disagreements).toEqual([{ label: { sv: 'Energi', en: 'Energy' }, verdict: 'rejected', words: ['Vindkraft'] }])
    const added = itemOf('d16-vind', decision('d16-vind', 'theme.livsmedel', 'confirmed'))
    expect(added.disagreements).toEqual([
      { label: { sv: 'Livsmedel och jordbruk', en: 'Food and farming' }, verdict: 'confirmed', words: [] },
    ])
    expect(itemOf('d16-vind', confirmedEnergy).disagreements).toEqual([])
  })
})

describe('a link to the list before', () => {
  const [first, second] = [strategy('s1', '03', { to: '2020-01-01' }), strategy('s2', '03', { from: '2020-01-01' })]
  const renamed = [
    region('03', 'Alvik'),
    first,
    area('skog', first, { body: { displayLabel: 'Skogsbruk och trä' } }),
    area('sol', first, { body: { displayLabel: 'Solenergi' } }),
    second,
    area('skog-ny', second, { body: { displayLabel: 'Skogsbruk och trävaror' } }),
    area('sol-ny', second, { body: { displayLabel: 'Solenergi' } }),
    area('ny', second, { body: { displayLabel: 'Turism' } }),
  ]
  const openLinks = (...more: Parameters<typeof threeRegionsOn>[1][]) =>
    Object.fromEntries(reviewItems(snapshotOf([...renamed, ...more])).map((item) => [item.priority.id, item.openLinks]))
  test('is open when it is suggested and the words have changed', () => {
    expect(openLinks()).toEqual({ 'skog-ny': 1, 'sol-ny': 0, ny: 0 })
  })
  test('is settled by a decision', () => {
    expect(openLinks(lineage('skog', 'skog-ny', { change: 'renamed', verdict: 'confirmed' }))).toMatchObject({ 'skog-ny': 0 })
  })
  test('is counted once for each list before', () => {
    const third = area('tra', first, { body: { displayLabel: 'Trävaror' } })
    expect(openLinks(third)['skog-ny']).toBe(2)
  })
})

describe('the next to review', () => {
  const after = (id: string, ...decisions: Parameters<typeof threeRegionsOn>[1][]) => {
    const snapshot = threeRegionsOn(day, ...decisions)
    return nextToReview(snapshot, reviewItems(snapshot).find(({ priority }) => priority.id === id)!.priority)?.id ?? null
  }
  test('is the same owner’s, else the first of all', () => {
    expect([after('d16-vind'), after('a21-skog'), after('b17-energi')]).toEqual(['d16-skog', 'a21-energi', 'a21-energi'])
  })
  test('is none that is reviewed already', () => {
    const skog = decision('d16-skog', 'theme.skog-och-bioekonomi', 'confirmed')
    expect(after('d16-vind', skog)).toBe('a21-energi')
  })
  test('is null when all are', () => {
    const list = strategy('s', '03')
    const made = snapshotOf([region('03', 'Alvik'), list, area('x', list, { body: { displayLabel: 'Energi' } })])
    expect(nextToReview(made, reviewItems(made)[0]!.priority)).toBe(null)
  })
  test('a joint area is another owner than a region with the same id', () => {
    const [own, joint] = [strategy('s1', '03'), strategy('s2', 'bron')]
    const made = snapshotOf([
      region('03', 'Alvik'),
      jointArea('bron', ['03', '04']),
      own,
      area('b', own, { body: { displayLabel: 'Energi' } }),
      joint,
      area('a', joint, { body: { displayLabel: 'Energi' } }),
      area('c', joint, { body: { displayLabel: 'Energi', order: 2 } }),
    ])
    expect(nextToReview(made, reviewItems(made).find(({ priority }) => priority.id === 'a')!.priority)?.id).toBe('c')
  })
})

test('owners with areas in force come once each, by name', () => {
  expect(reviewOwners(threeRegionsOn(day)).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'region 03',
    'jointArea bron',
    'region 02',
  ])
})
