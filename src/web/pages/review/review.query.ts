import type { Language } from '../../../records/language.ts'

/** The query's names and the one word of theirs, per language. */
export const reviewQuery = {
  sv: { region: 'region', show: 'visa' },
  en: { region: 'region', show: 'show' },
} as const satisfies Record<Language, object>
export const reviewWords = { sv: { all: 'alla' }, en: { all: 'all' } } as const satisfies Record<Language, object>
