import { beforeEach, describe, expect, test } from 'vitest'
import { firstFacts } from '../changes/first-facts.ts'
import { registryOver } from '../changes/registry.ts'
import type { Registry } from '../changes/registry.ts'
import { submit } from '../changes/submit.ts'
import { makeMemoryStore } from '../changes/testing/memory-store.ts'
import { answerWish, askWish, findLikeWish, sayOnWish } from '../changes/wish-changes.ts'
import type { Actor } from '../records/actor.ts'
import { nothingBeside } from '../records/beside.ts'
import type { AskerWord } from '../records/wish-asker.ts'
import type { WishAnswer } from '../records/wish-answer.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { wishDetailShape, wishShapes } from './wish-shape.ts'

const officer: Actor = { kind: 'key', role: 'administrator', name: 'nationell handläggare', owners: 'all' }
const editorOf = (code: string): Actor => ({
  kind: 'account',
  role: 'editor',
  name: `redaktör ${code}`,
  owners: [{ kind: 'region', id: code }],
})
const today = '2026-11-27'
let registry: Registry
beforeEach(() => {
  const clock = () => new Date('2026-11-27T12:00:00.000Z')
  registry = registryOver(makeMemoryStore(firstFacts()), nothingBeside, { clock })
})

const join = async (wishId: string, code: string, says: AskerWord = 'wishes', actor = editorOf(code)) => {
  const { change } = sayOnWish(await registry.view(), { wishId, regionCode: code, says, comment: null, today })
  return submit(registry, change, actor)
}
const answer = async (wishId: string, seen: number, given: Partial<WishAnswer> = {}, actor = officer) => {
  const body = {
    wishId,
    state: 'answered',
    ownerRole: 'handläggare, Tillväxtverket',
    dueOn: null,
    proof: null,
    ...given,
  } as const
  const words = given.answer === undefined ? { sv: 'Vi gör det.', en: 'We do it.' } : given.answer
  return submit(registry, answerWish(await registry.view(), { answer: { ...body, answer: words }, seen, today }), actor)
}
const shapes = async () => wishShapes(snapshotAt((await registry.view()).known, today))
const wishNow = async (id: string) => (await shapes()).find((wish) => wish.id === id)!

describe('the seven wishes of 2018', () => {
  test('stand there unanswered, without owner, and without askers since the source names none', async () => {
    const wishes = await shapes()
    expect(wishes.map(({ state, askers, ownerRole, askedOn }) => [state, askers.length, ownerRole, askedOn])).toEqual(
      Array.from({ length: 7 }, () => ['asked', 0, null, '2018-01-31']),
    )
    expect(wishes[6]!.heading!.sv).toBe('En bro till nästa period')
  })

  test('cannot be reworded by a region, for they have no owner among the regions', async () => {
    const change = { type: 'fields', kind: 'wish', recordId: 'wish-2018-01', expectedVersion: 1, validFrom: null } as const
    const reworded = { ...change, changes: { 'text.sv': 'Något annat' }, changeNote: 'Prov' }
    await expect(submit(registry, reworded, editorOf('17'))).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('from asked to closed', () => {
  const id = 'wish-2018-07'
  test('the national level answers, those who asked close it, and one who is not content opens it again', async () => {
    await join(id, '17')
    await join(id, '20')
    expect((await wishNow(id)).askers.map(({ name }) => name)).toEqual(['Dalarna', 'Värmland'])
    await answer(id, 0, { state: 'owned', answer: null, dueOn: '2026-12-01' })
    expect(await wishNow(id)).toMatchObject({ state: 'owned', isLate: false, ownedOn: today, answeredOn: null })
    const afterThat = wishShapes(snapshotAt((await registry.view()).known, '2026-12-02')).find((wish) => wish.id === id)!
    expect(afterThat).toMatchObject({ state: 'owned', isLate: true })
    await answer(id, 1)
    expect(await wishNow(id)).toMatchObject({ state: 'answered', answeredOn: today })
    await answer(id, 2, { state: 'done', proof: '/bro/2028' })
    await join(id, '17', 'solved')
    expect((await wishNow(id)).state).toBe('done')
    await join(id, '20', 'notSolved')
    expect((await wishNow(id)).state).toBe('answered')
    await join(id, '20', 'solved')
    expect(await wishNow(id)).toMatchObject({ state: 'closed', closedOn: today, doneOn: today })
    const snapshot = snapshotAt((await registry.view()).known, today)
    expect(wishDetailShape(snapshot, snapshot.get('wish', id)!).events.map(({ what }) => what)).toEqual([
      'asked',
      'joined',
      'joined',
      'owned',
      'answered',
      'done',
      'solved',
      'notSolved',
      'solved',
    ])
  })

  test('a verdict on an earlier answer does not count for a newer one', async () => {
    await join(id, '17')
    await answer(id, 0)
    await join(id, '17', 'solved')
    expect((await wishNow(id)).state).toBe('closed')
    await answer(id, 1, { answer: { sv: 'Något annat.', en: 'Something else.' } })
    expect((await wishNow(id)).state).toBe('answered')
  })

  test('what is declined needs a reason, and can be asked again by one who asks', async () => {
    await join(id, '08')
    await expect(answer(id, 0, { state: 'declined', answer: null })).rejects.toMatchObject({ code: 'invalid_record' })
    await answer(id, 0, { state: 'declined' })
    expect((await wishNow(id)).state).toBe('declined')
    await join(id, '08', 'notSolved')
    expect((await wishNow(id)).state).toBe('asked')
  })

  test('what is done needs something that shows it', async () => {
    await expect(answer(id, 0, { state: 'done' })).rejects.toMatchObject({ code: 'invalid_record' })
  })
})

describe('who may do what', () => {
  const id = 'wish-2018-02'
  test('only a region that asks may judge the answer, and only for itself', async () => {
    await join(id, '17')
    await answer(id, 0)
    await expect(join(id, '20', 'solved')).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(join(id, '17', 'solved', editorOf('20'))).rejects.toMatchObject({ code: 'not_allowed' })
    expect((await wishNow(id)).state).toBe('answered')
  })

  test('a region may not answer, nor join for another', async () => {
    await expect(answer(id, 0, {}, editorOf('17'))).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(join(id, '20', 'wishes', editorOf('17'))).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('nothing can be judged before there is an answer', async () => {
    await join(id, '17')
    await expect(join(id, '17', 'solved')).rejects.toMatchObject({ code: 'bad_request' })
  })

  test('of two officers who answer at once the second is told', async () => {
    await answer(id, 0)
    await expect(answer(id, 0, { answer: { sv: 'Annat.', en: 'Other.' } })).rejects.toMatchObject({ code: 'version_outdated' })
    // The same form sent twice is no second answer.
    expect(await answer(id, 0)).toEqual([])
  })

  test('a person’s name or identity number becomes no public text', async () => {
    await expect(answer(id, 0, { ownerRole: 'Anna Andersson' })).rejects.toMatchObject({ code: 'invalid_record' })
    const told = { sv: 'Ring 811218-9876.', en: 'Call 811218-9876.' }
    await expect(answer(id, 0, { answer: told })).rejects.toMatchObject({ code: 'invalid_record' })
  })
})

describe('asking for something new', () => {
  const text = 'Yrkesstatistik som går att använda i små län'
  const ask = async (words = text) => {
    const asked = askWish(await registry.view(), { regionCode: '09', text: words, textEn: null, today })
    await submit(registry, asked.change, editorOf('09'))
    return asked.wishId
  }
  test('is done by a region’s editor, sent twice it is one, and the asker is on it', async () => {
    const id = await ask()
    expect(await ask()).toBe(id)
    expect(await wishNow(id)).toMatchObject({ state: 'asked', askedOn: today, order: 8, citation: null })
    expect((await wishNow(id)).askers).toMatchObject([{ name: 'Gotland', says: 'wishes', on: today }])
    expect(await shapes()).toHaveLength(8)
  })

  test('a wish that is like it is found, and one about something else is not', async () => {
    const view = await registry.view()
    expect(findLikeWish(view, 'Vi behöver mallar, analyser och underlag')?.id).toBe('wish-2018-04')
    expect(findLikeWish(view, text)).toBeNull()
  })
})
