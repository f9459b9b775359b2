import { foldMarks } from '../language/folding.ts'
import { buildSpellingIndex } from '../language/spelling.ts'
import { derive } from '../snapshot/derive.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { foldedKeyOf, gazetteerOf, keyOf } from './gazetteer.ts'
import type { Gazetteer, Place } from './gazetteer.ts'

/** How a place was read. What may mean several things, or nothing that is known, is asked about and never guessed. */
export type PlaceReading =
  | { outcome: 'known'; region: Known<'region'>; place: Place }
  /** `asked` is a way to write each, which leads to that one alone. */
  | { outcome: 'several'; choices: readonly { place: Place; asked: string }[] }
  /** Names that are spelt nearly so, nearest first. */
  | { outcome: 'unknown'; near: readonly string[] }

const longestPlace = 100

/** Where a business is, as people write it: "Visby", "Visby, Gotland", "621 57 VISBY", "Umeå kommun", "0980", "SE214". */
export function readPlace(snapshot: Snapshot, asked: string): PlaceReading {
  const written = asked.slice(0, longestPlace).replaceAll(/\s+/g, ' ').trim()
  const whole = findPlaces(snapshot, written)
  if (whole.length > 0) return readingOf(snapshot, whole)
  const { name, within } = splitPlace(written)
  if (within === null) return { outcome: 'unknown', near: namesNear(snapshot, name) }
  const named = findPlaces(snapshot, name)
  const around = findPlaces(snapshot, within)
  const both = named.filter((place) => around.some((wider) => liesWithin(place, wider)))
  // A village that we do not know lies where it is said to lie; two places that are both known, and apart, are asked about.
  const meant = both.length > 0 ? both : [...named, ...around]
  return meant.length > 0 ? readingOf(snapshot, meant) : { outcome: 'unknown', near: namesNear(snapshot, name) }
}

/** The region that a place lies in; null when the place is not known, or may be in several. */
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
  // Several of one name in the same region: which of them makes no difference here.
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

/** "Visby, Gotland", "Visby (Gotland)", "Åby i Växjö": a name and what it lies within. */
function splitPlace(written: string): { name: string; within: string | null } {
  const plain = written.replace(/[,\s]+(?:sverige|sweden)\s*$/i, '')
  const [, name, within] = plain.match(/^(.+?)(?:\s*[,(/]\s*|\s+(?:i|in)\s+)([^,(/]+?)[)\s]*$/i) ?? []
  return name && within ? { name, within } : { name: plain, within: null }
}

/** What a name may mean: a region before a municipality before a locality, exactly so before nearly so. */
function findPlaces(snapshot: Snapshot, written: string): readonly Place[] {
  const key = keyOf(written)
  const bare = key
    .replace(/^(?:kommunen|landskapet|municipality of|city of|county of) /, '')
    .replace(/ (?:kommun|stad|lan|län|tatort|tätort|county|municipality|city)$/, '')
  const spellings = [key, bare, bare.replace(/s$/, '')]
  const regions = regionNamesOf(snapshot)
  const { asWritten, withoutMarks } = gazetteerOf(snapshot)
  for (const spelling of new Set(spellings)) {
    const folded = foldMarks(spelling)
    const region = regions.get(folded)
    if (region) return [region]
    const found = firstOf(asWritten, spelling) ?? firstOf(withoutMarks, folded)
    if (found) return found
  }
  return []
}

const firstOf = (lookUps: Gazetteer['asWritten'], key: string): readonly Place[] | undefined =>
  lookUps.find((places) => places.has(key))?.get(key)

/** Every name and code of every region, folded. */
const regionNamesOf = derive('names of regions', ['region'], (snapshot): ReadonlyMap<string, Place> => {
  const names = snapshot.inForce('region').flatMap(({ code, slug, name, countyName, regionName, nuts3, nameVariants }) => {
    const place: Place = { name: countyName, kind: 'region', municipality: null, regionCode: code }
    const folded = [code, slug, nuts3, name, countyName, regionName, ...nameVariants].map(foldedKeyOf)
    return [...folded, ...folded.map((one) => one.replace(/ (?:lan|county)$/, ''))].map((one) => [one, place] as const)
  })
  return new Map(names)
})

const mostNear = 3

/** Known names a slip or two away, only the nearest. */
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
