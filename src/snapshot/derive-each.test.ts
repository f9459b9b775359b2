import { expect, test } from 'vitest'
import { deriveEach, deriveEachWith } from './derive-each.ts'

test('a value is made once for each record', () => {
  const made: string[] = []
  const nameOf = deriveEach('names', ({ name }: { name: string }) => {
    made.push(name)
    return name.toUpperCase()
  })
  const [one, alike] = [{ name: 'ett' }, { name: 'ett' }]
  expect([nameOf(one), nameOf(one), nameOf(alike)]).toEqual(['ETT', 'ETT', 'ETT'])
  expect(made).toEqual(['ett', 'ett'])
})

test('a value of two records is made once for each pair', () => {
  const made: string[] = []
  const join = deriveEachWith('pairs', (one: { a: string }, other: { b: string }) => {
    made.push(one.a + other.b)
    return one.a + other.b
  })
  const [a, b] = [{ a: 'a' }, { a: 'b' }]
  const [x, y] = [{ b: 'x' }, { b: 'y' }]
  expect([join(a, x), join(a, y), join(b, x), join(a, x), join(b, x)]).toEqual(['ax', 'ay', 'bx', 'ax', 'bx'])
  expect(made).toEqual(['ax', 'ay', 'bx'])
})
