import municipalitiesTsv from '../../facts/municipalities.tsv?raw'
import { foldMarks } from '../language/folding.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'

export interface Municipality {
  code: string
  name: string
  regionCode: string
}

/** Sweden's 290 municipalities, by code. */
export const municipalities: readonly Municipality[] = municipalitiesTsv
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([code, name, regionCode]) => ({ code: code!, name: name!, regionCode: regionCode! }))

const keyOf = (name: string) => foldMarks(name.toLocaleLowerCase('sv').trim())
const byName = new Map(municipalities.flatMap((one) => [[keyOf(one.name), one] as const, [one.code, one] as const]))

/**
 * The region that a place lies in: a municipality's name or code, or a region's name, slug or code, as people write them.
 * @returns null when the place is not known
 */
export function findRegionOfPlace(snapshot: Snapshot, place: string): Known<'region'> | null {
  const key = keyOf(place).replace(/\s+(?:kommun|lan|county|municipality)$/, '')
  const named = namesOf(snapshot).get(key)
  if (named) return named
  const municipality = byName.get(key) ?? byName.get(key.replace(/s$/, ''))
  return municipality ? snapshot.get('region', municipality.regionCode) : null
}

const cache = new WeakMap<Snapshot, ReadonlyMap<string, Known<'region'>>>()

/** Every name of every region, folded; read once for a snapshot. */
function namesOf(snapshot: Snapshot): ReadonlyMap<string, Known<'region'>> {
  const made =
    cache.get(snapshot) ??
    new Map(
      snapshot.inForce('region').flatMap((region) => {
        const { code, slug, name, countyName, regionName, nameVariants } = region
        const names = [code, slug, name, countyName, regionName, ...nameVariants].map(keyOf)
        return [...names, ...names.map((one) => one.replace(/\s+(?:lan|county)$/, ''))].map((one) => [one, region] as const)
      }),
    )
  cache.set(snapshot, made)
  return made
}
