import { Parser, Store } from 'n3'
import type { Quad } from 'n3'
import ShaclValidator from 'rdf-validate-shacl'
import { expect, test } from 'vitest'
import { dcatCatalog } from './dcat-catalog.ts'
import { writeRdf } from './rdf-files.ts'
import { catalogShapes } from './testing/catalog-shapes.ts'
import { term } from './vocabulary.ts'

const catalog = dcatCatalog({ base: 'https://spets.example', day: '2026-11-28' })

async function faultsOf(quads: readonly Quad[]): Promise<string[]> {
  const shapes = new Store(new Parser().parse(catalogShapes))
  const validator = new ShaclValidator(shapes as never)
  const { results } = await validator.validate(new Store([...quads]) as never)
  return results.map((result) => `${result.focusNode?.value} ${result.path ? (result.path as { value?: string }).value : ''}`)
}

test('the catalogue is what DCAT-AP-SE 3 requires, in each form that it is written in', async () => {
  expect(await faultsOf(catalog)).toEqual([])
  expect(await faultsOf(new Parser().parse(writeRdf(catalog, 'ttl')))).toEqual([])
})

test.each([
  ['a data set without a publisher', 'dct:publisher', '/datasets/omraden'],
  ['a file without an address', 'dcat:accessURL', '/datasets/omraden/csv'],
  ['a catalogue without a title', 'dct:title', '/datasets'],
] as const)('%s is a fault', async (_words, predicate, path) => {
  const name = `https://spets.example${path}`
  const left = catalog.filter((quad) => !(quad.subject.value === name && quad.predicate.value === term(predicate)))
  expect(left.length).toBeLessThan(catalog.length)
  expect(await faultsOf(left)).toEqual([`${name} ${term(predicate)}`])
})

test('nothing in it is nameless, and every name of ours begins with the address', () => {
  const nodes = catalog.flatMap(({ subject, object }) => [subject, object])
  expect(nodes.filter(({ termType }) => termType === 'BlankNode')).toEqual([])
  expect(catalog.filter(({ subject }) => !subject.value.startsWith('https://spets.example/'))).toEqual([])
})
