import { describe, expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { readArea } from './area-called.ts'

const snapshot = shippedSnapshot('2026-11-27')
const id = (asked: string, on = snapshot) => {
  const reading = readArea(on, asked)
  return reading.outcome === 'known' ? reading.area.id : reading.outcome
}

test.each([
  ['its id', 'varmland-2018-skoglig-bioekonomi', 'varmland-2018-skoglig-bioekonomi'],
  ['its id in capitals', 'VARMLAND-2018-Skoglig-Bioekonomi', 'varmland-2018-skoglig-bioekonomi'],
  ['its id with å, ä and ö', 'Värmland 2018 skoglig bioekonomi', 'varmland-2018-skoglig-bioekonomi'],
  [
    'a name that one owner has: the newest list',
    'Forskning och innovation för intelligenta system',
    'halland-2022-forskning-och-innovation-for-intelligenta-system',
  ],
  [
    'its name without marks',
    'forskning och innovation for INTELLIGENTA system',
    'halland-2022-forskning-och-innovation-for-intelligenta-system',
  ],
  ['our translation', 'Arktiska testbäddar', 'norrbotten-2021-arktiska-testbaddar'],
  ['owner and name', 'Värmland: Skoglig bioekonomi', 'varmland-2022-skoglig-bioekonomi'],
  ['owner and name as an address', 'varmland-skoglig-bioekonomi', 'varmland-2022-skoglig-bioekonomi'],
  ['owner’s code and name', '17 Skoglig bioekonomi', 'varmland-2022-skoglig-bioekonomi'],
  ['an owner’s name of two words', 'Västra Götaland: Textil', 'vastra-gotaland-2018-textil'],
  ['the source’s own spelling', 'Digitala tjänstenärings', 'norrbotten-2018-digitala-tjanstenarings'],
])('an area is known by %s', (_what, asked, expected) => {
  expect(id(asked)).toBe(expected)
})

describe('a name that several owners have', () => {
  test('is not guessed; the newest of each are offered', () => {
    const reading = readArea(snapshot, 'Besöksnäring')
    expect(reading.outcome).toBe('several')
    const owners = reading.outcome === 'several' ? reading.areas.map(({ owner }) => owner.id) : []
    expect(owners.length).toBeGreaterThan(3)
    expect(new Set(owners).size).toBe(owners.length)
  })
  test('is known with its owner', () => {
    expect(id('Gotland: Besöksnäring')).toBe('gotland-2021-besoksnaring')
  })
})

test('an area is known by the name that it had before an edit', () => {
  const area = snapshot.getBegun('priorityArea', 'halland-2022-food-tech')!
  const { id: _id, meta: _meta, ...body } = area
  const renamed = {
    kind: 'priorityArea',
    recordId: area.id,
    version: 2,
    validFrom: '2025-01-01',
    validTo: null,
    recordedAt: '2026-01-01T00:00:00.000Z',
    recordedBy: 'a',
    changeNote: 'x',
    state: 'published',
    source: null,
    contentHash: 'x',
    sequence: 9000,
    body: { ...body, displayLabel: 'Framtidens mat', verbatimLabel: 'Framtidens mat' },
  } as unknown as RecordVersion
  const after = shippedSnapshot('2026-11-27', [renamed])
  expect([id('Framtidens mat', after), id('Food tech', after), id('halland-food-tech', after)]).toEqual(
    Array.from({ length: 3 }, () => area.id),
  )
})

test.each(['', ' ', 'Värmland', 'Värmland: Rymden', 'ingenting alls', 'x'.repeat(5000)])('«%s» is no area', (asked) => {
  expect(id(asked)).toBe('unknown')
})
