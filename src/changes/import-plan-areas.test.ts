import { describe, expect, test } from 'vitest'
import { area, jointArea, region, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { describeDetails } from './import-plan-areas.ts'
import { base, bodyIn, deck, plan } from './testing/small-deck.ts'
import type { Label } from './testing/small-deck.ts'

/** The only new area of Byn's list, as planned. */
function planned(label: Label, sketches: readonly Sketch[] = []) {
  const item = plan([...base, ...sketches], deck({ '04': [label] })).items.find(({ regionCode }) => regionCode === '04')!
  return bodyIn(item, item.appends.find(({ version }) => version.kind === 'priorityArea')!.version.recordId)
}

describe('a new area', () => {
  test.each<[string, string | undefined]>([
    ['Energi – utv', 'development'],
    ['Energi', undefined],
  ])('«%s» has the role %s', (label, role) => {
    expect(planned(label).role).toBe(role)
  })
})

const own = strategy('byn-2012', '04', { from: '2012-01-01', to: '2014-01-01' })
const others = strategy('alvik-2012', '03', { from: '2012-01-01', to: '2014-01-01' })
const joint = strategy('bron-2012', 'bron', { from: '2012-01-01', to: '2014-01-01' })
const mended = { displayLabel: 'Energi och miljö', verbatimLabel: 'Enegi o miljö' }

describe('the label that is shown', () => {
  test('is the one that the region has had for the same words', () => {
    expect(planned('Enegi o miljö', [own, area('a', own, { body: mended })]).displayLabel).toBe('Energi och miljö')
    expect(planned(['Enegi o miljö', 'Energi o miljö'], [own, area('a', own, { body: mended })]).displayLabel).toBe(
      'Energi och miljö',
    )
  })
  test('is not one that another owner has had for them, or that the region has had for others', () => {
    expect(planned('Enegi o miljö', [others, area('a', others, { body: mended })]).displayLabel).toBe('Enegi o miljö')
    expect(planned('Enegi', [own, area('a', own, { body: mended })]).displayLabel).toBe('Enegi')
  })
  test('is not that of a joint area whose id happens to be the region’s code', () => {
    const namesake = { ...joint, body: { ...joint.body, owner: { kind: 'jointArea', id: '04' } as const } }
    const sketches = [jointArea('04', ['03', '05']), namesake, area('a', namesake, { body: mended })]
    expect(planned('Enegi o miljö', sketches).displayLabel).toBe('Enegi o miljö')
  })
})

describe('the translation', () => {
  const energy = (id: string, of: typeof own, translatedLabel: string | null, displayLabel = 'Energi') =>
    area(id, of, { body: { displayLabel, translatedLabel } })
  test.each<[string, Sketch[], string | null]>([
    ['the region’s own for the same label', [energy('a', others, 'Energy'), energy('b', own, 'Power')], 'Power'],
    ['the first that the region has had', [energy('b', own, 'Power'), energy('c', own, 'Energies')], 'Power'],
    ['another owner’s when the region has none', [energy('a', others, 'Energy'), energy('b', own, null)], 'Energy'],
    ['the first of other owners’', [energy('a', others, 'Energy'), energy('b', others, 'Energies')], 'Energy'],
    ['that of the same words with other punctuation', [energy('a', others, 'Energy', 'Energi!')], 'Energy'],
    ['none when only other labels have one', [energy('a', others, 'Forest', 'Skog')], null],
  ])('is %s', (_, areas, expected) => {
    expect(planned('Energi', [own, others, ...areas]).translatedLabel).toBe(expected)
  })
})

describe('what a deck has under an area', () => {
  const details = (...texts: string[]) => ({
    verbatimLabel: 'Energi',
    suggestedLabel: null,
    line: 1,
    page: null,
    details: texts.map((text) => ({ kind: 'subItem' as const, text, line: 2, page: null })),
  })
  test('becomes its description, in quotes; nothing gives none', () => {
    expect(describeDetails(details('Sol', 'Vind'))).toEqual({
      sv: 'I bildspelet under området: ”Sol”, ”Vind”.',
      en: 'In the deck under the area: “Sol”, “Vind”.',
    })
    expect(describeDetails(details())).toBe(null)
    expect(describeDetails({ verbatimLabel: 'Energi', suggestedLabel: null, line: 1, page: null })).toBe(null)
  })
  const around = 'I bildspelet under området: ””.'.length
  test.each([
    [2000 - around, 2000, '”.'],
    [2001 - around, 2000, 'x…'],
    [5000, 2000, 'x…'],
  ])('of %i characters becomes %i, with the end %s', (length, expected, end) => {
    const { sv } = describeDetails(details('x'.repeat(length)))!
    expect([sv.length, sv.slice(-2)]).toEqual([expected, end])
    expect(sv.startsWith('I bildspelet under området: ”x')).toBe(true)
  })
})

test('a region that the deck does not list gets no area', () => {
  expect(plan([...base, region('05', 'Cedern')], deck({ '04': ['Energi'] })).items.map(({ regionCode }) => regionCode)).toEqual([
    '04',
  ])
})
