import { expect, test } from 'vitest'
import { nothingBeside } from '../records/beside.ts'
import type { ThesaurusFacts } from '../records/thesaurus-facts.ts'
import { besideOn, everyEditionOf } from './beside-on-day.ts'

const dated = (id: string, validFrom: string, validTo: string | null = null) => ({ id, validFrom, validTo })
/** Two themes from 2000, one of which is left out from 2020 on, and a concept from 2022. */
const facts = {
  id: 'thesaurus',
  themes: [dated('energi', '2000-01-01'), dated('torv', '2000-01-01', '2020-01-01')],
  concepts: [dated('vatgas', '2022-01-01')],
  industries: [{ code: '35' }],
  scienceFields: [{ code: '2.07' }],
  codeRules: { weights: {} },
} as unknown as ThesaurusFacts
const beside = { ...nothingBeside, thesaurus: facts }
const editionOn = (day: string) => besideOn(beside, day).thesaurus!
const idsOf = ({ themes, concepts }: { themes: readonly object[]; concepts: readonly object[] }) =>
  [...themes, ...concepts].map((one) => (one as { id: string }).id)

test.each([
  ['before the first edition, the first', '1990-01-01', ['energi', 'torv']],
  ['the first', '2000-01-01', ['energi', 'torv']],
  ['the last day before a theme ends', '2019-12-31', ['energi', 'torv']],
  ['the day from which it is left out', '2020-01-01', ['energi']],
  ['the last day before a concept begins', '2021-12-31', ['energi']],
  ['the day it begins', '2022-01-01', ['energi', 'vatgas']],
  ['long after', '2040-01-01', ['energi', 'vatgas']],
])('a day has the edition that is in force: %s', (_, day, ids) => {
  expect(idsOf(editionOn(day))).toEqual(ids)
})

test('an edition is one object on all its days, without the days of its rows', () => {
  expect(editionOn('2010-01-01')).toBe(editionOn('2019-12-31'))
  expect(editionOn('2020-01-01').themes).toEqual([{ id: 'energi' }])
  expect(editionOn('2020-01-01')).toMatchObject({ industries: facts.industries, scienceFields: facts.scienceFields })
})

test('every edition is there, the newest first', () => {
  expect(everyEditionOf(facts).map(idsOf)).toEqual([['energi', 'vatgas'], ['energi'], ['energi', 'torv']])
  expect(everyEditionOf(facts)[1]).toBe(editionOn('2020-06-01'))
})

test('what does not change with the day is as it was loaded, and no thesaurus is none', () => {
  expect(besideOn(nothingBeside, '2020-01-01')).toEqual(nothingBeside)
})
