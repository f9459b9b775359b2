import { describe, expect, test } from 'vitest'
import { actorKinds, isAtLeast, roles } from './actor.ts'
import type { Actor, Role } from './actor.ts'
import { may } from './may.ts'
import { kindOf, recordKinds } from './record.ts'
import type { RecordKind } from './record.ts'
import { versionStates, writtenStates } from './version-states.ts'
import type { WrittenState } from './version-states.ts'

/** The least role that writes a state of a kind, repeated by hand so that a change of the rules is noticed. */
const leastByHand = (kind: RecordKind, state: WrittenState): Role => {
  // What several regions agree on is proposed by none of them alone.
  if (kind === 'jointAction') return 'editor'
  if (state === 'draft' || state === 'proposed') return 'proposer'
  // What a region says itself needs nobody's agreement.
  if (['finding', 'wish', 'wishAsker', 'bridgeVerdict', 'roundAnswer'].includes(kind))
    return state === 'returned' ? 'editor' : 'proposer'
  if (['wishAnswer', 'nextStep', 'round', 'forumConclusion'].includes(kind)) return 'officer'
  const isEverybodys = ['region', 'jointArea', 'programmePeriod', 'declinedFact', 'loadedFacts'].includes(kind)
  return isEverybodys ? 'administrator' : 'editor'
}

/** A state that the given state may follow. */
const before: Record<WrittenState, 'proposed' | 'published'> = {
  draft: 'published',
  proposed: 'published',
  published: 'proposed',
  returned: 'proposed',
  withdrawn: 'published',
}

const actorOf = (kind: Actor['kind'], role: Role, owners: Actor['owners'] = 'all'): Actor => ({ kind, role, name: role, owners })
const varmland = { kind: 'region', id: '17' } as const
const gavleborg = { kind: 'region', id: '21' } as const

describe.each(actorKinds)('who comes in as %s', (actorKind) => {
  test.each(recordKinds)('may write the states of %s that the role reaches', (kind) => {
    for (const role of roles)
      for (const to of writtenStates) {
        const wanted = { kind, recordId: 'x', from: before[to], to, owners: [varmland, varmland] }
        const allowed = may(actorOf(actorKind, role), wanted, kindOf(kind).may)
        const isAllowed = isAtLeast(role, leastByHand(kind, to))
        expect([role, to, allowed === true || allowed.code]).toEqual([role, to, isAllowed || 'not_allowed'])
      }
  })

  test('writes for its own regions alone, before the change and after', () => {
    const editor = actorOf(actorKind, 'editor', [varmland])
    const asks = (owners: (typeof varmland | typeof gavleborg | null)[]) =>
      may(editor, { kind: 'priorityArea', recordId: 'x', from: 'published', to: 'published', owners }, kindOf('priorityArea').may)
    expect(asks([varmland, varmland])).toBe(true)
    expect(asks([null, varmland])).toBe(true)
    expect(asks([null, gavleborg])).toMatchObject({ code: 'not_allowed' })
    expect(asks([gavleborg, varmland])).toMatchObject({ code: 'not_allowed' })
    expect(asks([varmland, gavleborg])).toMatchObject({ words: { en: expect.stringContaining('region 21') as string } })
  })
})

test('which states may follow which', () => {
  const arrows = [null, ...versionStates].flatMap((from) =>
    versionStates.map((to) => ({
      from,
      to,
      allowed: may(actorOf('key', 'administrator'), { kind: 'wish', recordId: 'x', from, to, owners: [] }, kindOf('wish').may),
    })),
  )
  const allowed = arrows.filter((arrow) => arrow.allowed === true).map(({ from, to }) => `${from ?? 'none'} ${to}`)
  const fromDraft = ['draft', 'proposed', 'published', 'withdrawn']
  expect(allowed).toEqual(
    [
      ['none', ['draft', 'proposed', 'published']],
      ['draft', fromDraft],
      ['proposed', ['draft', 'proposed', 'published', 'returned', 'withdrawn']],
      ['published', fromDraft],
      ['returned', fromDraft],
      ['rejected', fromDraft],
      ['withdrawn', fromDraft],
    ].flatMap(([from, next]) => (next as string[]).map((to) => `${from as string} ${to}`)),
  )
  const refused = arrows.find(({ from, to }) => from === null && to === 'returned')!.allowed
  expect(refused).toMatchObject({
    code: 'invalid_record',
    words: { en: expect.stringContaining('draft, proposed, published') as string },
  })
})
