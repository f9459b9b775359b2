import { isFillerWord, isSubjectless, isWholeWord } from '../language/subject-words.ts'
import { splitCompound } from '../language/compounds.ts'
import type { CompoundPart } from '../language/compounds.ts'
import { foldMarks } from '../language/folding.ts'
import { isDictionaryWord } from '../language/dictionary-words.ts'
import { makeMemory } from '../language/memory.ts'
import { spellingSteps } from '../language/spelling.ts'
import type { SpellingIndex } from '../language/spelling.ts'
import { makeStem, stemOf } from '../language/stems.ts'
import { completeHanging } from '../language/hanging-words.ts'
import { tokensOf } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import { wordBeginningSteps } from '../language/word-beginnings.ts'
import { generalParts, natureParts, settingParts } from '../language/word-lists.ts'
import type { WordBeginnings } from '../language/word-beginnings.ts'
import type { Language } from '../records/language.ts'
import type { Signal, SignalKind } from '../records/thesaurus-facts.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { finish } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import type { Thesaurus } from './thesaurus.ts'

/** A term of a theme or of a concept. */
export interface Term {
  /** The term's theme, or the main theme of its concept. */
  themeId: string
  /** Null when the term belongs to the theme itself. */
  conceptId: string | null
  term: string
  /** Of each word of a phrase; empty for a single word, which is found by its stem. */
  stems: readonly string[]
  kind: SignalKind
  lang: Language
}

/** The terms of one language, indexed for lookup. */
export interface TermIndex {
  lang: Language
  /** Terms of one word, by the word's stem. */
  singles: ReadonlyMap<string, readonly Term[]>
  /** Terms of several words, by the first word's stem. */
  phrases: ReadonlyMap<string, readonly Term[]>
  /** Words that compounds are made of, by the word itself and by its stem; none in English. */
  parts: ReadonlyMap<string, string>
  /** The first letters of those words and of their inflected forms. */
  beginnings: WordBeginnings
  /** Words by their spelling without marks, for people who write "halsa". */
  folded: ReadonlyMap<string, string>
  spelling: SpellingIndex
}

const generalPartSet: ReadonlySet<string> = new Set(generalParts)

/** Whether a part of a compound indicates no subject by itself: "teknik" in "miljöteknik". */
export const isGeneralPart = (part: string): boolean => generalPartSet.has(part)

const ofNature = new RegExp(`^(?:${natureParts.join('|')})`)

/** Whether the last part of a compound only names a place or setting: "skolmiljö", "företagsklimat". */
export const isSetting = (part: string, word: string): boolean => settingParts.has(part) && !ofNature.test(word)

/** Whether a word is ignored after a word with a subject: "industri" in "träindustri". */
export const isHeadWord = (thesaurus: Thesaurus, word: string, lang: Language): boolean =>
  isGeneralPart(word) || (termIndexFor(thesaurus, lang).singles.get(stemOf(word, lang)) ?? []).some(({ kind }) => kind === 'head')

const indexesOf = deriveEach('term indexes', (_thesaurus: Thesaurus): Partial<Record<Language, TermIndex>> => ({}))

/** The term index of one language, built at the first call. */
export function termIndexFor(thesaurus: Thesaurus, lang: Language): TermIndex {
  const made = indexesOf(thesaurus)
  return (made[lang] ??= finish(termIndexSteps(thesaurus, lang)))
}

/** Makes the terms of both languages as work that can be interrupted, so that nobody has to wait for them later. */
export function* prepareTerms(thesaurus: Thesaurus): Steps<void> {
  const made = indexesOf(thesaurus)
  for (const lang of ['sv', 'en'] as const) {
    const index = made[lang] ?? (yield* termIndexSteps(thesaurus, lang))
    // Somebody who could not wait may have been quicker.
    made[lang] ??= index
  }
}

const splitsOf = deriveEach('splits of compounds', (_thesaurus: Thesaurus) => makeMemory<readonly CompoundPart[]>(50_000))

/** The known and unknown parts of a Swedish compound; empty for other words. */
export function splitKnown(thesaurus: Thesaurus, word: string): readonly CompoundPart[] {
  const splits = splitsOf(thesaurus)
  const known = splits.get(word)
  if (known) return known
  const split = splitUncached(word, termIndexFor(thesaurus, 'sv'))
  splits.set(word, split)
  return split
}

function splitUncached(word: string, { parts, beginnings }: TermIndex): readonly CompoundPart[] {
  if (isWholeWord(word) || isSubjectless(word)) return []
  const find = (part: string): string | null => {
    const stem = stemOf(part, 'sv')
    const known = parts.get(part) ?? parts.get(stem) ?? null
    // A bare stem counts as a part only when a single vowel is missing ("skol-"), not when more is ("biog" of "biogas").
    return known && part === stem && known.length > stem.length + 1 ? null : known
  }
  const split = splitCompound(word, { find, shortestAt: beginnings.shortestAt }) ?? []
  // A known word is not split into a known and an unknown part: "produktion" is not a compound of "produkt".
  const unknown = split.find(({ known }) => known === null)
  if (!unknown) return split
  // Nor is a word of its own, one part of which is no word: "astrologi" is not a lodging.
  return find(word) || (isDictionaryWord(word) && !isDictionaryWord(unknown.text)) ? [] : split
}

/** Whether the thesaurus lists a word as one that only looks like its subject: "billiga" has the stem of cars. */
export const isLookalike = (thesaurus: Thesaurus, word: string, lang: Language): boolean =>
  termIndexFor(thesaurus, lang)
    .singles.get(stemOf(word, lang))
    ?.some(({ kind, term }) => kind === 'other' && term === word) ?? false

/**
 * The words that a Swedish compound is made of; empty for other words. A general part beside an unknown one is too weak
 * a guess and gives nothing: "Sörmland" is not about land.
 */
export function compoundPartsOf(thesaurus: Thesaurus, word: string, lang: Language): string[] {
  if (lang !== 'sv') return []
  const split = splitKnown(thesaurus, word)
  const isGuess = split.some(({ known }) => known === null)
  if (isGuess && split.every(({ known }) => known === null || isGeneralPart(known))) return []
  return split.map(({ known, text }) => known ?? text)
}

/** The words of a text, with hyphenated first parts completed. */
export const wholeTokensOf = (thesaurus: Thesaurus, text: string): Token[] =>
  completeHanging(text, tokensOf(text), (word) => splitKnown(thesaurus, word).at(-1)?.text ?? null)

/** The vocabulary word that a misspelt word most likely is; null when there is none, or when the word is spelt right. */
export function correctedTerm({ folded, spelling }: TermIndex, word: string): string | null {
  if (isSubjectless(word) || isFillerWord(word) || isWholeWord(word)) return null
  const unmarked = foldMarks(word) === word ? folded.get(word) : undefined
  const near = word.length < 6 ? undefined : spelling.near(word)[0]
  const corrected = unmarked ?? (near && (near.distance === 1 || word.length >= 12) ? near.word : null)
  // The dictionary is checked last, because loading it is slow and few words need it.
  return corrected && isDictionaryWord(word) ? null : corrected
}

const termsAStep = 50
const noStems: readonly string[] = []

function* termIndexSteps(thesaurus: Thesaurus, lang: Language): Steps<TermIndex> {
  const singles = new Map<string, Term[]>()
  const phrases = new Map<string, Term[]>()
  const words = new Set<string>()
  const inCompounds = new Set(generalParts)
  const folded = new Map<string, string>()
  let count = 0
  for (const { term, kind, themeId, conceptId } of termsOf(thesaurus, lang)) {
    if (++count % termsAStep === 0) yield
    const tokens = tokensOf(term)
    // Stems are not remembered: few terms are among the words of any text.
    const stems = tokens.map((token) => makeStem(token.word, lang))
    const into = tokens.length === 1 ? singles : phrases
    const list = into.get(stems[0]!)
    const entry: Term = { themeId, conceptId, term, stems: tokens.length > 1 ? stems : noStems, kind, lang }
    if (list) list.push(entry)
    else into.set(stems[0]!, [entry])
    if (tokens.length > 1) continue
    const { word } = tokens[0]!
    // Indexes a hyphenated term without its hyphen too: "ehälsa" for "e-hälsa".
    const joined = word.includes('-') ? makeStem(word.replaceAll('-', ''), lang) : stems[0]!
    if (joined !== stems[0]) singles.set(joined, [...(singles.get(joined) ?? []), entry])
    words.add(word)
    folded.set(foldMarks(word), word)
    if (term.length > 2 || term === 'el') inCompounds.add(word)
  }
  return {
    lang,
    singles,
    phrases,
    folded,
    // Only Swedish writes compounds as one word.
    ...(lang === 'sv' ? yield* compoundSteps(inCompounds) : noCompounds),
    spelling: yield* spellingSteps(words, { sameFirst: true }),
  }
}

type CompoundWords = Pick<TermIndex, 'parts' | 'beginnings'>

const noCompounds: CompoundWords = { parts: new Map(), beginnings: { shortestAt: () => Infinity } }

function* compoundSteps(words: ReadonlySet<string>): Steps<CompoundWords> {
  const parts = new Map<string, string>()
  for (const word of words) {
    parts.set(word, word)
    const stem = makeStem(word, 'sv')
    if (stem.length > 3 && !parts.has(stem)) parts.set(stem, word)
  }
  yield
  return { parts, beginnings: yield* wordBeginningSteps(parts.keys()) }
}

const termsOf = ({ themes, concepts }: Thesaurus, lang: Language): (Signal & Pick<Term, 'themeId' | 'conceptId'>)[] => [
  ...themes.flatMap(({ id, signals }) => signals[lang].map((signal) => ({ ...signal, themeId: id, conceptId: null }))),
  ...concepts.flatMap(({ id, themeIds, signals }) =>
    signals[lang].map((signal) => ({ ...signal, themeId: themeIds[0]!, conceptId: id })),
  ),
]
