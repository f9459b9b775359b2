import { editDistance } from './edit-distance.ts'

/** Words shorter than this are never corrected, because too many short words are one letter apart. */
export const shortestCorrected = 4

/** How many letters a misspelling of a word of this length may differ by. */
export const allowedSlips = (length: number): number => (length < shortestCorrected ? 0 : length < 8 ? 1 : 2)

/** Slips in more than two of this many first letters are not corrected. */
const comparedLetters = 7

/** Finds words within one or two edits of another. */
export interface SpellingIndex {
  /**
   * Known words near `word`, nearest first, then in the order they were added. Words with another first letter rank
   * lower.
   */
  near(word: string): { word: string; distance: number }[]
}

/** @param sameFirst whether only words with the same first letter count as near, which is quicker */
export function buildSpellingIndex(words: Iterable<string>, { sameFirst = false } = {}): SpellingIndex {
  const steps = spellingSteps(words, { sameFirst })
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const wordsAStep = 50

/** The same as work that can be interrupted. */
export function* spellingSteps(words: Iterable<string>, { sameFirst = false } = {}): Generator<void, SpellingIndex, void> {
  const index = makeGrowingSpelling({ sameFirst })
  const order = new Map<string, number>()
  for (const word of words) {
    if (order.has(word)) continue
    order.set(word, order.size)
    index.add(word)
    if (order.size % wordsAStep === 0) yield
  }
  return { near: (word) => index.near(word, { isKnown: () => true, compare: (a, b) => order.get(a)! - order.get(b)! }) }
}

/** A spelling index that words are added to and never removed from; the caller decides at each lookup which of them count. */
export interface GrowingSpelling {
  /** Adds a word; adding it twice has no effect. */
  add(word: string): void
  /** Like `SpellingIndex.near`, among the words for which `isKnown` is true; `compare` orders those that rank the same. */
  near(word: string, known: KnownWords): { word: string; distance: number }[]
}

export interface KnownWords {
  isKnown(word: string): boolean
  compare(a: string, b: string): number
}

export function makeGrowingSpelling({ sameFirst = false } = {}): GrowingSpelling {
  // The first letter is never deleted, because words with the same first letter always share a deletion that keeps it.
  const from = sameFirst ? 1 : 0
  const byFirst = new Map<string, WordGroup>()
  const added = new Set<string>()
  return {
    add(word) {
      if (added.has(word) || word.length < shortestCorrected) return
      added.add(word)
      const group = byFirst.get(word[0]!) ?? { words: [], letters: [] }
      byFirst.set(word[0]!, group)
      group.words.push(word)
      group.letters.push(lettersOf(word))
    },
    near(word, { isKnown, compare }) {
      const limit = allowedSlips(word.length)
      if (limit === 0) return []
      const found = new Map<string, number>()
      const deletions = deletionsOf(word, from)
      for (const group of sameFirst ? [byFirst.get(word[0]!)] : byFirst.values())
        for (const candidate of group ? alikeIn(group, word, limit) : []) {
          if (candidate === word || !isKnown(candidate)) continue
          const distance = editDistance(word, candidate, limit)
          if (distance <= limit && hasAny(deletions, deletionsOf(candidate, from))) found.set(candidate, distance)
        }
      const rank = (candidate: string) => found.get(candidate)! + (candidate[0] === word[0] ? 0 : 0.6)
      return [...found.keys()]
        .sort((a, b) => rank(a) - rank(b) || compare(a, b))
        .map((candidate) => ({ word: candidate, distance: found.get(candidate)! }))
    },
  }
}

/** Words with the same first letter, and the set of letters of each. */
interface WordGroup {
  words: string[]
  letters: number[]
}

/** A set of letters as a number: a bit for each, and the same one for some letters. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/**
 * The words that may be within `limit` edits, by their length and letters. An edit adds or takes away two letters at most,
 * so comparing numbers rules out nearly all words; an index of deletions finds no more and takes a hundred times the memory.
 */
function alikeIn({ words, letters }: WordGroup, word: string, limit: number): string[] {
  const ofWord = lettersOf(word)
  const alike: string[] = []
  for (let at = 0; at < letters.length; at++)
    if (bitCount(letters[at]! ^ ofWord) <= 2 * limit && Math.abs(words[at]!.length - word.length) <= limit) alike.push(words[at]!)
  return alike
}

/** How many bits of a number of 32 bits are set, counted in pairs, fours and eights at once. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const hasAny = (some: readonly string[], others: readonly string[]): boolean => others.some((one) => some.includes(one))

/**
 * The first letters of a word and every string left when up to `allowedSlips` of them from index `from` on are deleted; may
 * contain duplicates. Two words are near only when they share one.
 */
function deletionsOf(word: string, from: number): string[] {
  const all = [word.slice(0, comparedLetters)]
  takeOut(all[0]!, { count: allowedSlips(word.length), from, all })
  return all
}

function takeOut(word: string, { count, from, all }: { count: number; from: number; all: string[] }): void {
  if (count === 0) return
  for (let at = from; at < word.length; at++) {
    const shorter = word.slice(0, at) + word.slice(at + 1)
    all.push(shorter)
    // Only letters from this index on are deleted, because those before it were covered in earlier turns.
    takeOut(shorter, { count: count - 1, from: at, all })
  }
}
