import { formatNumber } from '../language/format-number.ts'
import { joinWords } from '../language/join-words.ts'
import type { Language } from '../records/language.ts'
import type { EvidenceFigureShape, EvidenceMeasureShape } from './evidence-shapes.ts'

interface Quotient {
  quotient: number
  lower: number | null
  upper: number | null
}

/** How common something is against the nation, in words that keep within what the interval allows: "2,4 gånger så vanligt". */
export function commonness({ quotient, lower, upper }: Quotient, lang: Language): string {
  const number = formatNumber(quotient, lang, 1)
  const isUnsure = lower !== null && upper !== null && lower <= 1 && upper >= 1
  if (lang === 'sv') {
    if (isUnsure) return 'ungefär lika vanligt'
    if (quotient >= 1.25) return `${number} gånger så vanligt`
    if (quotient >= 1) return 'något vanligare'
    if (quotient > 0.8) return 'något mindre vanligt'
    if (quotient > 0.6) return 'mindre vanligt'
    return quotient > 0.4 ? 'ungefär hälften så vanligt' : 'mindre än hälften så vanligt'
  }
  if (isUnsure) return 'about as common'
  if (quotient >= 1.25) return `${number} times as common`
  if (quotient >= 1) return 'slightly more common'
  if (quotient > 0.8) return 'slightly less common'
  if (quotient > 0.6) return 'less common'
  return quotient > 0.4 ? 'about half as common' : 'less than half as common'
}

/** "som i landet" or "än i landet", whichever the words before it take. */
const thanNation = (words: string, lang: Language): string => {
  const isComparison =
    lang === 'sv' ? words.endsWith('vanligare') || words.includes('mindre vanligt') : /\b(?:more|less) common$/.test(words)
  if (lang === 'sv') return isComparison ? 'än i landet' : 'som i landet'
  return isComparison ? 'than in the nation' : 'as in the nation'
}

/** "2,4 gånger så vanligt i Dalarna som i landet". */
export function commonnessInRegion(figure: Quotient, regionName: string, lang: Language): string {
  const words = commonness(figure, lang)
  return `${words} ${inRegion(regionName, lang)} ${thanNation(words, lang)}`
}

/** A name with its Swedish preposition; islands have another. */
export const inRegion = (name: string, lang: Language): string =>
  lang === 'en' ? `in ${name}` : `${name === 'Gotland' ? 'på' : 'i'} ${name}`

/** What is measured, as a subject of a sentence: "Skogsbruk och Massa och papper" would not read, so a semicolon stays between many. */
export const fieldName = ({ label }: Pick<EvidenceMeasureShape, 'label'>, lang: Language): string => {
  const [first, second, ...more] = label[lang].split('; ')
  if (second === undefined) return first!
  return more.length === 0 && !/ (?:och|and) /.test(label[lang])
    ? joinWords([first!, second], lang)
    : label[lang].replaceAll('; ', ', ')
}

/** The first of strengths that come with the surest first (the highest lower end), ordered by the quotient that is shown. */
export const clearestByQuotient = <Strength extends { quotient: number }>(
  surest: readonly Strength[],
  most: number,
): Strength[] => surest.slice(0, most).toSorted((a, b) => b.quotient - a.quotient)

/** A share of 0–1 as percent, with as many digits as it needs. */
export const percentWords = (share: number, lang: Language): string => formatNumber(share * 100, lang, share < 0.01 ? 2 : 1)

/** The figure of a year that has a quotient; null otherwise. */
export const quotientOf = (figure: EvidenceFigureShape | null): Quotient | null =>
  figure === null || figure.quotient === null ? null : { ...figure, quotient: figure.quotient }
