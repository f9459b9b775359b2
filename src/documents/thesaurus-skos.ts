import { DataFactory, type Quad_Object, Writer } from 'n3'
import type { Signal } from '../records/thesaurus-facts.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'

const { namedNode, literal } = DataFactory
const skos = 'http://www.w3.org/2004/02/skos/core#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const dct = 'http://purl.org/dc/terms/'

/**
 * The thesaurus as SKOS in Turtle: themes as top concepts, narrower concepts, labels in Swedish and English, definitions,
 * broader, narrower and related, and codes of SNI 2007, FORD and Agenda 2030 as notations and matches.
 * @param base  where the site is, without a slash at the end; names of concepts begin with it
 */
export function thesaurusToTurtle({ themes, concepts }: Thesaurus, base: string): string {
  const writer = new Writer({ prefixes: { skos, dct, tema: `${base}/tema/` } })
  const scheme = namedNode(`${base}/tema`)
  const idOf = (id: string) => namedNode(`${base}/tema/${id}`)
  const addStatement = (subject: ReturnType<typeof namedNode>, predicate: string, object: Quad_Object) =>
    writer.addQuad(DataFactory.quad(subject, namedNode(predicate), object))
  addStatement(scheme, `${rdf}type`, namedNode(`${skos}ConceptScheme`))
  addStatement(scheme, `${dct}title`, literal('Teman för smart specialisering', 'sv'))
  addStatement(scheme, `${dct}title`, literal('Themes of smart specialisation', 'en'))
  addStatement(scheme, `${dct}license`, namedNode('https://creativecommons.org/publicdomain/zero/1.0/'))
  for (const { id, label, definition, signals } of [...themes, ...concepts]) {
    const subject = idOf(id)
    addStatement(subject, `${rdf}type`, namedNode(`${skos}Concept`))
    addStatement(subject, `${skos}inScheme`, scheme)
    for (const lang of ['sv', 'en'] as const) {
      addStatement(subject, `${skos}prefLabel`, literal(label[lang], lang))
      addStatement(subject, `${skos}definition`, literal(definition[lang], lang))
      for (const term of altLabels(signals[lang], label[lang])) addStatement(subject, `${skos}altLabel`, literal(term, lang))
    }
  }
  for (const { id, relatedIds } of themes) {
    addStatement(idOf(id), `${skos}topConceptOf`, scheme)
    addStatement(scheme, `${skos}hasTopConcept`, idOf(id))
    for (const related of relatedIds) addStatement(idOf(id), `${skos}related`, idOf(related))
  }
  for (const { id, broaderIds, themeIds, relatedIds, sniCodes, fordCodes, sdgGoals } of concepts) {
    for (const broader of broaderIds) {
      addStatement(idOf(id), `${skos}broader`, idOf(broader))
      addStatement(idOf(broader), `${skos}narrower`, idOf(id))
    }
    // A broader subject must not also be related (SKOS, S27), so it is left out.
    const above = new Set([...broaderIds, ...themeIds])
    for (const related of relatedIds) if (!above.has(related)) addStatement(idOf(id), `${skos}related`, idOf(related))
    for (const code of sniCodes) addStatement(idOf(id), `${skos}notation`, literal(`SNI 2007: ${code}`))
    for (const code of fordCodes) addStatement(idOf(id), `${skos}notation`, literal(`FORD: ${code}`))
    for (const goal of sdgGoals) addStatement(idOf(id), `${skos}relatedMatch`, namedNode(`http://metadata.un.org/sdg/${goal}`))
  }
  let text = ''
  writer.end((error, result) => {
    if (error) throw error
    text = result
  })
  return text
}

/** Terms that are synonyms of the concept; weak and misleading terms are left out. */
function altLabels(signals: readonly Signal[], label: string): string[] {
  const clear = signals.filter(({ kind }) => kind === 'plain' || kind === 'alone').map(({ term }) => term)
  return [...new Set(clear)].filter((term) => term.toLowerCase() !== label.toLowerCase())
}
