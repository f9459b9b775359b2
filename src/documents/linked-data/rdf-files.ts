import { Writer } from 'n3'
import type { Quad, Quad_Object } from 'n3'
import { prefixes, rdfType } from './vocabulary.ts'

/** The forms in which linked data are written, by the ending of their address. */
export const rdfTypes = {
  ttl: 'text/turtle',
  jsonld: 'application/ld+json',
  rdf: 'application/rdf+xml',
} as const
export type RdfForm = keyof typeof rdfTypes

/** Statements as a file. @param ownPrefixes beginnings of our own names, for Turtle and JSON-LD to be readable */
export function writeRdf(quads: readonly Quad[], form: RdfForm, ownPrefixes: Readonly<Record<string, string>> = {}): string {
  const used = { ...usedPrefixes(quads), ...ownPrefixes }
  if (form === 'ttl') return toTurtle(quads, used)
  return form === 'jsonld' ? toJsonLd(quads, used) : toRdfXml(quads)
}

function toTurtle(quads: readonly Quad[], used: Readonly<Record<string, string>>): string {
  const writer = new Writer({ prefixes: used })
  writer.addQuads([...quads])
  let text = ''
  writer.end((error, result) => {
    if (error) throw error
    text = result
  })
  return text
}

const bySubject = (quads: readonly Quad[]): Map<string, Quad[]> => Map.groupBy(quads, ({ subject }) => subject.value)

const usedPrefixes = (quads: readonly Quad[]): Record<string, string> => {
  const named = quads.flatMap(({ predicate, object }) => [
    predicate.value,
    ...(object.termType === 'Literal' ? [object.datatype.value] : [object.value]),
  ])
  const names = [...new Set(named)]
  return Object.fromEntries(Object.entries(prefixes).filter(([, start]) => names.some((name) => name.startsWith(start))))
}

/** A name in the short form where a prefix fits. */
const compact = (name: string, used: Readonly<Record<string, string>>): string => {
  const found = Object.entries(used).find(([, start]) => name.startsWith(start) && name.length > start.length)
  return found ? `${found[0]}:${name.slice(found[1].length)}` : name
}

function toJsonLd(quads: readonly Quad[], used: Readonly<Record<string, string>>): string {
  const graph = [...bySubject(quads)].map(([subject, own]) => {
    const byPredicate = Map.groupBy(own, ({ predicate }) => predicate.value)
    const fields = [...byPredicate].map(([predicate, statements]) =>
      predicate === rdfType
        ? ['@type', statements.map(({ object }) => compact(object.value, used))]
        : [compact(predicate, used), statements.map(({ object }) => jsonValue(object, used))],
    )
    return { '@id': subject, ...Object.fromEntries(fields) }
  })
  return `${JSON.stringify({ '@context': used, '@graph': graph }, null, 1)}\n`
}

const xsdString = `${prefixes.xsd}string`

function jsonValue(object: Quad_Object, used: Readonly<Record<string, string>>): unknown {
  if (object.termType !== 'Literal') return { '@id': object.value }
  if (object.language) return { '@value': object.value, '@language': object.language }
  return object.datatype.value === xsdString
    ? object.value
    : { '@value': object.value, '@type': compact(object.datatype.value, used) }
}

function toRdfXml(quads: readonly Quad[]): string {
  const names = new Map<string, string>(Object.entries(prefixes).map(([prefix, start]) => [start, prefix]))
  const elementOf = (predicate: string) => {
    const start = predicate.slice(0, Math.max(predicate.lastIndexOf('#'), predicate.lastIndexOf('/')) + 1)
    const prefix = names.get(start)
    if (prefix === undefined) throw new Error(`No prefix is declared for <${predicate}>.`)
    return `${prefix}:${predicate.slice(start.length)}`
  }
  const declared = Object.entries(prefixes).map(([prefix, start]) => ` xmlns:${prefix}="${start}"`)
  const nodes = [...bySubject(quads)].map(([subject, own]) => {
    const lines = own.map(({ predicate, object }) => `  ${xmlProperty(elementOf(predicate.value), object)}\n`)
    return `<rdf:Description rdf:about="${escapeXml(subject)}">\n${lines.join('')}</rdf:Description>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared.join('')}>\n${nodes.join('')}</rdf:RDF>\n`
}

function xmlProperty(element: string, object: Quad_Object): string {
  if (object.termType !== 'Literal') return `<${element} rdf:resource="${escapeXml(object.value)}"/>`
  const type = object.datatype.value
  const attribute = object.language
    ? ` xml:lang="${escapeXml(object.language)}"`
    : type === xsdString
      ? ''
      : ` rdf:datatype="${escapeXml(type)}"`
  return `<${element}${attribute}>${escapeXml(object.value)}</${element}>`
}

/** Text for XML; characters that XML cannot have are left out. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (one) => (/[\t\n\r]/.test(one) ? one : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
