import { foldMarks } from '../language/folding.ts'
import { buildSpellingIndex } from '../language/spelling.ts'
import type { SpellingIndex } from '../language/spelling.ts'
import type { GazetteerFacts, Municipality } from '../records/gazetteer-facts.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'

/** Somewhere a business may say that it is. */
export interface Place {
  name: string
  kind: 'region' | 'municipality' | 'locality'
  /** What tells it from others of the same name: the municipality it lies in, or null where that says nothing more. */
  municipality: Municipality | null
  regionCode: string
}

type PlacesByName = ReadonlyMap<string, readonly Place[]>

/** Municipalities and localities, with look-ups. */
export interface Gazetteer {
  /** Sweden's 290 municipalities, in the order of their codes. */
  readonly municipalities: readonly Municipality[]
  /** Larger localities and well-known places that no municipality is named after; each in a municipality, or a county only. */
  readonly localities: readonly Place[]
  /** Looked in first, in this order. */
  readonly asWritten: readonly PlacesByName[]
  /** Looked in only when nothing is written so: Habo is not Håbo. */
  readonly withoutMarks: readonly PlacesByName[]
  readonly nameByFolded: ReadonlyMap<string, string>
  readonly spelling: SpellingIndex
}

/** The places that are known besides regions. @throws Error when none were loaded beside the registry */
export function gazetteerOf({ gazetteer }: Pick<Snapshot, 'gazetteer'>): Gazetteer {
  if (!gazetteer) throw new Error('No gazetteer was loaded beside the registry. Give snapshotAt one.')
  return makeGazetteer(gazetteer)
}

/** A name as it is looked up: in lower case, without hyphens, dots and a postal code before it. */
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
