import { foldMarks } from '../language/folding.ts'
import { buildSpellingIndex } from '../language/spelling.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { foldedKeyOf, gazetteerOf, keyOf } from './gazetteer.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { findRegionCalled } from './region-called.ts'

/** How a place was understood. An ambiguous or unknown place is returned for the user to clarify; it is never guessed. */
export type PlaceReading =
  | { outcome: 'known'; region: Known<'region'>; place: Place }
  /** `asked` is a way to write each place that leads to it alone. */
  | { outcome: 'several'; choices: readonly { place: Place; asked: string }[] }
  /** Names with a similar spelling, nearest first. */
  | { outcome: 'unknown'; near: readonly string[] }

const longestPlace = 100

/**
 * Reads where a business is, as people write it: "Visby", "Visby, Gotland", "621 57 VISBY", "Umeå kommun", "0980",
 * "SE214".
 */
export function readPlace(snapshot: Snapshot, asked: string): PlaceReading {
  const written = asked.slice(0, longestPlace).replaceAll(/\s+/g, ' ').trim()
  const whole = findPlaces(snapshot, written)
  if (whole.length > 0) return readingOf(snapshot, whole)
  const { name, within } = splitPlace(written)
  if (within === null) return { outcome: 'unknown', near: namesNear(snapshot, name) }
  const named = findPlaces(snapshot, name)
  const around = findPlaces(snapshot, within)
  const both = named.filter((place) => around.some((wider) => liesWithin(place, wider)))
  // If one of the two is unknown, the known one decides; if both are known but neither is in the other, the user must choose.
  const meant = both.length > 0 ? both : [...named, ...around]
  return meant.length > 0 ? readingOf(snapshot, meant) : { outcome: 'unknown', near: namesNear(snapshot, name) }
}

/** The region of a place; null when the place is unknown or may be in several regions. */
export function findRegionOfPlace(snapshot: Snapshot, place: string): Known<'region'> | null {
  const reading = readPlace(snapshot, place)
  return reading.outcome === 'known' ? reading.region : null
}

function readingOf(snapshot: Snapshot, places: readonly Place[]): PlaceReading {
  const codes = new Set(places.map(({ regionCode }) => regionCode))
  const [place] = places
  if (codes.size > 1)
    return { outcome: 'several', choices: places.map((one) => ({ place: one, asked: askedFor(snapshot, one) })) }
  const region = snapshot.get('region', place!.regionCode)
  // With several places of one name in the same region, the municipality is dropped, because it is unclear which is meant.
  const isOne = places.length === 1
  return region
    ? { outcome: 'known', region, place: isOne ? place! : { ...place!, municipality: null } }
    : { outcome: 'unknown', near: [] }
}

function askedFor(snapshot: Snapshot, { name, kind, municipality, regionCode }: Place): string {
  if (kind !== 'locality') return name
  return `${name}, ${municipality?.name ?? snapshot.get('region', regionCode)?.countyName ?? regionCode}`
}

const liesWithin = (place: Place, wider: Place): boolean =>
  wider.kind === 'region'
    ? place.regionCode === wider.regionCode
    : place.municipality !== null && place.municipality.code === wider.municipality?.code

/** Splits a name from the place around it: "Visby, Gotland", "Visby (Gotland)", "Åby i Växjö". */
function splitPlace(written: string): { name: string; within: string | null } {
  const plain = written.replace(/[,\s]+(?:sverige|sweden)\s*$/i, '')
  // The authorities' files have a code before its name: "0880 Kalmar", "08 Kalmar län".
  const coded = /^(\d{2}|\d{4})\s+(\p{L}.*)$/u.exec(plain)
  if (coded) return { name: coded[2]!, within: coded[1]! }
  const [, name, within] = plain.match(/^(.+?)(?:\s*[,(/]\s*|\s+(?:i|in)\s+)([^,(/]+?)[)\s]*$/i) ?? []
  return name && within ? { name, within } : { name: plain, within: null }
}

/** Places with a name: regions before municipalities before localities, and exact spelling before spelling without marks. */
function findPlaces(snapshot: Snapshot, written: string): readonly Place[] {
  const key = keyOf(written)
  const bare = key
    .replace(/^(?:kommunen|landskapet|municipality of|city of|county of) /, '')
    .replace(/ (?:kommun|stad|lan|län|tatort|tätort|county|municipality|city)$/, '')
  const spellings = [key, bare, bare.replace(/s$/, '')]
  const { asWritten, withoutMarks } = gazetteerOf(snapshot)
  const region = findRegionCalled(snapshot, written)
  if (region) return [{ name: region.countyName, kind: 'region', municipality: null, regionCode: region.code }]
  for (const spelling of new Set(spellings)) {
    const folded = foldMarks(spelling)
    const found = firstOf(asWritten, spelling) ?? firstOf(withoutMarks, folded)
    if (found) return found
  }
  return []
}

const firstOf = (lookUps: Gazetteer['asWritten'], key: string): readonly Place[] | undefined =>
  lookUps.find((places) => places.has(key))?.get(key)

const mostNear = 3

/** Known names within one or two edits, only the nearest of them. */
function namesNear(snapshot: Snapshot, written: string): string[] {
  const { spelling, nameByFolded } = gazetteerOf(snapshot)
  const key = foldedKeyOf(written).replace(/ (?:kommun|stad|lan|county|municipality)$/, '')
  const regionByKey = new Map(snapshot.inForce('region').map(({ name }) => [foldedKeyOf(name), name]))
  const found = [...buildSpellingIndex(regionByKey.keys()).near(key), ...spelling.near(key)].map(({ word, distance }) => ({
    name: regionByKey.get(word) ?? nameByFolded.get(word)!,
    distance,
  }))
  const least = Math.min(...found.map(({ distance }) => distance))
  return [...new Set(found.filter(({ distance }) => distance === least).map(({ name }) => name))].slice(0, mostNear)
}
