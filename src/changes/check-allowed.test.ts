import { describe, expect, test } from 'vitest'
import { commandLineActor } from '../records/actor.ts'
import type { Actor } from '../records/actor.ts'
import {
  area,
  decision,
  jointArea,
  lineage,
  source,
  statement,
  strategy,
  versionsOf,
} from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import type { Append } from '../store/store.ts'
import { checkAllowed } from './check-allowed.ts'
import { makeMemoryStore } from './testing/memory-store.ts'
import { appendOf, refusalOf } from './testing/small-view.ts'

const [own, foreign, joint] = [strategy('egen', '03'), strategy('annan', '04'), strategy('gemensam', 'norr')]
const registry = makeMemoryStore(
  versionsOf([jointArea('norr', ['03', '04']), own, foreign, joint, area('ett', own), area('tva', foreign), area('tre', joint)]),
)
const ofThree = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  kind: 'account',
  role,
  name: 'Prov',
  owners: [{ kind: 'region', id: '03' }],
  ...more,
})
const check = (appends: Append[], actor: Actor) => checkAllowed({ store: registry }, appends, actor)
const proposed = (sketch: Sketch): Sketch => ({ ...sketch, state: 'proposed' })

describe('an editor of region 03', () => {
  test.each<[what: string, appends: Append[]]>([
    ['an area of the region', [appendOf(area('ett', own), 1)]],
    ['a new area of the region', [appendOf(area('ny', own))]],
    ['a decision on an area of the region', [appendOf(decision('ett', 'theme.energi', 'confirmed'))]],
    [
      'a decision on an area of the same change',
      [appendOf(area('ny', own)), appendOf(decision('ny', 'theme.energi', 'confirmed'))],
    ],
    [
      'a decision on an area that is not there, which the check of references refuses',
      [appendOf(decision('ingen', 'theme.energi', 'confirmed'))],
    ],
    ['a proposal of a record without an owner', [appendOf(proposed(source('kalla')))]],
    ['nothing', []],
  ])('may write %s', async (_what, appends) => {
    await check(appends, ofThree('editor'))
  })

  test.each<[what: string, appends: Append[], words: string]>([
    ['an area of another region', [appendOf(area('tva', foreign), 1)], 'region 04'],
    ['a new area of another region', [appendOf(area('ny', foreign))], 'region 04'],
    ['an area of another region, made over to its own', [appendOf(area('tva', own), 1)], 'region 04'],
    ['its own area, made over to another region', [appendOf(area('ett', foreign), 1)], 'region 04'],
    ['a decision on an area of another region', [appendOf(decision('tva', 'theme.energi', 'confirmed'))], 'region 04'],
    ['an area of a joint area', [appendOf(area('tre', joint), 1)], 'jointArea norr'],
    ['a decision on an area of a joint area', [appendOf(decision('tre', 'theme.energi', 'confirmed'))], 'jointArea norr'],
    [
      'a link to an area of another region',
      [appendOf(lineage('ett', 'tva', { change: 'renamed', verdict: 'confirmed' }))],
      'region 04',
    ],
    [
      'its own area and then one of another region',
      [appendOf(area('ett', own), 1), appendOf(area('tva', foreign), 1)],
      'region 04',
    ],
    ['what the administrator publishes', [appendOf(statement('wish', 'onskan', 1))], 'role officer'],
  ])('may not write %s', async (_what, appends, words) => {
    const { code, detail, data } = await refusalOf(check(appends, ofThree('editor')))
    const { kind, recordId } = appends.at(-1)!.version
    expect([code, data['kind'], data['recordId']]).toEqual(['not_allowed', kind, recordId])
    expect(detail).toContain(words)
    expect(data['words']).toEqual({ sv: expect.any(String), en: detail })
  })

  test('may write for a joint area that it also writes for', async () => {
    const actor = ofThree('editor', { owners: [{ kind: 'jointArea', id: 'norr' }] })
    await check([appendOf(area('tre', joint), 1), appendOf(decision('tre', 'theme.energi', 'confirmed'))], actor)
  })
})

describe('versions of one record in one change', () => {
  test('follow each other: each starts from the state of the one before', async () => {
    const returned = { ...area('ny', own), state: 'returned' } as const
    await check([appendOf(proposed(area('ny', own))), appendOf(returned, 1)], ofThree('editor'))
    const { code, detail } = await refusalOf(check([appendOf(area('ny', own)), appendOf(returned, 1)], ofThree('editor')))
    expect([code, detail]).toEqual(['invalid_record', expect.stringContaining('from “published” to “returned”')])
  })

  test('are each checked', async () => {
    const appends = [appendOf(proposed(area('ny', own))), appendOf(area('ny', own), 1)]
    expect((await refusalOf(check(appends, ofThree('proposer')))).code).toBe('not_allowed')
  })
})

test('an administrator may write for every owner, so that no owner is looked up', async () => {
  const read: string[] = []
  const findNewest: typeof registry.findNewest = (records) => {
    read.push(...records.map(({ recordId }) => recordId))
    return registry.findNewest(records)
  }
  const appends = [
    appendOf(area('ett', own), 1),
    appendOf(area('tva', foreign), 1),
    appendOf(decision('tre', 'theme.energi', 'confirmed')),
  ]
  await checkAllowed({ store: { findNewest } }, appends, commandLineActor('Prov'))
  expect(read).toEqual(['ett', 'tva', 'tre-theme-energi'])
})

test('a state that cannot come first is refused whatever the role', async () => {
  const first = appendOf({ ...area('ny', own), state: 'withdrawn' })
  const { code, detail, data } = await refusalOf(check([first], commandLineActor('Prov')))
  expect([code, data['recordId']]).toEqual(['invalid_record', 'ny'])
  expect(detail).toContain('priorityArea ny is not there yet and cannot begin as “withdrawn”')
})

test('a version whose writer has not seen the newest is left to the store, which says what has changed', async () => {
  await check([appendOf(area('tva', foreign)), appendOf(area('ny', foreign), 3)], ofThree('proposer'))
})
