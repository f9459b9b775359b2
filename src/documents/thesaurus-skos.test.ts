import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { thesaurusToTurtle } from './thesaurus-skos.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const { concepts, themes } = shippedThesaurus

const skos = 'http://www.w3.org/2004/02/skos/core#'
const quads = new Parser().parse(thesaurusToTurtle(shippedThesaurus, 'https://spets.example'))
const of = (predicate: string) => quads.filter((quad) => quad.predicate.value === skos + predicate)

test('every theme and concept is a SKOS concept with one preferred label in each language', () => {
  const labels = of('prefLabel').map(({ subject, object }) => `${subject.value} ${'language' in object ? object.language : ''}`)
  expect(labels).toHaveLength(2 * (themes.length + concepts.length))
  expect(new Set(labels).size).toBe(labels.length)
})

test('broader and narrower mirror each other, and no broader subject is also related', () => {
  const pairs = (predicate: string) => of(predicate).map(({ subject, object }) => `${subject.value} ${object.value}`)
  const broader = new Set(pairs('broader'))
  expect(new Set(pairs('narrower').map((pair) => pair.split(' ').toReversed().join(' ')))).toEqual(broader)
  expect(pairs('related').filter((pair) => broader.has(pair))).toEqual([])
})

test('no word is both the preferred and an alternative label of a concept', () => {
  const keys = (predicate: string) =>
    of(predicate).map(
      ({ subject, object }) => `${subject.value} ${'language' in object ? object.language : ''} ${object.value.toLowerCase()}`,
    )
  const preferred = new Set(keys('prefLabel'))
  expect(keys('altLabel').filter((key) => preferred.has(key))).toEqual([])
})
