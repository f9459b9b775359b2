/** One part of a compound, as written in the compound and as the known word it is a form of. */
export interface CompoundPart {
  /** The known word as the vocabulary has it, or null when the part is not known. */
  known: string | null
  text: string
}

/** Letters that may join two parts of a Swedish compound: "skol-möbel", "fordon-s-industri", "samhäll-e-byggande". */
const joints = ['', 's', 'e', 'es', 'o', 'u', 'a', '-']
const shortestPart = 3
/** A known first part may be this short when every other part is known too: "elbil". */
const shortestFirst = 2
/** A split with one unknown part is accepted only when both parts are at least this long. */
const shortestUnknown = 4
/** A known part of at least this length may have an unknown neighbour shorter than `shortestUnknown`: "ram-verkstad". */
const longKnown = 6
const longestWord = 60

/**
 * Splits a Swedish compound into known parts, preferring few and long ones; otherwise into two parts, one of them
 * unknown. Null when no split contains a known word.
 * @param word in lower case
 */
export function splitCompound(word: string, parts: KnownParts): CompoundPart[] | null {
  if (word.length < 2 * shortestPart || word.length > longestWord) return null
  return splitWholly(word, parts) ?? splitPartly(word, parts)
}

/** Looks up the words that compounds are made of. */
export interface KnownParts {
  /** The known word that `part` is a form of; null when there is none. */
  find(part: string): string | null
  /**
   * The least length of a known part that begins at `from`; Infinity when none can begin there. Much cheaper than
   * `find`, so it is called first.
   */
  shortestAt(word: string, from: number): number
}

function splitWholly(word: string, { find, shortestAt }: KnownParts): CompoundPart[] | null {
  /** The best split of the word from each index to its end; filled from the end of the word. */
  const best: (CompoundPart[] | null)[] = Array.from({ length: word.length + 1 }, () => null)
  best[word.length] = []
  for (let from = word.length - shortestPart; from >= 0; from--) {
    const shortest = Math.max(from === 0 ? shortestFirst : shortestPart, shortestAt(word, from))
    for (let to = word.length; to >= from + shortest; to--) {
      // `find` is expensive; it is called only where the rest of the word can be split.
      const rest = from === 0 && to === word.length ? null : fewestAfter(best, word, to)
      const fewest = best[from]?.length ?? Infinity
      if (!rest || rest.length + 1 >= fewest) continue
      const text = word.slice(from, to)
      const known = find(text)
      if (known) best[from] = [{ known, text }, ...rest]
    }
  }
  return best[0] ?? null
}

/**
 * The split with the fewest parts of what follows a part that ends at `to`, with or without a joint; null when there is
 * none.
 */
function fewestAfter(best: readonly (CompoundPart[] | null)[], word: string, to: number): CompoundPart[] | null {
  let fewest: CompoundPart[] | null = null
  for (const joint of joints) {
    const rest = best[to + joint.length]
    if (!rest || (joint !== '' && (rest.length === 0 || !word.startsWith(joint, to)))) continue
    if (!fewest || rest.length < fewest.length) fewest = rest
  }
  return fewest
}

/**
 * Splits into the longest known part at either end and an unknown rest with a vowel in it; of two equally long, the last
 * part is taken.
 */
function splitPartly(word: string, { find, shortestAt }: KnownParts): CompoundPart[] | null {
  const shortestHead = shortestAt(word, 0)
  for (let length = word.length - shortestPart; length >= shortestUnknown; length--) {
    if (word.length - length < shortestUnknown && length < longKnown) continue
    const [before, tail] = [word.slice(0, -length), word.slice(-length)]
    const last = couldBeWord(before) && shortestAt(word, word.length - length) <= length ? find(tail) : null
    if (last && last.length >= shortestUnknown)
      return [
        { known: null, text: before },
        { known: last, text: tail },
      ]
    const [head, after] = [word.slice(0, length), word.slice(length)]
    const first = after.length >= shortestUnknown && shortestHead <= length && couldBeWord(after) ? find(head) : null
    if (first && first.length >= shortestUnknown)
      return [
        { known: first, text: head },
        { known: null, text: after },
      ]
  }
  return null
}

const couldBeWord = (text: string): boolean => /[aeiouyåäö]/.test(text)
