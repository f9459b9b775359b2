import { DataFactory } from 'n3'
import type { NamedNode, Quad, Quad_Object } from 'n3'

/** The vocabularies that our linked data use, by prefix. */
export const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'http://schema.org/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
} as const
export type Prefix = keyof typeof prefixes

export const rdfType = `${prefixes.rdf}type`
export const cc0 = 'http://creativecommons.org/publicdomain/zero/1.0/'

/** A name in one of the vocabularies: `term('skos:Concept')`. */
export function term(short: `${Prefix}:${string}`): string {
  const [prefix, name] = short.split(':') as [Prefix, string]
  return prefixes[prefix] + name
}

/** A text in a language, or with a datatype of a vocabulary. */
export const literal = DataFactory.literal
export const named = (name: string): NamedNode => DataFactory.namedNode(name)
export const dayLiteral = (day: string) => literal(day, named(term('xsd:date')))
export const inBoth = ({ sv, en }: { sv: string; en: string }) => [literal(sv, 'sv'), literal(en, 'en')]

/** Collects statements; a value that is null or left out says nothing. */
export class Statements {
  readonly quads: Quad[] = []

  add(subject: string, predicate: `${Prefix}:${string}`, ...objects: readonly (string | Quad_Object | null | undefined)[]): void {
    for (const object of objects) {
      if (object === null || object === undefined) continue
      const value = typeof object === 'string' ? named(object) : object
      this.quads.push(DataFactory.quad(named(subject), named(term(predicate)), value))
    }
  }

  isA(subject: string, ...types: `${Prefix}:${string}`[]): void {
    this.add(subject, 'rdf:type', ...types.map(term))
  }
}
