import type { Language } from '../records/language.ts'

const and = { sv: ' och ', en: ' and ' } as const

/** Joins words as "a, b och c", in English "a, b and c". */
export const joinWords = (words: readonly string[], lang: Language): string =>
  words.length < 2 ? (words[0] ?? '') : words.slice(0, -1).join(', ') + and[lang] + words.at(-1)!

/** Puts a word in the quotation marks of the language. */
export const quoted = (word: string, lang: Language): string => (lang === 'sv' ? `”${word}”` : `“${word}”`)

/** Quotes each word and joins them: "”a”, ”b” och ”c”". */
export const joinQuoted = (words: readonly string[], lang: Language): string =>
  joinWords(
    words.map((word) => quoted(word, lang)),
    lang,
  )
