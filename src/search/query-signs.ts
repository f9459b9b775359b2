import { tokensOf } from '../language/tokens.ts'
import type { SearchDocument } from './search-document.ts'

/** What a query asks beyond its words: phrases in quotes must stand in a hit; words after a minus must not. */
export interface QuerySigns {
  /** The query without what is excluded, and without quotation marks. */
  text: string
  phrases: readonly string[]
  excluded: readonly string[]
}

const quoted = /["”“»«]([^"”“»«]+)["”“»«]/g
const minus = /(^|\s)[-−](?=[\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}-]*)/gu

export function readSigns(written: string): QuerySigns {
  const phrases: string[] = []
  const excluded: string[] = []
  const text = written
    .replaceAll(minus, (_, before: string, word: string) => {
      excluded.push(plain(word))
      return before
    })
    .replaceAll(quoted, (_, phrase: string) => {
      if (plain(phrase) !== '') phrases.push(plain(phrase))
      return phrase
    })
  return { text, phrases, excluded }
}

/** Whether a document holds every phrase word by word, and none of the excluded words, in its names or its text. */
export function isAsSigned({ title, titleEn, text }: SearchDocument, { phrases, excluded }: QuerySigns): boolean {
  if (phrases.length === 0 && excluded.length === 0) return true
  const fields = [title, titleEn ?? '', text].map((field) => ` ${plain(field)} `)
  const stands = (words: string) => fields.some((field) => field.includes(` ${words} `))
  return phrases.every(stands) && !excluded.some(stands)
}

/** The words in small letters, one blank between. */
const plain = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ')
