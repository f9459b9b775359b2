import { foldMarks } from '../language/folding.ts'
import { stemOf } from '../language/stems.ts'
import { isSubjectless } from '../language/subject-words.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { termIndexFor } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { wordsFrom } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'

/** Fewer letters may begin almost anything. */
const shortestBegun = 4
/** More than these letters short, it is a guess which word is meant; then all words that begin so are looked for. */
const mostMissing = 3
const mostTried = 200

/** The words of the thesaurus, as they are written and without marks, each list sorted for lookup by prefix. */
const termWordsOf = deriveEach('words of terms', (thesaurus: Thesaurus) => {
  const words = (['sv', 'en'] as const).flatMap((lang) =>
    [...termIndexFor(thesaurus, lang).singles.values()].flat().flatMap(({ term, kind }) => (kind === 'other' ? [] : [term])),
  )
  const marked = new Map<string, string>()
  for (const word of words) if (foldMarks(word) !== word) marked.set(foldMarks(word), word)
  return { all: new Set(words), sorted: [...new Set(words)].sort(), unmarked: [...marked.keys()].sort(), marked }
})

/**
 * The whole word that an unfinished one most likely begins: "vätgas" for "vätga", also without marks ("vatga"). Null when
 * it is a word itself, or when none that begins so is near. Of several, the one that misses fewest letters is taken, since
 * one who has got so far in a longer word would go on, and of those the one that most records write.
 */
export function completeBegun(index: SearchIndex, begun: string): string | null {
  if (begun.length < shortestBegun || isSubjectless(begun)) return null
  const terms = termWordsOf(index.thesaurus)
  if (index.wordCounts.has(begun) || terms.all.has(begun) || isFormOfTerm(index, begun)) return null
  const marked = [...wordsFrom(index.words, begun, mostTried), ...wordsFrom(terms.sorted, begun, mostTried)]
  if (marked.length > 0) return nearest(index, begun, marked)
  const unmarked = [
    ...wordsFrom(index.unmarkedWords, begun, mostTried).flatMap((word) => index.markedWords.get(word) ?? []),
    ...wordsFrom(terms.unmarked, begun, mostTried).map((word) => terms.marked.get(word)!),
  ]
  return nearest(index, begun, unmarked)
}

/** Whether a word is an inflected form of a term, such as "gruvans", and so no beginning. */
function isFormOfTerm({ thesaurus }: SearchIndex, word: string): boolean {
  return (['sv', 'en'] as const).some((lang) => {
    const stem = stemOf(word, lang)
    return stem !== word && termIndexFor(thesaurus, lang).singles.has(stem)
  })
}

function nearest({ wordCounts }: SearchIndex, begun: string, words: readonly string[]): string | null {
  const near = words.filter((word) => word.length - begun.length <= mostMissing)
  if (near.length === 0) return null
  const compare = (one: string, other: string): number =>
    one.length - other.length || (wordCounts.get(other) ?? 0) - (wordCounts.get(one) ?? 0) || (one < other ? -1 : 1)
  return near.reduce((best, word) => (compare(word, best) < 0 ? word : best))
}
