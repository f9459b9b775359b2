import { createHash } from 'node:crypto'
import { foldWords } from './fold-words.ts'

/**
 * SHA-256 (hex) of a sentence's words. It identifies the sentence whatever its case, punctuation and spacing, without a
 * copy being stored.
 */
export function fingerprintOf(sentence: string): string {
  return createHash('sha256').update(foldWords(sentence)).digest('hex')
}
