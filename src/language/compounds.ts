/** A part of a compound, with the known word it stands for. */
export interface CompoundPart {
  /** The known word (as in the vocabulary), or null for a part that is not known. */
  known: string | null
  text: string
}

/** What may stand between two parts of a Swedish compound: "skol-möbel", "fordon-s-industri", "samhäll-e-byggande". */
const joints = ['', 's', 'e', 'es', 'o', 'u', 'a', '-']
const shortestPart = 3
/** At the beginning a known part may be this short, when all the rest is known too: "elbil". */
const shortestFirst = 2
/** An unknown rest is accepted beside a known part only when each is at least this long. */
const shortestUnknown = 4
/** Before a known part this long the unknown one may be as short as any part: "ram-verkstad". */
const longKnown = 6
const longestWord = 60

/**
 * Splits a Swedish compound into known parts, the fewest and longest first; one part at the beginning or the end may
 * be unknown. Null when the word is not a compound of anything known.
 * @param word lower case
 */
export function splitCompound(word: string, parts: KnownParts): CompoundPart[] | null {
  if (word.length < 2 * shortestPart || word.length > longestWord) return null
  return splitWholly(word, parts) ?? splitPartly(word, parts)
}

/** The words that compounds are made of. */
export interface KnownParts {
  /** The known word that a (sub)word, in any form, stands for; null when there is none. */
  find(part: string): string | null
  /** How long a known part that begins at this place of a word must be; Infinity when none can begin there. Asked before `find`. */
  shortestAt(word: string, from: number): number
}

function splitWholly(word: string, { find, shortestAt }: KnownParts): CompoundPart[] | null {
  /** Best split of the word's end from each place; filled from the back. */
  const best: (CompoundPart[] | null)[] = Array.from({ length: word.length + 1 }, () => null)
  best[word.length] = []
  for (let from = word.length - shortestPart; from >= 0; from--) {
    const shortest = Math.max(from === 0 ? shortestFirst : shortestPart, shortestAt(word, from))
    for (let to = word.length; to >= from + shortest; to--) {
      // Asking what is known is dear, so it is asked only where the word can be split from there on.
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

/** The fewest parts of what stands after a part that ends at `to`, with or without a joint between; null where there is no split. */
function fewestAfter(best: readonly (CompoundPart[] | null)[], word: string, to: number): CompoundPart[] | null {
  let fewest: CompoundPart[] | null = null
  for (const joint of joints) {
    const rest = best[to + joint.length]
    if (!rest || (joint !== '' && (rest.length === 0 || !word.startsWith(joint, to)))) continue
    if (!fewest || rest.length < fewest.length) fewest = rest
  }
  return fewest
}

/** The longest known part at either end beside an unknown rest that could be a word; of two equally long, the last. */
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
