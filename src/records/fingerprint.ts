import { createHash } from 'node:crypto'
import { foldWords } from './fold-words.ts'

/**
 * SHA-256 (hex) of a sentence's words alone, so that it is recognised whatever its case, punctuation and spacing,
 * and without a copy of it being kept.
 */
export function fingerprintOf(sentence: string): string {
  return createHash('sha256').update(foldWords(sentence)).digest('hex')
}
