/**
 * LIX, the Swedish measure of how hard a text is to read: the mean length of sentences plus the percentage of words of more
 * than six letters. Under 30 very easy, 30–40 easy, 40–50 as in newspapers. Null for a text without words.
 * Source: C.-H. Björnsson, Läsbarhet, 1968.
 */
export function lixOf(text: string): number | null {
  const words = text.match(/\d+(?:[.,]\d+)?|[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  if (words.length === 0) return null
  // A sentence ends with a full stop, a colon, or the line.
  const sentences = text.split(/[.!?:](?=\s|$)|\n/).filter((part) => /\p{L}/u.test(part)).length
  const long = words.filter((word) => word.replaceAll(/[^\p{L}]/gu, '').length > 6).length
  return words.length / Math.max(1, sentences) + (100 * long) / words.length
}
