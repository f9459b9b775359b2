import { describe, expect, test } from 'vitest'
import { causeOf, compareAnswers, describeComparison, linesOf } from './comparison.mjs'

const page = (title, number) =>
  `GET /x\nstatus 200\ncontent-type: text/html\n\n<html><title>${title} – Spets</title><p>${number} regioner</p></html>`
const sides = (pairs) => [0, 1].map((side) => new Map(Object.entries(pairs).map(([name, pair]) => [name, pair[side]])))

describe('comparing', () => {
  test('counts what is the same, different, missing and added', () => {
    const before = new Map([
      ['a', 'x'],
      ['b', 'x'],
      ['c', 'x'],
    ])
    const after = new Map([
      ['a', 'x'],
      ['b', 'y'],
      ['d', 'x'],
    ])
    const { same, different, missing, added, isSame } = compareAnswers(before, after)
    expect({ same, different, missing, added, isSame }).toEqual({
      same: 1,
      different: 1,
      missing: ['c'],
      added: ['d'],
      isSame: false,
    })
  })

  test('finds nothing between a set and itself', () => {
    const [before] = sides({ a: [page('Skåne', 1), ''] })
    expect(compareAnswers(before, before)).toMatchObject({ same: 1, different: 0, causes: [], isSame: true })
  })

  test('shows once what is the same change in many answers, with a number and a title of each', () => {
    const changed = (title, number) => page(title, number).replace('– Spets', '| Spets')
    const [before, after] = sides({
      a: [page('Skåne', 1), changed('Skåne', 1)],
      b: [page('Gotland', 2), changed('Gotland', 2)],
    })
    const comparison = compareAnswers(before, after)
    expect(comparison.causes.map(({ names }) => names)).toEqual([['a', 'b']])
    const words = describeComparison(comparison, { most: 10 })
    expect(words).toContain('same 0, different 2, missing 0, added 0')
    expect(words).toContain('in 2 answers: a')
    expect(words).toContain('-<title>Skåne – Spets')
    expect(words).toContain('+<title>Skåne | Spets')
  })

  test('keeps two changes apart, unless they appear in the same answers', () => {
    const title = (text) => text.replace('– Spets', '| Spets')
    const noun = (text) => text.replace('regioner', 'län')
    const [skåne, gotland] = [page('Skåne', 1), page('Gotland', 2)]
    const [one, other] = sides({ a: [skåne, noun(title(skåne))], b: [gotland, title(gotland)] })
    expect(compareAnswers(one, other).causes.map(({ names }) => names)).toEqual([['a', 'b'], ['a']])
    const [both, changed] = sides({ a: [skåne, noun(title(skåne))], b: [gotland, noun(title(gotland))] })
    const { causes } = compareAnswers(both, changed)
    expect(causes.map(({ names, blocks }) => [names, blocks.length])).toEqual([[['a', 'b'], 2]])
  })

  test('another status is one cause, with all that differs with it', () => {
    const refused = 'GET /x\nstatus 404\ncontent-type: text/html\nx: 1\n\n<p>Finns inte'
    const [one, other] = sides({ a: [page('Skåne', 1), refused], b: [page('Gotland', 2), refused] })
    expect(compareAnswers(one, other).causes.map(({ names }) => names)).toEqual([['a', 'b']])
  })

  test('a difference that only line ends make is a difference', () => {
    const [one, other] = sides({ a: ['head\n\na\nb', 'head\n\na\r\nb'] })
    expect(compareAnswers(one, other)).toMatchObject({ different: 1, isSame: false })
    expect(compareAnswers(one, other).causes).toHaveLength(1)
  })
})

test('cutting an answer into lines loses nothing', () => {
  const json = 'GET /x\ncontent-type: application/json\n\n{"a":[{"b":"x,{y"},{"c":2}],"d":null}'
  for (const text of [page('Skåne', 1), json]) expect(linesOf(text).join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
  expect(linesOf(json).length).toBeGreaterThan(6)
})

test('numbers, names of records and long texts are no causes of their own; another word is', () => {
  const cause = (from, to) => causeOf({ removed: [from], added: [to] })
  expect(cause('"score":0.125', '"score":0.25')).toBe(cause('"score":0.5', '"score":0.75'))
  expect(cause('', '<a href="/region/skane">')).toBe(cause('', '<a href="/region/gotland">'))
  expect(cause('<b>Tema', '<b>Ämne')).not.toBe(cause('<b>Tema', '<b>Fält'))
})
