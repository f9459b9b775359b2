import type { GazetteerEntry } from './deck-draft.ts'
import { readSubHeading } from './deck-headings.ts'
import { editDistance } from '../../language/edit-distance.ts'

/** A region recognised in a heading. */
export interface RegionMatch {
  code: string
  name: string
  /** Whether the heading's spelling is a mistake, rather than another name. */
  isMisspelt: boolean
  /** What follows the name on the same line as its list: "Halland: Hälsa, Grön tillväxt". */
  list?: string
}

export interface RegionReading {
  /** The line is surely a heading, which allows more mistakes. */
  isSure: boolean
  /** The name may be among other words, such as "Prioriteringar i Halland". */
  mayHaveMore?: boolean
  /** The line is the title of a slide: what follows the name after a dash or a colon is a subtitle. */
  isTitle?: boolean
}

/** Recognises a line as a region's heading; null when it is none, or could be two. */
export type RegionReader = (text: string, reading: RegionReading) => RegionMatch | null

interface Name {
  code: string
  name: string
  folded: string
  /** Whether the list of variants itself has a misspelling of the name. */
  isMisspelt: boolean
}

interface Names {
  all: readonly Name[]
  /** Null where two regions share the name. */
  exact: ReadonlyMap<string, Name | null>
}

/** Makes a reader of region headings out of the names that are known. */
export function makeRegionReader(gazetteer: readonly GazetteerEntry[]): RegionReader {
  const all = gazetteer.flatMap(namesOf)
  const exact = new Map<string, Name | null>()
  for (const name of all) {
    const other = exact.get(name.folded)
    exact.set(name.folded, other === undefined || other?.code === name.code ? (other ?? name) : null)
  }
  const names = { all, exact }
  return (text, reading) => {
    const alone = text.length > 80 ? null : readAlone(names, text, reading.isSure)
    return alone ?? (reading.mayHaveMore && text.length <= 1_000 ? readWithMore(names, text, reading) : null)
  }
}

function readAlone({ all, exact }: Names, text: string, isSure: boolean): RegionMatch | null {
  const folded = foldHeading(text)
  const found = exact.has(folded) ? exact.get(folded)! : findNearest(all, folded, isSure)
  return found && { code: found.code, name: found.name, isMisspelt: found.isMisspelt || found.folded !== folded }
}

/** The name before a colon or a dash, or among words that only announce areas. */
function readWithMore(names: Names, text: string, { isSure, isTitle = false }: RegionReading): RegionMatch | null {
  const codes = codesNamed(names, text)
  if (codes.size > 1) return null
  const parted = /^([^:–—|]{2,60}?)(?:\s*(:)\s*|\s+[-–—|]\s+)(\S.*)$/su.exec(text)
  const before = parted ? (readAlone(names, parted[1]!, isSure) ?? readAmongWords(names, parted[1]!)) : null
  if (parted && before) return withRest(before, { sign: parted[2] ?? '-', rest: parted[3]!, isTitle, isSure })
  return text.length > 120 ? null : readAmongWords(names, text)
}

/** A name among words that only announce areas: "Prioriteringar i Halland". */
function readAmongWords(names: Names, text: string): RegionMatch | null {
  const [code, ...others] = codesNamed(names, text)
  if (code === undefined || others.length > 0 || !saysNoMore(wordsWithout(names, text))) return null
  return { code, name: names.all.find((one) => one.code === code)!.name, isMisspelt: false }
}

interface Rest {
  sign: string
  rest: string
  isTitle: boolean
  isSure: boolean
}

function withRest(match: RegionMatch, { sign, rest, isTitle, isSure }: Rest): RegionMatch | null {
  if (saysNoMore(foldWords(rest).split(' ')) || readSubHeading(rest)) return match
  const isList = (/[,;]/.test(rest) || betweenSigns.test(rest)) && !/[.!?]\s*$/.test(rest)
  if (isTitle) return sign === ':' && isList ? { ...match, list: rest } : match
  if (sign === ':' || isList) return rest.length > 300 && !isList ? null : { ...match, list: rest }
  return isSure ? match : null
}

/** The regions whose names are in a text as whole words, also in the genitive. */
function codesNamed(names: Names, text: string): Set<string> {
  return new Set(placesOfNames(names, foldWords(text).split(' ')).map(({ code }) => code))
}

function wordsWithout(names: Names, text: string): string[] {
  const words = foldWords(text).split(' ')
  const taken = new Set(placesOfNames(names, words).flatMap(({ at, count }) => Array.from({ length: count }, (_, i) => at + i)))
  return words.filter((_, index) => !taken.has(index))
}

/** The positions of names among words, the longest first. */
function placesOfNames({ exact }: Names, words: readonly string[]): { code: string; at: number; count: number }[] {
  const places: { code: string; at: number; count: number }[] = []
  for (let at = 0; at < words.length; at++)
    for (const count of [3, 2, 1]) {
      const written = words.slice(at, at + count).join(' ')
      const name = exact.get(written) ?? exact.get(written.replace(/s$/, ''))
      if (at + count > words.length || !name) continue
      places.push({ code: name.code, at, count })
      at += count - 1
      break
    }
  return places
}

/** Words that a region's heading may have beside its name, without marks. */
const headingWords = new Set(
  `region regionen regionens regionala regional regionalt lan lans lanet i for inom fran av och samt de var vara vart nya nytt
  smart smarta specialisering specialiseringen specialiseringar s3 strategi strategin utvecklingsstrategi rus plan program lista listan sammanfattning oversikt
  prioriterade prioriterat prioritering prioriteringar omrade omraden omradena omradet utvalda valda utpekade gallande nuvarande aktuella
  styrkeomraden fokusomraden utvecklingsomraden insatsomraden profilomraden forts fortsattning fortsatt fortsattes del sida bild steg
  county the in of for and continued cont part priorities priority area areas specialisation specialization strategy regions our`.split(
    /\s+/,
  ),
)

const saysNoMore = (words: readonly string[]): boolean => words.every((word) => headingWords.has(word) || /^\d{0,4}$/.test(word))

const betweenSigns = /\s[|•·]\s/u

/** The areas on the line of their region: between semicolons, else between upright lines or dots, else between commas. */
export function readInlineList(list: string): string[] {
  const parts = list.includes(';') ? list.split(';') : list.split(betweenSigns.test(list) ? betweenSigns : /,(?!\d)/)
  const last = parts.at(-1)!.trim()
  const lastTwo = parts.length > 1 ? /^(.+\S)\s+(?:och|samt|and)\s+(\p{Lu}.*)$/u.exec(last) : null
  const all = lastTwo ? [...parts.slice(0, -1), lastTwo[1]!, lastTwo[2]!] : parts
  return all
    .map((part) =>
      part
        .replace(/^\s*(?:och|samt|and)\s+/u, '')
        .trim()
        .replace(/\.$/, ''),
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
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

const withoutMarks = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Small letters without marks, words alone. */
const foldWords = (text: string): string =>
  withoutMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The same without a remark in brackets and the words that may come with any region's name. */
function foldHeading(text: string): string {
  const words = foldWords(text.replace(/[([].*$/su, ''))
  const bare = words.replace(/^(region|regionen|landstinget|lan|county of) /, '').replace(/ (lan|region|regionen|county)$/, '')
  return bare || words
}
