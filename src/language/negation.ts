import type { Token } from './tokens.ts'

const negators = new Set(['inte', 'ej', 'icke', 'aldrig', 'not', 'never', "don't", "doesn't"])
/** "Not only wood" is about wood. */
const limiters = new Set(['bara', 'enbart', 'endast', 'only', 'just', 'merely'])
/** Where what is denied ends. */
const turns = new Set(['utan', 'men', 'but', 'however', 'däremot', 'som', 'så'])
/** At most so many words after it. */
const longest = 4

/** Where words begin that a text says it is not about: "hus" in "Vi bygger inte hus utan båtar". */
export function deniedStarts(text: string, tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let left = 0
  for (let at = 0; at < tokens.length; at++) {
    const { word, start } = tokens[at]!
    if (negators.has(word)) {
      left = limiters.has(tokens[at + 1]?.word ?? '') ? 0 : longest
      continue
    }
    if (left === 0) continue
    if (turns.has(word) || /[^\s-]/.test(text.slice(tokens[at - 1]!.end, start))) left = 0
    else {
      starts.add(start)
      left--
    }
  }
  return starts
}
