import { expect, test } from 'vitest'
import { lineageTracks } from './lineage-tracks.ts'
import type { EditionShape, LineageStepShape } from './shapes.ts'

const list = (...ids: string[]) =>
  ({ strategy: { id: ids.join() }, priorities: ids.map((id) => ({ id })) }) as unknown as EditionShape

/** `a>b` continues, `>b` is new, `a>` has no continuation. */
const step = (...links: string[]) =>
  ({
    links: links.map((link) => {
      const [from, to] = link.split('>') as [string, string]
      const change = !from ? 'new' : !to ? 'dropped' : 'renamed'
      return { predecessorId: from || null, successorId: to || null, change }
    }),
  }) as unknown as LineageStepShape

const rows = (editions: EditionShape[], steps: LineageStepShape[]) =>
  lineageTracks(editions, steps).map(({ cells, into, from, ending }) =>
    [
      cells.map((cell) => (cell ? `${cell.priority.id}${cell.place}${cell.isNew ? '!' : ''}` : '-')).join(' '),
      ...into.map(({ priority }) => `into ${priority.id}`),
      ...from.map(({ priority }) => `from ${priority.id}`),
      ...(ending ? [ending.change] : []),
    ].join(', '),
  )

test('the last list gives the order; what ended comes after', () => {
  expect(rows([list('a', 'b'), list('c', 'd')], [step('a>d', '>c', 'b>')])).toEqual(['- c1!', 'a1 d2', 'b2 -, dropped'])
})
test('a track goes through all lists', () => {
  expect(rows([list('a'), list('b'), list('c')], [step('a>b'), step('b>c')])).toEqual(['a1 b1 c1'])
})
test('an area that became two has its place in the first track, and the second says where it comes from', () => {
  expect(rows([list('a'), list('b', 'c')], [step('a>b', 'a>c')])).toEqual(['a1 b1', '- c2, from a'])
})
test('of areas that became one, the first is in its track and the other says what it went into', () => {
  expect(rows([list('a', 'b'), list('c')], [step('a>c', 'b>c')])).toEqual(['a1 c1', 'b2 -, into c'])
})
test('an area that is missing in a list and taken up later has a gap in its track', () => {
  expect(rows([list('a'), list('b'), list('c')], [step('a>', '>b'), step('a>c', 'b>')])).toEqual(['a1 - c1', '- b1! -, dropped'])
})
test('one list has tracks of one cell', () => {
  expect(rows([list('a', 'b')], [])).toEqual(['a1', 'b2'])
})
