import type { Language } from '../records/language.ts'
import { formatNumber } from './format-number.ts'

/** A whole number as people write it in running text: words up to twelve. @param isFirst it begins a sentence */
export function countInWords(count: number, lang: Language, { isFirst = false } = {}): string {
  const words = {
    sv: ['inga', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
    en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  }
  const word = words[lang][count] ?? formatNumber(count, lang)
  return isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
