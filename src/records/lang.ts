import type { LocalText } from './record.ts'

export const langs = ['sv', 'en'] as const
export type Lang = (typeof langs)[number]

export const pick = (text: LocalText, lang: Lang): string => text[lang]

/** The texts of a page or component: the same keys in both languages, checked by the compiler. */
export type Texts<T> = { sv: T; en: { [K in keyof T]: T[K] } }
