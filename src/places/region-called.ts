import { foldMarks } from '../language/folding.ts'
import type { Region } from '../records/region.ts'
import { readCountyCode, regionWritings } from '../records/sweden.ts'
import { derive } from '../snapshot/derive.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { keyOf } from './gazetteer.ts'

/**
 * Finds the region that is meant by any of its names and codes, today's or an earlier one, in any case and without å, ä and
 * ö too: 17, 9, BD, SE-BD, SE332, "Värmlands län", "region varmland". Null when none is, or several could be.
 */
export function findRegionCalled(snapshot: Snapshot, asked: string): Known<'region'> | null {
  const code = findCode(regionCodesOf(snapshot), asked)
  return code === null ? null : snapshot.get('region', code)
}

/** The same among regions that are given with all that each has been called, the newest first. */
export const makeRegionFinder = (regions: readonly (readonly Region[])[]): ((asked: string) => string | null) => {
  const codes = codesByName(regions)
  return (asked) => findCode(codes, asked)
}

const longestName = 100

function findCode(codes: ReadonlyMap<string, string | null>, asked: string): string | null {
  const written = asked.trim()
  if (written.length > longestName) return null
  const named = codeNamed(codes, written)
  if (named) return named
  // "17 Värmlands län", as Statistics Sweden writes it; a code beside another region's name says nothing sure.
  const county = readCountyCode(written)
  const beside = codeNamed(codes, written.replace(/^\d+\s*/, ''))
  return county === null || (beside && beside !== codes.get(county)) ? null : (codes.get(county) ?? null)
}

function codeNamed(codes: ReadonlyMap<string, string | null>, written: string): string | null {
  for (const spelling of spellingsOf(written)) {
    const code = codes.get(spelling)
    if (code) return code
  }
  return null
}

const regionCodesOf = derive('regions by name', ['region'], (snapshot) =>
  codesByName(snapshot.inForce('region').map(({ id, ...now }) => [now, ...snapshot.history('region', id).toReversed()])),
)

/** By folded name the code; null where two regions have the name, which then belongs to the one that is called so now. */
function codesByName(regions: readonly (readonly Region[])[]): ReadonlyMap<string, string | null> {
  const codes = new Map<string, string | null>()
  const isNow = regions.flatMap(([now]) => (now ? [[now.code, now] as const] : []))
  const isEarlier = regions.flatMap(([now, ...earlier]) => earlier.map((one) => [now!.code, one] as const))
  for (const group of [isNow, isEarlier]) {
    const found = new Map<string, string | null>()
    for (const [code, region] of group)
      for (const name of regionWritings(region).flatMap(spellingsOf))
        found.set(name, (found.get(name) ?? code) === code ? code : null)
    for (const [name, code] of found) if (!codes.has(name)) codes.set(name, code)
  }
  return codes
}

/** A name as it is looked up, then without the words that only say that it is a region's. */
function spellingsOf(name: string): string[] {
  const whole = foldMarks(keyOf(name.replaceAll(/[/_+]+/g, ' '))).trim()
  const bare = whole.replace(/^(?:region|regionen|county of|the county of) /, '').replace(/ (?:lan|county|region|regionen)$/, '')
  return [...new Set([whole, bare, bare.replace(/(?<=\S{2})s$/, '')])].filter(Boolean)
}
