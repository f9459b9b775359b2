import { tokensOf } from '../language/tokens.ts'
import type { SearchDocument } from './search-document.ts'

/** The operators of a query: a hit must contain the quoted phrases and must not contain the words after a minus. */
export interface QuerySigns {
  /** The query without excluded words and quotation marks. */
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

/** Whether a document's names, text or description contain every phrase word by word and none of the excluded words. */
export function isAsSigned({ title, titleEn, text, description }: SearchDocument, { phrases, excluded }: QuerySigns): boolean {
  const fields = [title, titleEn ?? '', text, description ?? ''].map((field) => ` ${plain(field)} `)
  const occurs = (words: string) => fields.some((field) => field.includes(` ${words} `))
  return phrases.every(occurs) && !excluded.some(occurs)
}

/** The words in lower case, separated by one blank. */
const plain = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ')
