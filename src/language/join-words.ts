import type { TextLang } from './stems.ts'

const formats = {
  sv: new Intl.ListFormat('sv', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** "a, b och c". */
export const joinWords = (words: readonly string[], lang: TextLang): string =>
  words.length === 1 ? words[0]! : formats[lang].format(words)
