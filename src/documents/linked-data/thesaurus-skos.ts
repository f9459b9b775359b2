import type { Quad } from 'n3'
import type { Signal } from '../../records/thesaurus-facts.ts'
import type { Thesaurus } from '../../thesaurus/thesaurus.ts'
import { resourceIri, schemePath } from './resource-names.ts'
import { writeRdf } from './rdf-files.ts'
import type { RdfForm } from './rdf-files.ts'
import { cc0, inBoth, literal, named, Statements } from './vocabulary.ts'

/** The thesaurus as a file of SKOS. @param base what names begin with, without a slash at the end */
export const thesaurusToRdf = (thesaurus: Thesaurus, { base, form }: { base: string; form: RdfForm }): string =>
  writeRdf(thesaurusStatements(thesaurus, base), form, { tema: `${base}${schemePath}/` })

/**
 * The thesaurus as SKOS: themes as top concepts, narrower concepts, labels in Swedish and English, definitions, broader,
 * narrower and related, and codes of SNI 2007, FORD and Agenda 2030 as typed notations and links.
 */
export const thesaurusStatements = (thesaurus: Thesaurus, base: string): readonly Quad[] =>
  [...statementsBySubject(thesaurus, base).values()].flat()

const made = new WeakMap<Thesaurus, { base: string; bySubject: ReadonlyMap<string, readonly Quad[]> }>()

/** The same by the name that each is about; made once for an edition of the thesaurus and the site's address. */
export function statementsBySubject(thesaurus: Thesaurus, base: string): ReadonlyMap<string, readonly Quad[]> {
  const kept = made.get(thesaurus)
  if (kept?.base === base) return kept.bySubject
  const bySubject = Map.groupBy(makeStatements(thesaurus, base), ({ subject }) => subject.value)
  made.set(thesaurus, { base, bySubject })
  return bySubject
}

function makeStatements({ themes, concepts }: Thesaurus, base: string): Quad[] {
  const out = new Statements()
  const scheme = base + schemePath
  const iri = (id: string) => resourceIri(base, { kind: 'concept', id })
  out.isA(scheme, 'skos:ConceptScheme')
  out.add(scheme, 'dct:title', literal('Teman för smart specialisering', 'sv'), literal('Themes of smart specialisation', 'en'))
  out.add(scheme, 'dct:license', cc0)
  for (const { id, label, definition, signals } of [...themes, ...concepts]) {
    out.isA(iri(id), 'skos:Concept')
    out.add(iri(id), 'skos:inScheme', scheme)
    out.add(iri(id), 'skos:prefLabel', ...inBoth(label))
    out.add(iri(id), 'skos:definition', ...inBoth(definition))
    for (const lang of ['sv', 'en'] as const)
      out.add(iri(id), 'skos:altLabel', ...altLabels(signals[lang], label[lang]).map((word) => literal(word, lang)))
  }
  for (const { id } of themes) {
    out.add(iri(id), 'skos:topConceptOf', scheme)
    out.add(scheme, 'skos:hasTopConcept', iri(id))
  }
  for (const { id, broaderIds } of concepts)
    for (const broader of broaderIds) {
      out.add(iri(id), 'skos:broader', iri(broader))
      out.add(iri(broader), 'skos:narrower', iri(id))
    }
  for (const [one, other] of relatedPairs({ themes, concepts })) out.add(iri(one), 'skos:related', iri(other))
  for (const concept of concepts) addCodes(out, { ...concept, iri: iri(concept.id), scheme })
  return out.quads
}

interface Coded {
  iri: string
  scheme: string
  sniCodes: readonly string[]
  fordCodes: readonly string[]
  sdgGoals: readonly number[]
}

/** Codes as notations of their classification, and as links to what others have published under them. */
function addCodes(out: Statements, { iri, scheme, sniCodes, fordCodes, sdgGoals }: Coded): void {
  out.add(iri, 'skos:notation', ...sniCodes.map((code) => literal(code, named(`${scheme}#sni-2007`))))
  out.add(iri, 'skos:notation', ...fordCodes.map((code) => literal(code, named(`${scheme}#ford-2015`))))
  // SNI 2007 is NACE Rev. 2 down to four digits; the fifth is Sweden's own.
  const naceCodes = new Set(sniCodes.map((code) => code.slice(0, 4)))
  out.add(iri, 'skos:relatedMatch', ...[...naceCodes].map((code) => `http://data.europa.eu/ux2/nace2/${code}`))
  out.add(iri, 'skos:relatedMatch', ...sdgGoals.map((goal) => `http://metadata.un.org/sdg/${goal}`))
}

/** Related subjects, each pair both ways. One above or below another must not also be related to it (SKOS, S27). */
function relatedPairs({ themes, concepts }: Pick<Thesaurus, 'themes' | 'concepts'>): [string, string][] {
  const broaderOf = new Map(concepts.map(({ id, broaderIds }) => [id, broaderIds]))
  const climb = (id: string): string[] => (broaderOf.get(id) ?? []).flatMap((broader) => [broader, ...climb(broader)])
  const aboveOf = new Map(concepts.map(({ id }) => [id, new Set(climb(id))]))
  const above = (id: string): ReadonlySet<string> => aboveOf.get(id) ?? new Set()
  const isInLine = (one: string, other: string) => above(one).has(other) || above(other).has(one)
  const known = new Set([...themes, ...concepts].map(({ id }) => id))
  const pairs = [...themes, ...concepts].flatMap(({ id, relatedIds }) =>
    relatedIds.filter((other) => known.has(other) && !isInLine(id, other)).map((other): [string, string] => [id, other]),
  )
  const all = new Map(
    pairs.flatMap(([one, other]) => [
      [`${one} ${other}`, [one, other]],
      [`${other} ${one}`, [other, one]],
    ]),
  )
  return [...all.values()] as [string, string][]
}

/** Terms that are synonyms of the concept; weak and misleading terms are left out. */
function altLabels(signals: readonly Signal[], label: string): string[] {
  const clear = signals.filter(({ kind }) => kind === 'plain' || kind === 'alone').map(({ term: word }) => word)
  return [...new Set(clear)].filter((word) => word.toLowerCase() !== label.toLowerCase())
}
