import type { DatePrecision } from '../../records/shared-fields.ts'
import type { Language } from '../../records/language.ts'
import { formatNumber } from '../../language/format-number.ts'
import { countInWords } from '../../language/count-in-words.ts'

export { countInWords, formatNumber }

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** A date as far as it is known: `2018-01-31`, `februari 2021`, `2020`, or "odaterad". */
export function formatDate(date: string | null, { precision, lang }: { precision: DatePrecision; lang: Language }): string {
  if (!date || precision === 'unknown') return lang === 'sv' ? 'odaterad' : 'undated'
  if (precision === 'year') return date.slice(0, 4)
  if (precision === 'day') return date
  return new Intl.DateTimeFormat(locales[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

const minutes = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Stockholm' })

/** Day and minute in Sweden: 2026-11-26 20:45. */
export const swedishMinute = (moment: string): string => minutes.format(new Date(moment))
