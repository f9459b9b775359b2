import { makeStem } from './stems.ts'
import { stemBeginnings } from './swedish-stem.ts'

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
  const steps = wordBeginningSteps(words)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const wordsAStep = 200

/** The same as work that can be interrupted. */
export function* wordBeginningSteps(words: Iterable<string>): Generator<void, WordBeginnings, void> {
  const trie = makeTrie()
  let count = 0
  for (const word of words) {
    if (++count % wordsAStep === 0) yield
    for (const beginning of stemBeginnings(word, makeStem(word, 'sv'))) trie.add(beginning)
  }
  return trie
}

/** In place of a node: there is none. The root is never looked for. */
const none = 0

/** A trie in numbers, because one of maps takes ten times the memory. Nodes with the same parent form a chain. */
function makeTrie() {
  const letters = [0]
  const firstChild = [none]
  const nextOfParent = [none]
  const isEnd = [false]
  const childOf = (parent: number, letter: number): number => {
    let child = firstChild[parent]!
    while (child !== none && letters[child] !== letter) child = nextOfParent[child]!
    return child
  }
  const addChild = (parent: number, letter: number): number => {
    const child = letters.push(letter) - 1
    firstChild[child] = none
    nextOfParent[child] = firstChild[parent]!
    isEnd[child] = false
    return (firstChild[parent] = child)
  }
  return {
    add(word: string): void {
      let node = 0
      for (let at = 0; at < word.length; at++) {
        const letter = word.charCodeAt(at)
        node = childOf(node, letter) || addChild(node, letter)
        // A longer beginning tells nothing more.
        if (isEnd[node]) return
      }
      isEnd[node] = true
    },
    shortestAt(word: string, from: number): number {
      let node = 0
      for (let at = from; at < word.length; at++) {
        node = childOf(node, word.charCodeAt(at))
        if (node === none) return Infinity
        if (isEnd[node]) return at + 1 - from
      }
      return Infinity
    },
  }
}
