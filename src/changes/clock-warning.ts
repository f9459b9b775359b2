import type { RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'

/** Two clocks of machines in good order differ by less. */
export const clocksDifferMs = 60_000

/**
 * What to say to a writer whose clock is behind what the registry has: the store gives its versions the moment after the newest one
 * instead, up to a day, beyond which it refuses. Null when the clocks agree.
 */
export function clockWarning(versions: readonly Pick<RecordVersion, 'recordedAt'>[], now: Date): LocalText | null {
  const [recordedAt] = versions.map((version) => version.recordedAt).toSorted()
  if (!recordedAt || Date.parse(recordedAt) - now.getTime() <= clocksDifferMs) return null
  const clock = now.toISOString()
  return {
    sv: `Klockan här är ${clock}, men registret har redan något som infördes senare, så det som skrevs nu står infört ${recordedAt}. En av klockorna går fel: ställ den här, eller se med ”spets check” vad som skrevs av en som gick före.`,
    en: `The clock here is ${clock}, but the registry already has something that was recorded later, so what was written now is recorded ${recordedAt}. One of the clocks is wrong: set this one, or see with “spets check” what was written by one that was ahead.`,
  }
}
