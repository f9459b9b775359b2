import { z } from 'zod'
import { bridgeVerdictId, BridgeVerdict, bridgeVerdicts } from '../records/bridge-verdict.ts'
import type { BridgeWord } from '../records/bridge-verdict.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { northToSouth } from '../records/sweden.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { regionRef } from './from-snapshot.ts'
import { PeriodShape, RegionRef } from './shapes.ts'

const BridgeAreaShape = z.object({
  lesson: BridgeVerdict.shape.lesson,
  successor: BridgeVerdict.shape.successor,
  id: z.string(),
  label: z.string(),
  language: z.enum(['sv', 'en']),
  translatedLabel: z.string().nullable(),
  /** Null: the region has given none. */
  verdict: z.enum(bridgeVerdicts).nullable(),
  saidOn: z.string().nullable(),
  /** The number of the verdict's version; 0 when there is none. */
  version: z.number(),
})
export type BridgeAreaShape = z.infer<typeof BridgeAreaShape>

export const BridgeRegionShape = z.object({
  region: RegionRef,
  /** The first day of the list; null when no list is known. */
  listFrom: z.string().nullable(),
  areas: z.array(BridgeAreaShape),
})
export type BridgeRegionShape = z.infer<typeof BridgeRegionShape>

export const BridgeShape = z.object({
  period: PeriodShape,
  regions: z.array(BridgeRegionShape),
  counts: z.record(z.enum([...bridgeVerdicts, 'none']), z.number()),
})
export type BridgeShape = z.infer<typeof BridgeShape>

const periodFrom = (snapshot: Snapshot, year: string): Known<'programmePeriod'> | null =>
  snapshot.everBegun('programmePeriod').find(({ from }) => from.startsWith(`${year}-`)) ?? null

/** @throws ExpectedError `not_found` when no period is known that begins in the year */
export function getBridge(snapshot: Snapshot, year: string): BridgeShape {
  const period = /^\d{4}$/.test(year) ? periodFrom(snapshot, year) : null
  if (period) return bridgeShape(snapshot, period)
  const words = {
    sv: `Ingen programperiod som börjar ${year.slice(0, 10)} är känd.`,
    en: `No programme period is known that begins in ${year.slice(0, 10)}.`,
  }
  throw new ExpectedError('not_found', { detail: words.en, data: { words } })
}

/** Every area of the lists in force with its region's verdict before a period, from north to south. */
function bridgeShape(snapshot: Snapshot, { id, label, from, to }: Known<'programmePeriod'>): BridgeShape {
  const codes = northToSouth(snapshot.inForce('region').map(({ code }) => code))
  const regions = codes.map((code): BridgeRegionShape => {
    const edition = findCurrentEdition(snapshot, { kind: 'region', id: code })
    const areas = edition?.strategy.programmePeriodId === id ? [] : (edition?.priorities ?? [])
    return {
      region: regionRef(snapshot, code),
      listFrom: edition?.strategy.meta.inForceFrom ?? null,
      areas: areas.map((area) => bridgeAreaShape(area, snapshot.get('bridgeVerdict', verdictIdOf(area.id, id)))),
    }
  })
  const all = regions.flatMap(({ areas }) => areas)
  const count = (wanted: BridgeWord | null) => all.filter(({ verdict }) => verdict === wanted).length
  return {
    period: { id, label, from, to },
    regions,
    counts: { carryOver: count('carryOver'), change: count('change'), close: count('close'), none: count(null) },
  }
}

const verdictIdOf = (priorityAreaId: string, programmePeriodId: string) => bridgeVerdictId({ priorityAreaId, programmePeriodId })

const bridgeAreaShape = (area: Known<'priorityArea'>, verdict: Known<'bridgeVerdict'> | null): BridgeAreaShape => ({
  id: area.id,
  label: area.displayLabel,
  language: area.language,
  translatedLabel: area.translatedLabel,
  verdict: verdict?.verdict ?? null,
  lesson: verdict?.lesson ?? null,
  successor: verdict?.successor ?? null,
  saidOn: verdict?.meta.validFrom ?? null,
  version: verdict?.meta.version ?? 0,
})
