import type { BriefParts } from './brief-parts.ts'
import { briefText } from './brief-text.ts'
import { withoutControls } from '../deck/safe-text.ts'

const asked = 3

/** Three questions to ask, those that follow from what is known of the region first. */
export function questionsOf({ lang, region, evidence }: BriefParts): string[] {
  const text = briefText[lang].ask
  const weak = evidence.areas.find(({ verdict }) => verdict === 'notBacked')
  const strength = evidence.notChosen.find(({ isDistinctive }) => isDistinctive)
  const { current } = region
  const confirmed = current?.priorities.some(({ confirmedOn }) => confirmedOn !== null) ?? false
  const year = current?.strategy.meta.inForceFrom.slice(0, 4)
  return [
    weak ? text.weak(withoutControls(weak.label[lang])) : null,
    strength ? text.strength(strength.label[lang]) : null,
    current?.strategy.isPeriodOver ? text.over : null,
    current && year && !confirmed && current.strategy.datePrecision !== 'unknown' ? text.old(year) : null,
    text.partner,
    text.result,
    text.money,
  ]
    .filter((one) => one !== null)
    .slice(0, asked)
}
