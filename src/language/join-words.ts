import type { Language } from '../records/language.ts'

const and = { sv: ' och ', en: ' and ' } as const

/** "a, b och c"; in English "a, b and c". */
export const joinWords = (words: readonly string[], lang: Language): string =>
  words.length < 2 ? (words[0] ?? '') : words.slice(0, -1).join(', ') + and[lang] + words.at(-1)!

/** A word in the quotation marks of a language. */
export const quoted = (word: string, lang: Language): string => (lang === 'sv' ? `”${word}”` : `“${word}”`)

/** Words in quotation marks: "”a”, ”b” och ”c”". */
export const joinQuoted = (words: readonly string[], lang: Language): string =>
  joinWords(
    words.map((word) => quoted(word, lang)),
    lang,
  )
