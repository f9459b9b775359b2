import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeMemory } from './memory.ts'

test('what was put last is found, whatever was put before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.nat()), { minLength: 1 }),
      fc.integer({ min: 1, max: 4 }),
      (puts, most) => {
        const memory = makeMemory<number>(most)
        const latest = new Map<string, number>()
        for (const [key, value] of puts) {
          memory.set(key, value)
          latest.set(key, value)
          for (const [one, put] of latest) expect([put, undefined]).toContain(memory.get(one))
          expect(memory.get(key)).toBe(value)
        }
      },
    ),
  )
})

test('what is asked for stays, and what nobody asks for is forgotten', () => {
  const memory = makeMemory<number>(10)
  memory.set('common', 1)
  memory.set('seldom', 2)
  for (let at = 0; at < 100; at++) {
    memory.set(`rare ${at}`, at)
    expect(memory.get('common')).toBe(1)
  }
  expect(memory.get('seldom')).toBeUndefined()
})
