import { formatNumber } from '../language/format-number.ts'
import { lowerFirst } from '../language/lower-first.ts'
import type { Language } from '../records/language.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { ActivityComplement, FieldComplement } from '../matching/figure-complements.ts'
import { inRegion } from './evidence-findings.ts'

interface Names {
  from: string
  to: string
}

/** Why one region's field complements another, in a sentence that can be quoted: the figures of both and their year. */
export function fieldComplementReason(
  { year, quotient, otherQuotient, density, otherDensity, meanDensity }: FieldComplement,
  { from, to }: Names,
): LocalText {
  const write = (lang: Language) => {
    const number = (value: number) => formatNumber(value, lang, 1)
    const percent = (share: number) => formatNumber(share * 100, lang)
    const [own, other, mean] = [density, otherDensity, meanDensity].map(percent)
    return lang === 'sv'
      ? `${from} har ${number(quotient)} gånger landets andel (${year}) och ${to} ${number(otherQuotient)}. Av det som brukar finnas intill har ${from} ${own} % och ${to} ${other} %; länen i snitt ${mean} %.`
      : `${from} has ${number(quotient)} times the nation’s share (${year}) and ${to} ${number(otherQuotient)}. Of what is usually found beside it, ${from} has ${own}% and ${to} ${other}%; the counties’ mean is ${mean}%.`
  }
  return { sv: write('sv'), en: write('en') }
}

/** The same for one occupation. */
export function activityComplementReason(
  label: LocalText,
  { year, quotient, otherQuotient, otherDensity }: ActivityComplement,
  { from, to }: Names,
): LocalText {
  const write = (lang: Language) => {
    const number = (value: number) => formatNumber(value, lang, 1)
    const percent = formatNumber(otherDensity * 100, lang)
    return lang === 'sv'
      ? `${label.sv}: ${from} har ${number(quotient)} gånger landets andel (${year}), ${to} ${number(otherQuotient)}; ${percent} % av det som brukar finnas intill finns redan ${inRegion(to, 'sv')}.`
      : `${label.en}: ${from} has ${number(quotient)} times the nation’s share (${year}), ${to} ${number(otherQuotient)}; ${percent}% of what is usually found beside ${lowerFirst(label.en)} is in ${to} already.`
  }
  return { sv: write('sv'), en: write('en') }
}
