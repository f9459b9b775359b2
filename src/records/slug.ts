/**
 * Makes a slug for ids and addresses: a–z, digits and single hyphens, at most `maxLength` characters. Letters lose their
 * marks (å, ä to a; ö to o; é to e); every run of other characters becomes one hyphen. A long slug is cut between words
 * when possible. The result is empty when nothing of the text is left.
 */
export function slugOf(text: string, maxLength = 60): string {
  const plain = text
    .toLowerCase()
    .replace(/[æœøðþß]/g, (letter) => spelledOut[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return cutBetweenWords(slug, maxLength)
}

/** Letters that do not decompose into a plain letter and a mark. */
const spelledOut: Record<string, string> = { æ: 'ae', œ: 'oe', ø: 'o', ð: 'd', þ: 'th', ß: 'ss' }

function cutBetweenWords(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug
  const lastHyphen = slug.slice(0, maxLength + 1).lastIndexOf('-')
  return lastHyphen > 0 ? slug.slice(0, lastHyphen) : slug.slice(0, maxLength)
}
