import type { CubeDimension, CubeHeader } from '../../records/cube.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { FileDimension } from './file-table.ts'
import { isSum } from './guess-roles.ts'
import type { RoleGuess } from './guess-roles.ts'
import type { ReadRegion } from './region-codes.ts'

/** A dimension in codes that all sources share, and which of the file's codes are in it. */
export interface Conformed {
  dimension: CubeDimension
  /** The place in the file of each code. */
  places: readonly number[]
  /** Codes that are left out, as the file writes them, and why. */
  leftOut: { codes: string[]; why: LocalText }[]
  level: CubeHeader['level'] | null
}

interface Conforming {
  /** The code that is the sum of the others by its numbers; -1 when none is. */
  sumAt: number
  guess: RoleGuess
  readRegion: ReadRegion
  /** The regions to keep; the finest that there are when it is not said. */
  level: CubeHeader['level'] | null
}

const same = (text: string): LocalText => ({ sv: text, en: text })

/** Puts a file's dimension into the codes that Spets has: counties by number, sexes by name, sums as TOTAL. */
export function conformDimension(one: FileDimension, { guess, readRegion, level, sumAt }: Conforming): Conformed {
  if (guess.role === 'region') return conformRegions(one, { readRegion, level })
  const codes =
    guess.classification === 'sex'
      ? sexCodes(one)
      : guess.role === 'time' || guess.role === 'measure'
        ? one.codes
        : withTotal(one, sumAt)
  return {
    dimension: {
      id: one.id,
      role: guess.role,
      label: same(one.label),
      classification: guess.classification,
      codes,
      labels: one.labels.map(same),
    },
    places: codes.map((_, at) => at),
    leftOut: [],
    level: null,
  }
}

function conformRegions(one: FileDimension, { readRegion, level: asked }: Omit<Conforming, 'guess' | 'sumAt'>): Conformed {
  const read = one.codes.map((code, at) => readRegion(code, one.labels[at]!))
  const levels = new Set(read.flatMap((region) => region?.level ?? []))
  const level = asked ?? (['county', 'municipality', 'nuts2', 'nation'] as const).find((each) => levels.has(each)) ?? 'other'
  const kept = new Map<string, number>()
  const [twice, unknown, others] = [[] as string[], [] as string[], [] as string[]]
  read.forEach((region, at) => {
    const written = one.labels[at] === one.codes[at] ? one.codes[at]! : `${one.codes[at]} ${one.labels[at]}`
    if (!region && level === 'other') kept.set(one.codes[at]!, at)
    else if (!region) unknown.push(written)
    else if (region.level !== level && region.level !== 'nation' && level !== 'other') others.push(written)
    else if (kept.has(region.code)) twice.push(written)
    else kept.set(region.code, at)
  })
  const codes = [...kept.keys()]
  const places = [...kept.values()]
  return {
    dimension: {
      id: one.id,
      role: 'region',
      label: same(one.label),
      classification: level === 'county' ? 'swedish-counties' : level === 'nuts2' ? 'nuts-2' : null,
      codes,
      // Kolada and Eurostat give codes alone.
      labels: places.map((at) => (one.labels[at] === one.codes[at] && read[at]?.name) || same(one.labels[at]!)),
    },
    places,
    leftOut: [
      { codes: unknown, why: { sv: 'ingen känd region', en: 'no region that is known' } },
      { codes: others, why: { sv: 'regioner på en annan nivå', en: 'regions of another level' } },
      { codes: twice, why: { sv: 'samma region med en annan kod', en: 'the same region by another code' } },
    ].filter((left) => left.codes.length > 0),
    level,
  }
}

const men = /^(?:män|man|men|male|males|pojkar)$/i
const women = /^(?:kvinnor|kvinna|women|female|females|flickor)$/i

function sexCodes(one: FileDimension): string[] {
  const codes = one.codes.map((code, at) => {
    const words = [code, one.labels[at]!]
    if (words.some((word) => men.test(word))) return 'men'
    if (words.some((word) => women.test(word)) || (/^[KF]$/i.test(code) && one.codes.length <= 3)) return 'women'
    if (/^M$/i.test(code)) return 'men'
    return isSum(code, one.labels[at]!) ? 'TOTAL' : code
  })
  return new Set(codes).size === codes.length ? codes : [...one.codes]
}

/** Writes TOTAL for the code of a sum, so that it is never added to its parts. */
function withTotal(one: FileDimension, sumAt: number): string[] {
  const named = one.codes.findIndex((code, at) => isSum(code, one.labels[at]!))
  const sum = named >= 0 ? named : sumAt
  return one.codes.map((code, at) => (at === sum && one.codes.length > 1 && !one.codes.includes('TOTAL') ? 'TOTAL' : code))
}
