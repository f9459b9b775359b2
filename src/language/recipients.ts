import type { Token } from './tokens.ts'

/** Words that introduce whom or what something is done for: what follows tells of customers, not of the business. */
const openers = new Set(['åt', 'till'])
/** Where that ends. */
const closers = new Set('i på med för från inom vid samt som att av genom om hos utan'.split(' '))
/** At most so many words after it. */
const longest = 5

/** Where words begin that tell for whom something is done: "kök" and "bilar" in "detaljer till kök och bilar, även lackering". */
export function recipientStarts(text: string, tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let left = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (openers.has(token.word)) {
      left = longest
      continue
    }
    if (left === 0) continue
    if (closers.has(token.word) || /\S/.test(text.slice(tokens[at - 1]!.end, token.start))) left = 0
    else {
      starts.add(token.start)
      left--
    }
  }
  return starts
}
