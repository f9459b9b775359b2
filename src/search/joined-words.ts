import { isSubjectless } from '../language/subject-words.ts'
import { stemOf } from '../language/stems.ts'
import { tokensOf } from '../language/tokens.ts'
import { termIndexFor } from '../thesaurus/term-index.ts'
import type { SearchIndex } from './search-index.ts'

/** What is invisible in pasted text: soft hyphens, zero-width and direction signs, the byte order mark. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
/** The hyphens and minus signs of Unicode, which readers mean as the one on the keyboard. */
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g

/** A query as it would be typed: without invisible characters, with plain hyphens and blanks. */
export const plainQuery = (written: string): string =>
  written
    .normalize('NFC')
    .replaceAll(invisible, '')
    .replaceAll(hyphens, '-')
    .replaceAll(/[\s\u00a0]/g, ' ')

/**
 * Joins two words that are one in Swedish, "sol energi" or "e hälsa", where the thesaurus or a record has the compound.
 * The thesaurus's phrases stay, since they are written apart ("life science").
 */
export function joinCompounds(index: SearchIndex, text: string): string {
  const tokens = tokensOf(text)
  let joined = text
  for (let at = tokens.length - 1; at > 0; at--) {
    const [first, second] = [tokens[at - 1]!, tokens[at]!]
    if (isSubjectless(second.word) || text.slice(first.end, second.start).trim() !== '') continue
    const compound = [`${first.word}${second.word}`, `${first.word}-${second.word}`].find((word) => isCompound(index, word))
    if (!compound || (isSubjectless(first.word) && !compound.includes('-'))) continue
    joined = joined.slice(0, first.start) + compound + joined.slice(second.end)
    at--
  }
  return joined
}

function isCompound({ thesaurus, wordCounts }: SearchIndex, word: string): boolean {
  const { singles } = termIndexFor(thesaurus, 'sv')
  return (
    wordCounts.has(word) || (singles.get(stemOf(word, 'sv')) ?? []).some(({ kind, term }) => kind !== 'other' && term === word)
  )
}
