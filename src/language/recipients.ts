import type { Token } from './tokens.ts'

/** Words that introduce whom or what something is done for: what follows tells of customers, not of the business. */
const openers = new Set(['åt', 'till'])
/** Where that ends. */
const closers = new Set('i på med för från inom vid samt som att av genom om hos utan'.split(' '))
/** At most so many words after it. */
const longest = 5

/** Whether each word of a text belongs to whom something is done for: "kök" and "bilar" in "detaljer till kök och bilar, även lackering". */
export function recipientsIn(text: string, tokens: readonly Token[]): boolean[] {
  let left = 0
  return tokens.map((token, at) => {
    if (openers.has(token.word)) {
      left = longest
      return false
    }
    const gap = at === 0 ? '' : text.slice(tokens[at - 1]!.end, token.start)
    if (/[^\s]/.test(gap) || closers.has(token.word)) left = 0
    return left-- > 0
  })
}
