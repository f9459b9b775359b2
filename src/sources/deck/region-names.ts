import type { GazetteerEntry } from './deck-draft.ts'
import { editDistance } from '../../language/edit-distance.ts'

/** A region recognised in a heading. */
export interface RegionMatch {
  code: string
  name: string
  /** Whether the heading's spelling is a mistake, rather than another name. */
  isMisspelt: boolean
}

/** Recognises a line as a region's name; null when it is none, or could be two. `isSure` allows more mistakes. */
export type RegionReader = (text: string, options: { isSure: boolean }) => RegionMatch | null

interface Name {
  code: string
  name: string
  folded: string
  /** Whether the list of variants itself holds a misspelling of the name. */
  isMisspelt: boolean
}

/** Makes a reader of region headings out of the names that are known. */
export function makeRegionReader(gazetteer: readonly GazetteerEntry[]): RegionReader {
  const names = gazetteer.flatMap(namesOf)
  const exact = new Map<string, Name | null>()
  for (const name of names) {
    const other = exact.get(name.folded)
    exact.set(name.folded, other === undefined || other?.code === name.code ? (other ?? name) : null)
  }
  return (text, { isSure }) => {
    if (text.length > 80) return null
    const folded = foldHeading(text)
    const found = exact.has(folded) ? exact.get(folded)! : findNearest(names, folded, isSure)
    return found && { code: found.code, name: found.name, isMisspelt: found.isMisspelt || found.folded !== folded }
  }
}

function namesOf({ code, names }: GazetteerEntry): Name[] {
  const name = names[0] ?? code
  const main = foldHeading(name)
  return names.map((written) => {
    const folded = foldHeading(written)
    const isMisspelt = folded !== main && folded !== `${main}s` && editDistance(folded, main, 1) === 1
    return { code, name, folded, isMisspelt }
  })
}

/** The one region within the allowed number of mistakes that is nearer than every other. */
function findNearest(names: readonly Name[], folded: string, isSure: boolean): Name | null {
  const bound = allowedMistakes(folded, isSure)
  if (bound === 0) return null
  const nearest = new Map<string, { name: Name; distance: number }>()
  for (const name of names) {
    const limit = Math.min(bound, allowedMistakes(name.folded, isSure))
    const distance = editDistance(folded, name.folded, limit)
    if (distance <= limit && distance < (nearest.get(name.code)?.distance ?? Infinity)) nearest.set(name.code, { name, distance })
  }
  const [best, second] = [...nearest.values()].sort((a, b) => a.distance - b.distance)
  return best && (!second || best.distance < second.distance) ? best.name : null
}

function allowedMistakes({ length }: string, isSure: boolean): number {
  if (length < 6) return 0
  if (isSure) return length < 9 ? 1 : 2
  return length < 8 ? 0 : length < 12 ? 1 : 2
}

/** Small letters without marks; signs, a remark in brackets, and the words that any region's name may stand with, taken away. */
function foldHeading(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[([].*$/, '')
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const bare = words.replace(/^(region|regionen|landstinget|lan|county of) /, '').replace(/ (lan|region|regionen|county)$/, '')
  return bare || words
}
