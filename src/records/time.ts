import { z } from 'zod'

/** A day, `YYYY-MM-DD`. Comparing two as text orders them correctly. */
export const IsoDate = z.iso.date({ error: 'A date is written YYYY-MM-DD, for example 2018-01-31.' })
export type IsoDate = z.infer<typeof IsoDate>

/** A moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. Comparing two as text orders them correctly. */
export const IsoInstant = z.iso.datetime({ precision: 3, error: 'A moment is written 2018-01-31T00:00:00.000Z.' })
export type IsoInstant = z.infer<typeof IsoInstant>

export const startOfDay = (date: IsoDate): IsoInstant => `${date}T00:00:00.000Z`

/** The last moment of a day in UTC, so that what was recorded during the day is included in what was known on it. */
export const endOfDay = (date: IsoDate): IsoInstant => `${date}T23:59:59.999Z`

/** Whether `date` is in the half-open period `[from, to)`; null means that it has no end. */
export const isWithin = (date: IsoDate, { validFrom, validTo }: { validFrom: IsoDate; validTo: IsoDate | null }): boolean =>
  validFrom <= date && (validTo === null || date < validTo)

const swedishFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The calendar day in Sweden at `instant`. */
export const swedishDay = (instant: Date): IsoDate => swedishFormat.format(instant)
