import { describe, expect, test } from 'vitest'
import { instrument } from './instrument.ts'

/** What every mutant turns a text into, in order. */
const faultsOf = (text: string): string[] =>
  instrument({ file: 'example.ts', text, firstId: 0 }).mutants.map(({ before, after }) => `${before} -> ${after}`)

/** What a function answers with no mutant on, and with each. */
function answersOf(text: string, ...values: unknown[]): unknown[] {
  const { code, mutants } = instrument({ file: 'example.ts', text: `const tried = ${text}`, firstId: 0 })
  return [-1, ...mutants.map(({ id }) => id)].map((active) => {
    let turns = 0
    const turn = () => {
      if (++turns > 1000) throw new Error('endless')
    }
    const tried = new Function('__mutant', '__turn', `${code}\nreturn tried`)((id: number) => id === active, turn)
    try {
      return tried(...values)
    } catch {
      return 'an error'
    }
  })
}

describe('the faults that are tried', () => {
  test.each([
    ['f(a < b)', ['(removed)', 'a < b -> (a) <= (b)', 'a < b -> (a) >= (b)', 'a < b -> true', 'a < b -> false']],
    ['f(a && b)', ['a && b -> (a) || (b)', 'a && b -> a', 'a && b -> b']],
    ['f(a ?? b)', ['a ?? b -> a', 'a ?? b -> b']],
    ['f(!a)', ['!a -> a']],
    ['f(list.find(g))', ['list.find(g) -> list.findLast(g)']],
    ['f(list.filter(g))', ['list.filter(g) -> list']],
    ['f([...a, ...b])', ['[...a, ...b] -> [...b]', '[...a, ...b] -> [...a]']],
    ['f([...new Set(a)])', ['[...new Set(a)] -> [...(a)]', '[...new Set(a)] -> []']],
    ['f(a?.b)', ['a?.b -> a.b']],
    ['f(1, true, "data")', ['1 -> 2', 'true -> false', `"data" -> ''`]],
  ])('%s', (text, expected) => {
    for (const fault of expected) expect(faultsOf(text).some((found) => found.endsWith(fault))).toBe(true)
  })
  test('words for people, types and names of imports are left alone', () => {
    expect(faultsOf("const a = 'Two words'")).toEqual([])
    expect(faultsOf("const a: { sv: 'x' | 'y' } = b")).toEqual([])
    expect(faultsOf("import { a } from './a.ts'")).toEqual([])
    expect(faultsOf("export { a } from './a.ts'")).toEqual([])
    expect(faultsOf("const a = { sv: 'energi', en: 'energy' }")).toEqual([])
  })
  test('what only remembers is left alone, for without it every answer is the same', () => {
    const text =
      'const cache = new WeakMap()\nconst f = (a) => { const made = cache.get(a) ?? make(a); cache.set(a, made); return made }'
    expect(faultsOf(text)).toEqual([expect.stringMatching(/-> \{\}$/)])
  })
  test('the size of what orders two different things does not matter', () => {
    expect(faultsOf('const order = (a, b) => (a < b ? -1 : 1)')).toEqual([
      'a < b -> (a) >= (b)',
      'a < b -> true',
      'a < b -> false',
    ])
  })
})

describe('a file with its mutants in it', () => {
  test.each(["export { a, b as c } from './a.ts'", 'const { a, b: c } = d', 'const { a = e } = d'])(
    'keeps names as they are: %s',
    (text) => {
      const { code } = instrument({ file: 'example.ts', text, firstId: 0 })
      expect(code.replace('(__mutant(0) ? (undefined) : e)', 'e')).toBe(text)
    },
  )
  test('answers as before while none is on', () => {
    expect(answersOf('(list) => list.filter((n) => n > 1).map((n) => n * 2)', [1, 2, 3])[0]).toEqual([4, 6])
    expect(answersOf('(a) => a?.b?.c ?? 7', undefined)[0]).toBe(7)
    expect(answersOf('(n) => { let sum = 0\n for (let i = 0; i < n; i++) sum += i\n return sum }', 4)[0]).toBe(6)
    expect(answersOf('(a, b) => { if (a) if (b) return 1\n else return 2\n return 3 }', true, false)[0]).toBe(2)
  })
  test('answers otherwise with one on', () => {
    expect(answersOf('(a, b) => a < b', 1, 1)).toEqual([false, true, true, true, false])
    expect(answersOf('(a) => a?.b', null)).toEqual([undefined, 'an error'])
    expect(answersOf('(a, b) => (a ?? b).find((n) => n)', null, [1, 2])).toContain(2)
  })
})
