import { expect, test } from 'vitest'
import type { CodingAspect } from '../records/coding-decision.ts'
import { readCode } from './read-code.ts'
import { shippedThesaurus } from './testing/shipped-thesaurus.ts'

const read = (aspect: CodingAspect, written: string) => readCode([shippedThesaurus], aspect, written)

test.each<[CodingAspect, string, string]>([
  ['theme', 'energi', 'energi'],
  ['theme', 'energy', 'energi'],
  ['theme', 'skog och BIOEKONOMI', 'skog-och-bioekonomi'],
  ['theme', 'Forest and bioeconomy', 'skog-och-bioekonomi'],
  ['industry', '16.10', '1610'],
  ['kind', 'sector', 'sector'],
])('%s «%s» is %s', (aspect, written, code) => {
  expect(read(aspect, written)).toBe(code)
})

test('every theme, concept and field is read by its name in both languages', () => {
  const { themes, concepts, scienceFields } = shippedThesaurus
  for (const { id, label } of themes) expect([read('theme', label.sv), read('theme', label.en)]).toEqual([id, id])
  for (const { code, label } of scienceFields)
    expect([read('scienceField', label.sv), read('scienceField', label.en)]).toEqual([code, code])
  const names = new Map(concepts.map(({ id, label }) => [id, label.sv]))
  const isAlone = (name: string) => [...names.values()].filter((other) => other === name).length === 1
  for (const [id, name] of names)
    if (isAlone(name) && !concepts.some((one) => one.id !== id && one.label.en === name)) expect(read('concept', name)).toBe(id)
})

test.each<[CodingAspect, string]>([
  ['theme', ''],
  ['theme', '…'],
  ['theme', 'finns inte'],
  ['concept', 'finns inte'],
  ['kind', 'bransch'],
  ['industry', '99.999'],
  ['scienceField', '9.9'],
])('%s «%s» is refused', (aspect, written) => {
  expect(() => read(aspect, written)).toThrow(/There is no/)
})
