import { z } from 'zod'

/** A day, `YYYY-MM-DD`. Comparing two as text orders them correctly. */
export const IsoDate = z.iso.date({ error: 'A date is written YYYY-MM-DD, for example 2018-01-31.' })
export type IsoDate = z.infer<typeof IsoDate>

/** A moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. Comparing two as text orders them correctly. */
export const IsoInstant = z.iso.datetime({ precision: 3, error: 'A moment is written 2018-01-31T00:00:00.000Z.' })
export type IsoInstant = z.infer<typeof IsoInstant>

/** The moment at which shipped facts are recorded as known on a day: early on that day in Sweden, in summer and winter. */
export const startOfDay = (date: IsoDate): IsoInstant => `${date}T00:00:00.000Z`

const dayMs = 86_400_000
const offsetsFromUtc = ['+01:00', '+02:00'] as const

/**
 * The last moment of a day in Sweden, so that what was recorded during the day is included in what was known on it. On the
 * days when the clocks change, too.
 */
export function endOfDay(date: IsoDate): IsoInstant {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
  const midnights = offsetsFromUtc.map((offset) => Date.parse(`${next}T00:00:00${offset}`))
  const midnight = midnights.find((moment) => swedishDay(new Date(moment)) === next && swedishDay(new Date(moment - 1)) === date)
  return new Date((midnight ?? midnights[0]!) - 1).toISOString()
}

/** Orders days, the earliest first; a missing one before all others, and equal ones as they were. */
export const compareDays = (a: IsoDate | null, b: IsoDate | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0

/** Whether `date` is in the half-open period `[from, to)`; null means that it has no end. */
export const isWithin = (date: IsoDate, { validFrom, validTo }: { validFrom: IsoDate; validTo: IsoDate | null }): boolean =>
  validFrom <= date && (validTo === null || date < validTo)

const swedishFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The calendar day in Sweden at a moment. Every day that is shown, asked for or compared with today comes from here. */
export const swedishDay = (moment: Date | IsoInstant): IsoDate =>
  swedishFormat.format(typeof moment === 'string' ? new Date(moment) : moment)

/** Whole days from one day to another. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / dayMs)

/** The day some days after another. */
export const dayAfter = (day: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
