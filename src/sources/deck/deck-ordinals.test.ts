import { describe, expect, test } from 'vitest'
import { readText } from './testing/read-lists.ts'

describe('ordinals, lists on a line, and notes', () => {
  test.each([
    ['1: Mat\n2: Trä', ['Mat', 'Trä']],
    ['1 – Hälsa\n2 – Grön tillväxt', ['Hälsa', 'Grön tillväxt']],
    ['- 5 – 10 år av vård\n- 112-central', ['5 – 10 år av vård', '112-central']],
    ['i. Hälsa\nii. Trä', ['Hälsa', 'Trä']],
  ])('a number before a colon or a dash is an ordinal where words follow: %j', async (items, expected) => {
    expect((await readText(`Halland\n\n${items}\n`)).lists).toEqual({ Halland: expected })
  })

  test.each([
    ['Prioriteringar i Halland: Hälsa, Grön tillväxt', ['Hälsa', 'Grön tillväxt']],
    ['Region Halland, prioriterade områden: Hälsa; Trä', ['Hälsa', 'Trä']],
    ['Områden i Hallands län – Mat, Trä', ['Mat', 'Trä']],
    ['Halland – Hälsa | Grön tillväxt | Mat, dryck', ['Hälsa', 'Grön tillväxt', 'Mat, dryck']],
    ['Halland: Hälsa • Trä', ['Hälsa', 'Trä']],
  ])('a region among words, with its list on the line: %s', async (line, expected) => {
    const { lists, taken } = await readText(`${line}\n\nKalmar\n- Mat\n`)
    expect(lists).toEqual({ Halland: expected, Kalmar: ['Mat'] })
    expect(taken[line]).not.toBe('heading')
  })

  test('a heading with more after a colon is told, not lost', async () => {
    const line = 'Prioriteringar i Halland: samarbete med Skåne, hälsa'
    const { lists, taken } = await readText(`${line}\n\nKalmar\n- Mat\n`)
    expect([lists, taken[line]]).toEqual([{ Kalmar: ['Mat'] }, 'notPlaced'])
  })

  test('a star that explains one above is a note, and told; where items have stars it is an item', async () => {
    const noted = await readText('Halland\n- Hälsa*\n- Mat\n* Beslutas i vår\n\nKalmar\n- Trä\n')
    expect(noted.lists).toEqual({ Halland: ['Hälsa*', 'Mat'], Kalmar: ['Trä'] })
    expect(noted.taken['* Beslutas i vår']).toBe('notPlaced')
    expect((await readText('Halland\n* Hälsa*\n* Mat\n')).lists).toEqual({ Halland: ['Hälsa*', 'Mat'] })
  })
})
