import type { LocalText } from './shared-fields.ts'

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

export const pick = (text: LocalText, lang: Language): string => text[lang]

/** The texts of a page or component; the compiler checks that both languages have the same keys. */
export type Texts<T> = { sv: T; en: { [K in keyof T]: T[K] } }
