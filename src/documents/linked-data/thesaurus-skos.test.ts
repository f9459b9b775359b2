import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { thesaurusToRdf } from './thesaurus-skos.ts'
import { shippedThesaurus } from '../../thesaurus/testing/shipped-thesaurus.ts'

const { concepts, themes } = shippedThesaurus

const skos = 'http://www.w3.org/2004/02/skos/core#'
const quads = new Parser().parse(thesaurusToRdf(shippedThesaurus, { base: 'https://spets.example', form: 'ttl' }))
const of = (predicate: string) => quads.filter((quad) => quad.predicate.value === skos + predicate)

test('every theme and concept is a SKOS concept with one preferred label in each language', () => {
  const labels = of('prefLabel').map(({ subject, object }) => `${subject.value} ${'language' in object ? object.language : ''}`)
  expect(labels).toHaveLength(2 * (themes.length + concepts.length))
  expect(new Set(labels).size).toBe(labels.length)
})

const pairs = (predicate: string) => of(predicate).map(({ subject, object }): [string, string] => [subject.value, object.value])
const asTexts = (list: string[][]) => list.map((pair) => pair.join(' ')).toSorted()

test('broader and narrower mirror each other, and related goes both ways', () => {
  expect(asTexts(pairs('narrower').map((pair) => pair.toReversed()))).toEqual(asTexts(pairs('broader')))
  expect(asTexts(pairs('related').map((pair) => pair.toReversed()))).toEqual(asTexts(pairs('related')))
  expect(pairs('related').length).toBeGreaterThan(20)
})

test('nothing is related to what is above or below it, however far (S27)', () => {
  const broader = Map.groupBy(pairs('broader'), ([one]) => one)
  const above = (one: string): string[] => (broader.get(one) ?? []).flatMap(([, next]) => [next, ...above(next)])
  const isInLine = ([one, other]: [string, string]) => above(one).includes(other) || above(other).includes(one)
  expect(pairs('related').filter(isInLine)).toEqual([])
})

test('notations have the type of their classification, and industries lead to NACE', () => {
  const types = of('notation').map(({ object }) => ('datatype' in object ? object.datatype.value : ''))
  expect(new Set(types)).toEqual(new Set(['https://spets.example/tema#sni-2007', 'https://spets.example/tema#ford-2015']))
  const nace = of('relatedMatch').filter(({ object }) => object.value.startsWith('http://data.europa.eu/ux2/nace2/'))
  expect(nace.length).toBeGreaterThan(50)
  expect(nace.filter(({ object }) => !/nace2\/\d{2,4}$/.test(object.value)).map(({ object }) => object.value)).toEqual([])
})

test('no word is both the preferred and an alternative label of a concept', () => {
  const keys = (predicate: string) =>
    of(predicate).map(
      ({ subject, object }) => `${subject.value} ${'language' in object ? object.language : ''} ${object.value.toLowerCase()}`,
    )
  const preferred = new Set(keys('prefLabel'))
  expect(keys('altLabel').filter((key) => preferred.has(key))).toEqual([])
})
