import { gazetteerOf } from '../../../places/gazetteer.ts'
import { subjectsOf } from '../../../matching/company-subjects.ts'
import { longestMeant } from '../../../matching/meant-words.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import { companyView, readableText } from '../../../shapes/company-shape.ts'
import type { CompanyInput, CompanyProblems, CompanyShape } from '../../../shapes/company-shape.ts'
import { findRegions } from '../../../shapes/from-snapshot.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'

/** The names of places that the page shows beside the answer. */
export interface PlaceNames {
  /** Counties and municipalities, offered while one writes a place. */
  offered: readonly string[]
  /** Counties by the region's code. */
  counties: ReadonlyMap<string, string>
  /** The office to turn to; null when no region is known. */
  office: string | null
}

export interface CompanyPageShape {
  input: CompanyInput
  fit: CompanyShape
  problems: CompanyProblems
  names: PlaceNames
  /** Every word that was read, struck out or not, with what it was read as. */
  words: readonly ReadWord[]
  /** A link to the answer was asked for. */
  hasLink: boolean
}

/** A word of the description with the subjects that it suggests. */
export interface ReadWord {
  word: string
  labels: readonly LocalText[]
  isStruck: boolean
  /** What the writer says is meant by it; empty when it was read as it should be. */
  meant: string
}

/** What the page shows for what was written in its form. */
export function companyPageView(snapshot: Snapshot, input: CompanyInput, hasLink = false): CompanyPageShape {
  const { fit, problems } = companyView(snapshot, input)
  const { region } = fit
  const names: PlaceNames = {
    offered: [
      ...findRegions(snapshot).map(({ countyName }) => countyName),
      ...gazetteerOf(snapshot).municipalities.map(({ name }) => name),
    ],
    counties: new Map(snapshot.inForce('region').map(({ id, countyName }) => [id, countyName])),
    office: region && (snapshot.get('region', region.code)?.regionName ?? region.name),
  }
  return { input, fit, problems, names, words: readWordsOf(snapshot, input), hasLink }
}

const mostLabels = 2

/** What a text suggests, surest first. */
const labelsOf = (snapshot: Snapshot, text: string): LocalText[] =>
  subjectsOf(thesaurusOf(snapshot), { text, industry: null }).map(({ label }) => label)

/** The words that mean something, by the surest of their subjects, in the order of the text. */
function readWordsOf(snapshot: Snapshot, { text, struck = [], meant = [] }: CompanyInput): ReadWord[] {
  const meantBy = new Map(meant.map((one) => [one.word.toLowerCase(), one.meant.trim().slice(0, longestMeant)]))
  const isStruck = new Set(struck.map((word) => word.toLowerCase()))
  const written = readableText(text)
  const byWord = new Map<string, LocalText[]>()
  for (const { words, label } of subjectsOf(thesaurusOf(snapshot), { text: written, industry: null }))
    for (const word of new Set(words.map((one) => one.toLowerCase()))) byWord.set(word, [...(byWord.get(word) ?? []), label])
  const lower = written.toLowerCase()
  return [...byWord]
    .map(([word, labels]) => {
      const instead = meantBy.get(word) ?? ''
      const read = instead === '' ? labels : labelsOf(snapshot, instead)
      return { word, labels: read.slice(0, mostLabels), isStruck: isStruck.has(word), meant: instead }
    })
    .sort((one, other) => lower.indexOf(one.word) - lower.indexOf(other.word))
}
