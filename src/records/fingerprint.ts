import { createHash } from 'node:crypto'

/**
 * SHA-256 (hex) of a sentence's words alone, so that it is recognised whatever its case, signs and spacing,
 * and without a copy of it being kept.
 */
export function fingerprintOf(sentence: string): string {
  return createHash('sha256').update(foldSentence(sentence)).digest('hex')
}

/** NFC, small letters, every run of other signs than letters and digits one space, trimmed. */
function foldSentence(sentence: string): string {
  const words = sentence
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
  return words.trim()
}
