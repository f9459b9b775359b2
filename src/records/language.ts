import type { LocalText } from './shared-fields.ts'

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

export const pick = (text: LocalText, lang: Language): string => text[lang]

/** The texts of a page or component: the same keys in both languages, checked by the compiler. */
export type Texts<T> = { sv: T; en: { [K in keyof T]: T[K] } }
