import { describe, expect, test } from 'vitest'
import { area, region, source, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import type { Append } from '../store/store.ts'
import { checkLists } from './check-lists.ts'
import { appendOf, refusalOf, viewOf } from './testing/small-view.ts'

const list = strategy('lista', '03', { from: '2015-01-01' })
const base: Sketch[] = [region('03', 'Alvik'), region('04', 'Byn'), list, area('energi', list), source('plan')]
const ended = { ...list, to: '2018-01-01' }
const next = strategy('nasta', '03', { from: '2018-01-01' })

/** Checks a change to a small registry, and counts how often the registry is read. */
async function check(appends: Append[]): Promise<number> {
  let readings = 0
  const view = async () => {
    readings += 1
    return viewOf(base)
  }
  await checkLists({ view }, appends)
  return readings
}

describe('a change is accepted', () => {
  test.each<[what: string, appends: Append[]]>([
    [
      'when a list ends with its areas and the next begins',
      [appendOf(ended, 1), appendOf({ ...area('energi', list), to: '2018-01-01' }, 1), appendOf(next)],
    ],
    ['when a list lasts as long as before', [appendOf({ ...list, body: { ...list.body, isComplete: false } }, 1)]],
    ['when a draft would take the place of a list', [appendOf({ ...next, state: 'draft' })]],
    ['when an area is added to its list', [appendOf(area('skog', list))]],
  ])('%s', async (_what, appends) => {
    expect(await check(appends)).toBe(1)
  })
  test('without reading the registry, when it is about other kinds', async () => {
    expect(await check([appendOf(source('plan'), 1)])).toBe(0)
    expect(await check([])).toBe(0)
  })
})

describe('a change is refused', () => {
  test.each<[what: string, appends: Append[], record: string, field: string, words: string]>([
    [
      'when a list ends and its area does not',
      [appendOf(ended, 1)],
      'priorityArea/energi',
      'validTo',
      '“energi” is in force on 2018-01-01, but the strategy “lista” that it belongs to no longer is.',
    ],
    [
      'when a list is withdrawn and its area is not',
      [appendOf({ ...list, state: 'withdrawn' }, 1)],
      'priorityArea/energi',
      'validTo',
      'in force on 2015-01-01',
    ],
    [
      'when a second list is in force beside the first',
      [appendOf(next)],
      'strategy/nasta',
      'validFrom',
      'the owner’s list “lista”',
    ],
    [
      'when an area of another owner is put on a list',
      [appendOf(area('skog', list, { body: { owner: { kind: 'region', id: '04' } } }))],
      'priorityArea/skog',
      'owner',
      'has another owner than the list “lista”',
    ],
  ])('%s', async (_what, appends, record, field, words) => {
    const { code, detail, data } = await refusalOf(check(appends))
    expect([code, data['issues']]).toEqual(['invalid_record', [{ record, path: field, message: expect.stringContaining(words) }]])
    expect(detail).toBe(`${record}, field ${field}: ${(data['issues'] as { message: string }[])[0]!.message}`)
    expect(data['words']).toEqual({ en: detail, sv: expect.stringContaining(`${record}, fältet ${field}: `) })
  })

  test('and the number of further faults is given', async () => {
    const { detail, data } = await refusalOf(
      check([appendOf(ended, 1), appendOf(strategy('annan', '03', { from: '2016-01-01' }))]),
    )
    expect((data['issues'] as { record: string }[]).map(({ record }) => record)).toEqual([
      'priorityArea/energi',
      'strategy/annan',
    ])
    expect(detail).toMatch(/\(\+ 1\)$/)
    expect((data['words'] as { sv: string }).sv).toMatch(/\(\+ 1\)$/)
  })
})
