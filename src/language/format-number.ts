import type { Language } from '../records/language.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const
const formats = new Map<string, Intl.NumberFormat>()

/** A number with the language's separators; `digits` decimals. */
export function formatNumber(value: number, lang: Language, digits = 0): string {
  const key = `${lang} ${digits}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locales[lang], {
      maximumFractionDigits: digits,
      minimumFractionDigits: digits,
      signDisplay: 'negative',
    })
  formats.set(key, format)
  // English has a hyphen for its minus.
  return format.format(value).replace(/^-/, '−')
}
