import { expect, test } from 'vitest'
import { besideOn } from '../snapshot/beside-on-day.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { packEdition, unpackEdition } from './packed-edition.ts'

test('a packed edition comes back as it was, but for definitions and codes', () => {
  const edition = besideOn(getShippedBeside(), '2026-11-26').thesaurus!
  const none = { sv: '', en: '' }
  const kinds = edition.themes.flatMap(({ signals }) => [...signals.sv, ...signals.en].map(({ kind }) => kind))
  expect(new Set(kinds)).toEqual(new Set(['plain', 'weak', 'alone', 'head', 'other']))
  expect(unpackEdition(JSON.parse(JSON.stringify(packEdition(edition))))).toEqual({
    themes: edition.themes.map((theme) => ({ ...theme, definition: none })),
    concepts: edition.concepts.map((concept) => ({ ...concept, definition: none, sniCodes: [], fordCodes: [], sdgGoals: [] })),
    industries: [],
    scienceFields: [],
    codeRules: { themes: [], kindSigns: [], objectives: [], goals: [], weights: edition.codeRules.weights },
  })
})
