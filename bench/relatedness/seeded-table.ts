import type { Table } from '../../packages/relatedness/src/measures/table.ts'

/**
 * A table of counts that any language can make again: whole-number arithmetic on 32 bits only. Regions have an ability and
 * activities a demand; a cell is filled more often the further ability exceeds demand, as real tables are nested; every
 * activity is in at least one region. About a fifth of the cells are filled.
 */
export function seededTable(regionCount: number, activityCount: number): Table {
  const values = new Float64Array(regionCount * activityCount)
  for (let r = 0; r < regionCount; r++) {
    const ability = scramble(r + 1) >>> 16
    for (let a = 0; a < activityCount; a++) {
      const demand = scramble(1_000_003 + a) >>> 16
      const chance = Math.min(60_000, 5_000 + Math.max(0, ability - demand))
      const draw = scramble(2_000_003 + r * activityCount + a)
      if ((draw & 0xffff) < chance || a % regionCount === r)
        values[r * activityCount + a] = 1 + ((((draw >>> 16) * (1 + (ability >>> 10))) >>> 10) >>> 0)
    }
  }
  return { regions: names('region', regionCount), activities: names('activity', activityCount), values, unit: 'count' }
}

function names(what: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${what} ${at + 1}`)
}

/** The finaliser of MurmurHash3: one step from a number to a scattered one. */
function scramble(number: number): number {
  let bits = number >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
