import { z } from 'zod'
import { RoundAnswer, roundAnswerId, roundAnswers } from '../records/round-answer.ts'
import { reminderDays } from '../records/round.ts'
import { DatePrecision } from '../records/shared-fields.ts'
import { northToSouth } from '../records/sweden.ts'
import { daysBetween } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { isUnread } from '../snapshot/areas-known.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { regionRef } from './from-snapshot.ts'
import { RegionRef } from './shapes.ts'

/** Where a region is in a round. `late`: two reminders have gone out, and nothing was heard. */
export const roundStates = ['changes', 'late', 'moreTime', 'waiting', 'confirmed'] as const
export type RoundState = (typeof roundStates)[number]

export const RoundRegionShape = z.object({
  region: RegionRef,
  state: z.enum(roundStates),
  answer: z.enum(roundAnswers).nullable(),
  answeredOn: z.string().nullable(),
  role: z.string().nullable(),
  until: z.string().nullable(),
  changedIds: RoundAnswer.shape.changedIds,
  /** The first day of the list in force; null when no list is known. */
  listFrom: z.string().nullable(),
  /** How much of `listFrom` is known; of an undated list it is only the first day of its period. */
  listPrecision: DatePrecision.nullable(),
  /** The latest day on which all of its areas were confirmed; null when they have not been. */
  confirmedOn: z.string().nullable(),
  areaCount: z.number(),
})
export type RoundRegionShape = z.infer<typeof RoundRegionShape>

export const RoundShape = z.object({
  year: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  /** Days since it opened, from 1; null before and after. */
  day: z.number().nullable(),
  regions: z.array(RoundRegionShape),
  counts: z.record(z.enum(roundStates), z.number()),
})
export type RoundShape = z.infer<typeof RoundShape>

/** A round as a wall of regions, from north to south. */
export function roundShape(snapshot: Snapshot, round: Pick<Known<'round'>, 'id' | 'opensOn' | 'closesOn'>): RoundShape {
  const { id, opensOn, closesOn } = round
  const codes = northToSouth(snapshot.inForce('region').map(({ code }) => code))
  const regions = codes.map((code) => roundRegion(snapshot, { id, opensOn }, code))
  const today = snapshot.validAt
  const isOpen = opensOn <= today && today < closesOn
  return {
    year: id,
    opensOn,
    closesOn,
    day: isOpen ? daysBetween(opensOn, today) + 1 : null,
    regions,
    counts: Object.fromEntries(
      roundStates.map((state) => [state, regions.filter((one) => one.state === state).length]),
    ) as RoundShape['counts'],
  }
}

function roundRegion(snapshot: Snapshot, { id, opensOn }: { id: string; opensOn: IsoDate }, code: string): RoundRegionShape {
  const answer = snapshot.get('roundAnswer', roundAnswerId({ roundId: id, regionCode: code }))
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: code })
  const areas = edition && !isUnread(edition) ? [...edition.priorities, ...edition.parts] : []
  return {
    region: regionRef(snapshot, code),
    state: stateOf(answer, { opensOn, today: snapshot.validAt, isSettled: isSettled(snapshot, answer) }),
    answer: answer?.answer ?? null,
    answeredOn: answer?.answeredOn ?? null,
    role: answer?.role ?? null,
    until: answer?.until ?? null,
    changedIds: answer?.changedIds ?? [],
    listFrom: edition?.strategy.meta.inForceFrom ?? null,
    listPrecision: edition?.strategy.datePrecision ?? null,
    confirmedOn: confirmedDay(areas),
    areaCount: edition?.priorities.length ?? 0,
  }
}

function confirmedDay(areas: readonly Known<'priorityArea'>[]): IsoDate | null {
  const days = areas.map(({ confirmedOn }) => confirmedOn)
  return days.length > 0 && days.every((day) => day !== null) ? days.toSorted()[0]! : null
}

interface Circumstances {
  opensOn: IsoDate
  today: IsoDate
  isSettled: boolean
}

function stateOf(answer: Known<'roundAnswer'> | null, { opensOn, today, isSettled }: Circumstances): RoundState {
  if (answer?.answer === 'moreTime') return answer.until !== null && answer.until < today ? 'late' : 'moreTime'
  if (answer?.answer === 'changes') return isSettled ? 'confirmed' : 'changes'
  if (answer) return answer.answer
  return daysBetween(opensOn, today) > reminderDays[1] ? 'late' : 'waiting'
}

/** Whether every change that a region proposed has been published since. Proposals themselves are in no snapshot. */
const isSettled = (snapshot: Snapshot, answer: Known<'roundAnswer'> | null): boolean =>
  answer !== null &&
  answer.changedIds.every((id) => (snapshot.versions('priorityArea', id).at(-1)?.recordedAt ?? '') > answer.meta.recordedAt)
