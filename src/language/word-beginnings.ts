import { stemBeginnings } from './swedish-stem.ts'

type Node = Map<number, Node> & { isEnd?: boolean }

/** Checks whether a known word can begin at an index of another word, without allocating substrings. */
export interface WordBeginnings {
  /** The length of the shortest known stem that begins at `from`; Infinity when there is none. */
  shortestAt(word: string, from: number): number
}

/**
 * Builds a trie of the beginnings of these words and stems. A form of a word begins with its stem, or where the stem
 * changes ("städer" of "stad", "möbler" of "möbel") with one of `stemBeginnings`.
 */
export function wordBeginningsOf(words: Iterable<string>): WordBeginnings {
  const root: Node = new Map()
  for (const word of words) for (const beginning of stemBeginnings(word)) grow(root, beginning)
  return {
    shortestAt(word, from) {
      let node: Node | undefined = root
      for (let at = from; at < word.length; at++) {
        node = node.get(word.charCodeAt(at))
        if (!node) return Infinity
        if (node.isEnd) return at + 1 - from
      }
      return Infinity
    },
  }
}

function grow(root: Node, word: string): void {
  let node = root
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    let next = node.get(letter)
    if (!next) node.set(letter, (next = new Map() as Node))
    node = next
  }
  node.isEnd = true
}
