import type { Language } from '../records/language.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { ImportChange, ImportLine, ImportSubject } from './import-plan-types.ts'

/** What each change is called in a plan, on the page and in the terminal. */
export const importChangeWords: Record<ImportChange, LocalText> = {
  new: { sv: 'nytt', en: 'new' },
  entered: { sv: 'förs in', en: 'entered' },
  dropped: { sv: 'finns inte kvar', en: 'no longer there' },
  renamed: { sv: 'nytt namn', en: 'renamed' },
  split: { sv: 'delat', en: 'split' },
  merged: { sv: 'sammanfört', en: 'merged' },
  unchanged: { sv: 'som förut', en: 'as before' },
  confirmed: { sv: 'bekräftat', en: 'confirmed' },
  moved: { sv: 'flyttat', en: 'moved' },
  reordered: { sv: 'annan plats', en: 'another place' },
  labelCorrected: { sv: 'rättad stavning', en: 'spelling corrected' },
  described: { sv: 'beskrivs', en: 'described' },
  ended: { sv: 'upphör', en: 'ends' },
  corrected: { sv: 'rättas', en: 'corrected' },
  reworded: { sv: 'omformulerat', en: 'reworded' },
}

/** What a line is about, where that is no area and no statement. */
export const importSubjectWords: Partial<Record<ImportSubject, LocalText>> = {
  source: { sv: 'källa', en: 'source' },
  programmePeriod: { sv: 'programperiod', en: 'programme period' },
  list: { sv: 'lista', en: 'list' },
  contact: { sv: 'kontakt', en: 'contact' },
  cluster: { sv: 'kluster', en: 'cluster' },
  region: { sv: 'region', en: 'region' },
}

/** Changes whose words tell all, so that no reason is shown. */
export const isPlainChange = (change: ImportChange): boolean => change === 'unchanged' || change === 'confirmed'

/** What the record of a line is called before and after, in a language. */
export const namesInLine = ({ before, after, inEnglish }: ImportLine, lang: Language): Pick<ImportLine, 'before' | 'after'> =>
  (lang === 'en' && inEnglish) || { before, after }
