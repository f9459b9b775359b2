import { checkPresence, checkSeries, checkTable } from './checked-arguments.ts'
import { missingPresence, type Presence } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type Series, type Table } from './table.ts'

/**
 * Quotient by population (RPOP): how much of an activity there is per head in a region, over how much per head in all regions,
 * (x_ra / P_r) / (Σ_r x_ra / Σ_r P_r). For activities whose size says little beside others', where shares mislead.
 * @param table  regions × activities, counts or money
 * @param population  by region, in any unit
 * @returns regions × activities, a ratio ≥ 0, for `specialisation`. NaN for a missing cell, a region whose population is missing
 * or zero (noted `region-without-population`) and an activity that sums to zero (noted `empty-activity`). Missing cells are left
 * out of the activity's sum, and regions without a population out of both sums.
 * @throws RangeError when the regions differ or a population is negative
 * Source: py-ecomplexity's `presence_test` rpop; Bustos, Gomez, Hausmann & Hidalgo 2012, doi:10.1371/journal.pone.0049393.
 */
export function populationQuotient(table: Table, population: Series): Table & Noted {
  checkTable('populationQuotient', table)
  checkSeries('populationQuotient', population)
  checkSameLabels('regions of the table and of the population', table.regions, population.labels)
  const { regions, activities, values } = table
  const width = activities.length
  const negative = population.values.findIndex((value) => value < 0)
  if (negative >= 0)
    throw new RangeError(`The population of «${regions[negative]}» is ${population.values[negative]}; it must be zero or more.`)
  const isKnown = (r: number) => population.values[r]! > 0
  const people = population.values.reduce((sum, value, r) => sum + (isKnown(r) ? value : 0), 0)
  const sums = new Float64Array(width)
  values.forEach((value, at) => (sums[at % width]! += isKnown(Math.floor(at / width)) ? value || 0 : 0))
  const result = values.map((value, at) => {
    const [r, a] = [Math.floor(at / width), at % width]
    return isKnown(r) && sums[a]! > 0 ? (value * people) / (population.values[r]! * sums[a]!) : NaN
  })
  const without = regions.filter((_, r) => !isKnown(r))
  const empty = activities.filter((_, a) => sums[a] === 0)
  const notes: Note[] = []
  if (without.length > 0)
    notes.push({
      code: 'region-without-population',
      message: 'These regions have no known population, so nothing is known per head.',
      regions: without,
    })
  if (empty.length > 0)
    notes.push({
      code: 'empty-activity',
      message: 'These activities sum to zero, so their quotients are undefined.',
      activities: empty,
    })
  return { regions, activities, values: result, notes }
}

/**
 * Present by either of two tests, such as location quotient and quotient by population (py-ecomplexity's `both`).
 * @returns 1 where either is 1, 0 where both are 0, and missing where neither is 1 and one is missing
 * @throws RangeError when the labels differ
 */
export function eitherPresence(one: Presence, other: Presence): Presence {
  checkPresence('eitherPresence', one)
  checkPresence('eitherPresence', other)
  checkSameLabels('regions of the two', one.regions, other.regions)
  checkSameLabels('activities of the two', one.activities, other.activities)
  const values = one.values.map((value, at) => {
    if (value === 1 || other.values[at] === 1) return 1
    return value === missingPresence || other.values[at] === missingPresence ? missingPresence : 0
  })
  return { regions: one.regions, activities: one.activities, values }
}
