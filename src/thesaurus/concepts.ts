import type { LocalText } from '../records/record.ts'
import { findTheme, readSignals, type Signal } from './thesaurus.ts'

export const conceptKinds = ['sector', 'technology', 'challenge', 'process'] as const
export type ConceptKind = (typeof conceptKinds)[number]

/** A subject narrower than a theme: what companies, projects and areas are about in particular. */
export interface Concept {
  /** Swedish slug; stable. */
  id: string
  slugEn: string
  /** Themes and concepts above it, the main one first; two or more are an intersection of fields. */
  broaderIds: readonly string[]
  /** The themes at the top of those, the main one first. */
  themeIds: readonly string[]
  kind: ConceptKind
  label: LocalText
  definition: LocalText
  /** Concepts and themes that lie beside it. */
  relatedIds: readonly string[]
  /** SNI 2007 (NACE Rev. 2) codes without dots: a division of two digits, or narrower. */
  sniCodes: readonly string[]
  /** Fields of research and development (FORD), second level. */
  fordCodes: readonly string[]
  /** Goals of Agenda 2030. */
  sdgGoals: readonly number[]
  signals: { sv: readonly Signal[]; en: readonly Signal[] }
}

const files = import.meta.glob<string>('../../facts/concepts/*.tsv', { query: '?raw', import: 'default', eager: true })
const columns = [
  'id',
  'slug_en',
  'broader',
  'kind',
  'label_sv',
  'label_en',
  'definition_sv',
  'definition_en',
  'related',
  'sni',
  'ford',
  'sdg',
  'terms_sv',
  'terms_en',
] as const

/** All concepts, in the files' order. */
export const concepts: readonly Concept[] = withThemes(
  Object.entries(files).flatMap(([path, tsv]) => readConcepts(path.split('/').at(-1)!, tsv)),
)

const byName = new Map(concepts.flatMap((concept) => [[concept.id, concept] as const, [concept.slugEn, concept] as const]))

export const findConcept = (idOrSlugEn: string): Concept | null => byName.get(idOrSlugEn) ?? null

const byTheme = Map.groupBy(
  concepts.flatMap((concept) => concept.themeIds.map((themeId) => ({ concept, themeId }))),
  ({ themeId }) => themeId,
)

/** The concepts of a theme: those that have it as their main theme first. */
export const conceptsOfTheme = (themeId: string): readonly Concept[] =>
  (byTheme.get(themeId) ?? [])
    .map(({ concept }) => concept)
    .toSorted((one, other) => Number(other.themeIds[0] === themeId) - Number(one.themeIds[0] === themeId))

type Row = Omit<Concept, 'themeIds'>

function readConcepts(file: string, tsv: string): Row[] {
  const [head, ...lines] = tsv.trimEnd().split('\n')
  if (head !== columns.join('\t')) throw new Error(`facts/concepts/${file}: the columns must be ${columns.join(', ')}.`)
  return lines.map((line, index) => {
    const cells = line.split('\t')
    const where = `facts/concepts/${file}, line ${index + 2}`
    if (cells.length !== columns.length) throw new Error(`${where}: ${columns.length} columns are needed, not ${cells.length}.`)
    const cell = Object.fromEntries(columns.map((name, at) => [name, cells[at]!])) as Record<(typeof columns)[number], string>
    if (!conceptKinds.includes(cell.kind as ConceptKind)) throw new Error(`${where}: the kind «${cell.kind}» does not exist.`)
    const list = (text: string) => (text === '' ? [] : text.split('|'))
    return {
      id: cell.id,
      slugEn: cell.slug_en,
      broaderIds: list(cell.broader),
      kind: cell.kind as ConceptKind,
      label: { sv: cell.label_sv, en: cell.label_en },
      definition: { sv: cell.definition_sv, en: cell.definition_en },
      relatedIds: list(cell.related),
      sniCodes: list(cell.sni),
      fordCodes: list(cell.ford),
      sdgGoals: list(cell.sdg).map(Number),
      signals: { sv: readSignals(cell.terms_sv), en: readSignals(cell.terms_en) },
    }
  })
}

/** Follows what is above each concept up to the themes; a name that leads nowhere or round in a ring is a mistake in the file. */
function withThemes(rows: Row[]): Concept[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const themesOf = (id: string, trail: readonly string[]): string[] => {
    if (findTheme(id)) return [id]
    const row = rowOf.get(id)
    if (!row || trail.includes(id))
      throw new Error(
        `facts/concepts: «${trail.at(-1)}» has «${id}» above it, which ${row ? 'lies below it' : 'does not exist'}.`,
      )
    return row.broaderIds.flatMap((broaderId) => themesOf(broaderId, [...trail, id]))
  }
  return rows.map((row) => ({ ...row, themeIds: [...new Set(themesOf(row.id, []))] }))
}
