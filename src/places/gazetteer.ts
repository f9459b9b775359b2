import { foldMarks } from '../language/folding.ts'
import { buildSpellingIndex } from '../language/spelling.ts'
import type { SpellingIndex } from '../language/spelling.ts'
import type { GazetteerFacts, Municipality } from '../records/gazetteer-facts.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'

/** A place that a business may give as its address. */
export interface Place {
  name: string
  kind: 'region' | 'municipality' | 'locality'
  /**
   * The municipality the place is in, which distinguishes places with the same name; null when it is unknown or would
   * not help.
   */
  municipality: Municipality | null
  regionCode: string
}

type PlacesByName = ReadonlyMap<string, readonly Place[]>

/** Municipalities and localities, indexed for lookup. */
export interface Gazetteer {
  /** Sweden's 290 municipalities, in the order of their codes. */
  readonly municipalities: readonly Municipality[]
  /**
   * Larger localities and well-known places whose name is not that of a municipality, each in a municipality or only in
   * a county.
   */
  readonly localities: readonly Place[]
  /** Searched first, in this order. */
  readonly asWritten: readonly PlacesByName[]
  /** Searched only when `asWritten` has no match, so that Habo and Håbo are kept apart. */
  readonly withoutMarks: readonly PlacesByName[]
  readonly nameByFolded: ReadonlyMap<string, string>
  readonly spelling: SpellingIndex
}

/** The gazetteer loaded with the snapshot. @throws Error when none was loaded */
export function gazetteerOf({ gazetteer }: Pick<Snapshot, 'gazetteer'>): Gazetteer {
  if (!gazetteer) throw new Error('No gazetteer was loaded beside the registry. Give snapshotAt one.')
  return makeGazetteer(gazetteer)
}

/** The lookup key of a name: in lower case, without hyphens, dots and a leading postal code. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[-–.]+/g, ' ')
    .replaceAll(/\bs:t(?=\s)/g, 'sankt')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:se?[ ]?)?\d{3} ?\d{2} (?=\p{L})/u, '')

export const foldedKeyOf = (name: string): string => foldMarks(keyOf(name))

const makeGazetteer = deriveEach('gazetteer', ({ municipalities, localities: facts }: GazetteerFacts): Gazetteer => {
  const byCode = new Map(municipalities.map((one) => [one.code, one]))
  const ofMunicipalities = municipalities.map((municipality): Place => ({
    name: municipality.name,
    kind: 'municipality',
    municipality,
    regionCode: municipality.regionCode,
  }))
  const localities = facts.map(({ name, liesIn }): Place => {
    const municipality = byCode.get(liesIn) ?? null
    return { name, kind: 'locality', municipality, regionCode: municipality?.regionCode ?? liesIn }
  })
  const placeByCode: PlacesByName = new Map(ofMunicipalities.map((place) => [place.municipality!.code, [place]]))
  return {
    municipalities,
    localities,
    asWritten: [placeByCode, placesBy(ofMunicipalities, keyOf), placesBy(localities, keyOf)],
    withoutMarks: [placesBy(ofMunicipalities, foldedKeyOf), placesBy(localities, foldedKeyOf)],
    nameByFolded: new Map([...localities, ...ofMunicipalities].map(({ name }) => [foldedKeyOf(name), name])),
    spelling: buildSpellingIndex([...ofMunicipalities, ...localities].map(({ name }) => foldedKeyOf(name))),
  }
})

const placesBy = (places: readonly Place[], key: (name: string) => string): PlacesByName =>
  Map.groupBy(places, ({ name }) => key(name))
