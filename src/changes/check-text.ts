import type { NewVersion } from '../records/record.ts'
import type { ContentFault } from './check-people.ts'
import { textsIn } from './texts-in.ts'

/** Control characters but tab and line breaks; signs that turn the direction of the text; signs that take no room. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\u3164\u115f\u1160]/u
/** Joiners have a use in some scripts and in emoji, between two characters. */
const joined = /(?<=\S)[\u200c\u200d](?=\S)/gu

/**
 * A character that no reader sees, in any text of a version, or a text of nothing but blanks; null when all of it can be read.
 * Such characters make two labels look the same, turn words about, or leave a row empty.
 */
export function findUnreadable({ body, changeNote }: Pick<NewVersion, 'body' | 'changeNote'>): ContentFault | null {
  for (const [field, text] of textsIn({ ...body, changeNote })) {
    const plain = text.replaceAll(/[\t\n\r]/g, ' ').replaceAll(joined, '')
    const at = plain.search(unseen)
    if (at !== -1) return { field, words: unseenWords(plain, at) }
    if (text !== '' && plain.trim() === '') return { field, words: blankWords }
  }
  return null
}

function unseenWords(text: string, at: number): ContentFault['words'] {
  const code = `U+${text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')}`
  const before = text.slice(Math.max(0, at - 20), at).trim()
  return {
    sv: `texten har ett tecken som inte syns (${code}) ${before ? `efter ”${before}”` : 'först'}. Skriv om texten på det stället för hand.`,
    en: `the text has a character that cannot be seen (${code}) ${before ? `after “${before}”` : 'at its beginning'}. Write that part again by hand.`,
  }
}

const blankWords = {
  sv: 'texten har inga ord. Skriv något, eller lämna fältet tomt.',
  en: 'the text has no words. Write something, or leave the field empty.',
}
