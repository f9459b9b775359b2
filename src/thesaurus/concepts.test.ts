import { expect, test } from 'vitest'
import { suggestSubjects } from '../coding/coding.ts'
import { subjectsOfIndustry } from '../coding/industry-subjects.ts'
import { kinship, kinshipKinds, kinshipOfAreas } from './kinship.ts'
import { shippedThesaurus } from './testing/shipped-thesaurus.ts'

const { concepts, conceptsOfTheme, findConcept, findIndustry, findTheme, themes } = shippedThesaurus

test('every theme has narrower concepts, and every concept a theme and words in both languages', () => {
  for (const { id } of themes) expect(conceptsOfTheme(id).length, id).toBeGreaterThanOrEqual(4)
  for (const { id, themeIds, signals } of concepts) {
    expect(themeIds.length, id).toBeGreaterThan(0)
    expect(Math.min(signals.sv.length, signals.en.length), id).toBeGreaterThan(2)
  }
})

test('names are unique among concepts and themes, in both languages', () => {
  const names = [...concepts, ...themes].map(({ id }) => id)
  const slugs = concepts.map(({ slugEn }) => slugEn)
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(slugs).size).toBe(slugs.length)
})

test('what a concept points to is there: related subjects, industries, goals, fields of research', () => {
  for (const { id, relatedIds, sniCodes, sdgGoals, fordCodes } of concepts) {
    for (const related of relatedIds) expect(findConcept(related) ?? findTheme(related), `${id} → ${related}`).not.toBeNull()
    for (const code of sniCodes) expect(findIndustry(code), `${id}: SNI ${code}`).not.toBeNull()
    for (const goal of sdgGoals) expect(goal >= 1 && goal <= 17, `${id}: goal ${goal}`).toBe(true)
    for (const code of fordCodes) expect(code).toMatch(/^[1-6]\.\d{1,2}$/)
  }
})

test.each([
  ['Vi sågar plank och gör pallar', 'sagverk-och-travaror'],
  ['Self-driving lorries', 'autonoma-system'],
  ['Tandläkare', 'tandvard'],
  ['Vindkraftverk till havs', 'havsbaserad-energi'],
])('«%s» is about %s', (text, conceptId) => {
  expect(suggestSubjects(shippedThesaurus, text).concepts.map((found) => found.conceptId)).toContain(conceptId)
})

test('an industry belongs to the concepts that name its code or its division, the narrower the surer', () => {
  const sawmills = subjectsOfIndustry(shippedThesaurus, findIndustry('16.101')!)
  expect(sawmills[0]!.subjectId).toBe('sagverk-och-travaror')
  expect(findIndustry('16101')).toEqual(findIndustry('16.101'))
  expect(findIndustry('99999')).toBeNull()
})

test('kinship is the same both ways, and nearest to oneself', () => {
  const ids = [...themes, ...concepts].map(({ id }) => id)
  const sample = ids.filter((_, at) => at % 7 === 0)
  for (const one of sample)
    for (const other of sample) {
      expect(kinship(shippedThesaurus, one, other)).toBe(kinship(shippedThesaurus, other, one))
      expect(kinship(shippedThesaurus, one, other) <= kinship(shippedThesaurus, one, one)).toBe(true)
    }
})

test.each([
  ['vindkraft', 'vindkraft', 1, 1],
  ['slakt-och-chark', 'livsmedelsforadling', 'parentAndChild'],
  ['slakt-och-chark', 'mejeri', 'siblings'],
  ['vindkraft', 'havsbaserad-energi', 'beside'],
  ['vindkraft', 'vattenkraft', 'themeMates'],
  ['vindkraft', 'energi', 'themeAndOwn'],
  ['havsbaserad-energi', 'hav-och-vatten', 'themeAndFurther'],
  ['vindkraft', 'miljo-och-klimat', 'themeBeside'],
  ['energi', 'miljo-och-klimat', 'themesBeside'],
  ['vindkraft', 'musik', 0, 0],
] as const)('%s and %s are kin as the facts weigh it, for finding and for likeness', (left, right, kind, ofAreas?: number) => {
  const { weights } = shippedThesaurus
  const expected = typeof kind === 'number' ? [kind, ofAreas] : [weights[`finding.${kind}`], weights[`kinship.${kind}`]]
  expect([kinship(shippedThesaurus, left, right), kinshipOfAreas(shippedThesaurus, left, right)]).toEqual(expected)
})

test('every kind of kinship has a weight from 0 to 1 for both uses', () => {
  for (const kind of kinshipKinds)
    for (const use of ['finding', 'kinship']) {
      const weight = shippedThesaurus.weights[`${use}.${kind}`]
      expect(weight !== undefined && weight >= 0 && weight <= 1, `${use}.${kind}`).toBe(true)
    }
})
