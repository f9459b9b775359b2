import { describe, expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { findLineage } from './lineage.ts'
import { suggestLineage } from './suggest-lineage.ts'
import { findSimilarPriorities } from './area-likeness.ts'
import { similarityOf } from './similarity.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const area = (label: string) => ({
  id: label,
  displayLabel: label,
  verbatimLabel: label,
  language: 'sv' as const,
  translatedLabel: null,
})
const complete = { previousIsComplete: true, nextIsComplete: true }
const suggest = (previous: string[], next: string[], options = complete) =>
  suggestLineage(shippedThesaurus, previous.map(area), next.map(area), options).map(
    ({ predecessorId, successorId, change }) => `${predecessorId ?? '–'} → ${successorId ?? '–'}: ${change}`,
  )

describe('what became of an area', () => {
  test('the same words are unchanged, whatever the punctuation', () => {
    expect(
      suggest(['Digitala tjänster/processer', 'Hälsa & välfärd'], ['Hälsa och välfärd', 'Digitala tjänster och processer']),
    ).toEqual([
      'Digitala tjänster/processer → Digitala tjänster och processer: unchanged',
      'Hälsa & välfärd → Hälsa och välfärd: unchanged',
    ])
  })
  test('other words for the same are renamed, even without a common stem', () => {
    expect(suggest(['Sport, turism, outdoor'], ['Upplevelser'])).toEqual(['Sport, turism, outdoor → Upplevelser: renamed'])
  })
  test('filler words alone link nothing', () => {
    expect(suggest(['Smarta hållbara lösningar'], ['Smarta hållbara system'])).toEqual([
      'Smarta hållbara lösningar → –: dropped',
      '– → Smarta hållbara system: new',
    ])
  })
  test('one area that clearly became two is split, and two that became one are merged', () => {
    expect(suggest(['Livsmedel och skog'], ['Livsmedel', 'Skog'])).toEqual(
      expect.arrayContaining([expect.stringContaining('split')]),
    )
    expect(suggest(['Solenergi', 'Vindenergi'], ['Sol- och vindenergi']).toSorted()).toEqual([
      'Solenergi → Sol- och vindenergi: merged',
      'Vindenergi → Sol- och vindenergi: merged',
    ])
  })
  test('nothing is concluded from what an incomplete list does not show', () => {
    expect(suggest(['Skog', 'Rymd'], ['Skog'], { ...complete, nextIsComplete: false })).toEqual(['Skog → Skog: unchanged'])
    expect(suggest(['Skog'], ['Skog', 'Rymd'], { ...complete, previousIsComplete: false })).toEqual(['Skog → Skog: unchanged'])
  })
  test('each link has a reason in both languages', () => {
    const [link] = suggestLineage(shippedThesaurus, [area('Avancerad industri')], [area('Grön och cirkulär industri')], complete)
    expect(link!.reason.sv).toContain('”industri”')
    expect(link!.reason.en).toContain('“industri”')
  })
})

const unreviewed = { ...getShippedBeside(), lineageReview: null }

describe('on the lists that ship, without what was reviewed', () => {
  const step = (code: string, index: number) =>
    findLineage(shippedSnapshot('2026-11-23', [], unreviewed), { kind: 'region', id: code })[index]!
  const changes = (code: string, index: number) =>
    step(code, index).links.map(
      ({ predecessor, successor, change }) =>
        `${predecessor?.displayLabel ?? '–'} → ${successor?.displayLabel ?? '–'}: ${change}`,
    )

  test('Södermanland repeated its three areas', () => {
    expect(step('04', 0).links.map((link) => link.change)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })
  test('Östergötland kept all five, three in other words', () => {
    expect(changes('05', 0)).toEqual(
      expect.arrayContaining([
        'Affärsmodeller för hållbara systemlösningar → Miljönytta som affär: renamed',
        'Avancerade material → Avancerade material: unchanged',
      ]),
    )
    expect(step('05', 0).links).toHaveLength(5)
  })
  test('Jönköping dropped its three ways of working and named six fields', () => {
    const links = step('06', 0).links.map((link) => link.change)
    expect([links.filter((change) => change === 'dropped').length, links.filter((change) => change === 'new').length]).toEqual([
      3, 6,
    ])
  })
  test('a list that shows only a part drops nothing: Västernorrland', () => {
    expect(step('22', 0).links.filter((link) => link.change === 'dropped')).toEqual([])
  })
})

test('what a person has decided overrides the suggestion', () => {
  const decision = (id: string, body: object) =>
    ({
      kind: 'lineage',
      recordId: id,
      version: 1,
      validFrom: '2014-01-01',
      validTo: null,
      recordedAt: '2026-01-01T00:00:00.000Z',
      recordedBy: 'a strategist',
      changeNote: 'Samma område',
      state: 'published',
      source: null,
      contentHash: 'x',
      sequence: 9999,
      body,
    }) as unknown as RecordVersion
  const [from, to] = ['vastra-gotaland-2018-textil', 'vastra-gotaland-2022-hallbar-industri']
  const [gone, renamed] = ['vastra-gotaland-2018-hallbara-transporter', 'vastra-gotaland-2022-framtidens-mobilitet']
  const snapshot = shippedSnapshot('2026-11-23', [
    decision('a', { predecessorId: from, successorId: to, change: 'merged', verdict: 'confirmed' }),
    decision('b', { predecessorId: gone, successorId: renamed, change: 'renamed', verdict: 'rejected' }),
  ])
  const steps = findLineage(snapshot, { kind: 'region', id: '14' })
  const { links } = steps.find(({ from: edition }) => edition.strategy.id === 'vastra-gotaland-2018')!
  const about = (id: string) =>
    links
      .filter(({ predecessor, successor }) => predecessor?.id === id || successor?.id === id)
      .map(({ predecessor, successor, change, basis }) => [predecessor?.id ?? null, successor?.id ?? null, change, basis])
  expect(about(from)).toEqual([[from, to, 'merged', 'confirmed']])
  expect(about(gone)).toEqual([[gone, null, 'dropped', 'suggested']])
})

describe('likeness', () => {
  const score = (a: string, b: string) => similarityOf(shippedThesaurus, area(a), area(b)).score
  test('is graded: same words, same subject, other subject', () => {
    expect(score('Skog', 'Skog')).toBe(1)
    expect(score('Turism', 'Besöksnäring')).toBeGreaterThan(0.4)
    expect(score('Smarta städer', 'Smarta material')).toBeLessThan(0.2)
    expect(score('Rymd', 'Livsmedel')).toBe(0)
  })
  test('is the same both ways', () => {
    expect(score('Marin miljö', 'Energi/miljö')).toBeCloseTo(score('Energi/miljö', 'Marin miljö'), 12)
  })
  test('is not looked for in one’s own region', () => {
    const similar = findSimilarPriorities(shippedSnapshot('2026-11-23'), 'varmland-2022-skoglig-bioekonomi', 5)
    expect(similar.length).toBeGreaterThan(2)
    expect(similar.every(({ priority }) => priority.owner.id !== '17')).toBe(true)
  })
})
