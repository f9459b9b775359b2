import { isFillerWord, isSubjectless } from '../language/subject-words.ts'
import { makeMemory } from '../language/memory.ts'
import type { Memory } from '../language/memory.ts'
import { stemOf } from '../language/stems.ts'
import { wordsWithin } from '../language/tokens.ts'
import { nounsOfVerb } from '../language/verb-nouns.ts'
import type { Token } from '../language/tokens.ts'
import { correctedTerm, isGeneralPart, isSetting, splitKnown, termIndexFor, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Term, TermIndex } from '../thesaurus/term-index.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Language } from '../records/language.ts'

/**
 * How a term was found in a text. A `modifier` is a part of a compound before its last two; a `verb` was matched by its
 * noun.
 */
export type MatchKind = 'phrase' | 'word' | 'compound' | 'modifier' | 'verb' | 'spelling'

export interface TermMatch {
  themeId: string
  /** The concept that the term belongs to; null when it belongs to the theme itself. */
  conceptId: string | null
  term: string
  kind: MatchKind
  isWeak: boolean
  /** The matching words as written. */
  written: string
  start: number
  end: number
}

interface Found {
  term: Term
  kind: MatchKind
}

/**
 * Finds every term of the thesaurus in a text: phrases, words in any form, parts of compounds, and misspelt words. The
 * words of a phrase are not matched on their own, nor the parts of a word that is itself a term ("järnväg" is not iron).
 * @param first the language in which each word is looked up first; the other is used when that finds nothing
 */
export const findTerms = (thesaurus: Thesaurus, text: string, first: Language): TermMatch[] =>
  findTermsIn(thesaurus, { text, tokens: wholeTokensOf(thesaurus, text), first })

/** Like `findTerms`, for a text that is already split into words. */
export function findTermsIn(
  thesaurus: Thesaurus,
  { text, tokens, first }: { text: string; tokens: readonly Token[]; first: Language },
): TermMatch[] {
  const remembered = readingsOf(thesaurus)[first]
  const readings = tokens.map((token) => readingOf(thesaurus, { token, first, remembered }))
  const phrases = readings.flatMap((_, at) => phrasesAt(readings, at))
  const matches = phrases
    .filter(({ term }) => term.kind !== 'other')
    .map(({ term, from, to }) => matchOf({ term, kind: 'phrase' }, tokens.slice(from, to)))
  let isAfterSubject = false
  tokens.forEach((token, at) => {
    const around = phrases.filter(({ from, to }) => from <= at && at < to)
    const isHeadSilent = isAfterSubject && !/\S/.test(text.slice(tokens[at - 1]!.end, token.start))
    isAfterSubject = around.some(({ term }) => term.kind !== 'other')
    const inWord = readings[at]!.found
    if (isAfterSubject || inWord.length === 0) return
    const silent = isHeadSilent ? inWord.filter(({ term }) => term.kind === 'head' && term.lang === 'en') : []
    const denied = new Set<string | null>([...around, ...silent].map(({ term }) => term.conceptId ?? term.themeId))
    const isDenied = ({ themeId, conceptId }: Term) => denied.has(themeId) || denied.has(conceptId)
    const found = inWord.filter(({ term }) => !isDenied(term) && term.kind !== 'other')
    isAfterSubject = found.length > 0
    matches.push(...found.map((one) => matchOf(one, [token])))
  })
  return matches
}

/** What one word gives wherever it occurs, so that it can be cached. */
interface Reading {
  found: readonly Found[]
  /** The stems of the word by language; `begins` are the phrases that may start with it. */
  stems: Record<Language, readonly string[]>
  begins: readonly Term[]
}

const mostRemembered = 120_000
const readingsOf = deriveEach('readings of words', (_thesaurus: Thesaurus) => ({
  sv: makeMemory<Reading>(mostRemembered),
  en: makeMemory<Reading>(mostRemembered),
}))

/** @param remembered the cache of readings for the language that is looked up first */
function readingOf(
  thesaurus: Thesaurus,
  { token, first, remembered }: { token: Token; first: Language; remembered: Memory<Reading> },
): Reading {
  const key = token.completed ? `${token.word} ${token.completed}` : token.word
  const before = remembered.get(key)
  if (before) return before
  const languages = first === 'sv' ? (['sv', 'en'] as const) : (['en', 'sv'] as const)
  const indexes = languages.map((lang) => termIndexFor(thesaurus, lang))
  const words = wordsWithin(token)
  const stems = { sv: words.map((word) => stemOf(word, 'sv')), en: words.map((word) => stemOf(word, 'en')) }
  const begins = indexes.flatMap(({ lang, phrases }) => stems[lang].flatMap((stem) => phrases.get(stem) ?? []))
  const reading = { found: lookUp(thesaurus, token, indexes), stems, begins }
  remembered.set(key, reading)
  return reading
}

interface Phrase {
  term: Term
  from: number
  to: number
}

const phrasesAt = (readings: readonly Reading[], at: number): Phrase[] =>
  readings[at]!.begins.filter(({ stems, lang }) =>
    stems.every((stem, offset) => readings[at + offset]?.stems[lang].includes(stem)),
  ).map((term) => ({ term, from: at, to: at + term.stems.length }))

function lookUp(thesaurus: Thesaurus, token: Token, indexes: readonly TermIndex[]): Found[] {
  if (isSubjectless(token.word)) return []
  for (const index of indexes) {
    const whole = token.completed ? [] : singlesFor(index, token.word)
    const terms = whole.length > 0 ? whole : wordsWithin(token).flatMap((word) => singlesFor(index, word))
    if (terms.length > 0) return terms.map((term) => ({ term, kind: 'word' }))
  }
  const asNoun = nounsOfVerb(token.word).flatMap((noun) => singlesFor(termIndexFor(thesaurus, 'sv'), noun))
  if (asNoun.length > 0) return asNoun.map((term) => ({ term, kind: 'verb' }))
  const compound = findInCompound(thesaurus, token.word)
  if (compound.length > 0) return compound
  for (const index of indexes) {
    const corrected = correctedTerm(index, token.word)
    const terms = corrected ? index.singles.get(stemOf(corrected, index.lang))! : []
    if (terms.length > 0) return terms.map((term) => ({ term, kind: 'spelling' }))
  }
  return []
}

const isSameOwner = (one: Term, other: Term) => one.themeId === other.themeId && one.conceptId === other.conceptId

/** A filler word matches a term only in exactly the term's form: "företag" is not "företagande". */
function singlesFor({ lang, singles }: TermIndex, word: string): readonly Term[] {
  const terms = singles.get(stemOf(word, lang)) ?? []
  // Owners of an `other` term with exactly this form do not match it by stem: "billig" is not a form of "bil".
  const others = terms.filter(({ kind, term }) => kind === 'other' && term === word)
  if (others.length > 0) return terms.filter((term) => others.includes(term) || !others.some((other) => isSameOwner(term, other)))
  return isFillerWord(word) ? terms.filter(({ term }) => term === word) : terms
}

function findInCompound(thesaurus: Thesaurus, word: string): Found[] {
  const { singles } = termIndexFor(thesaurus, 'sv')
  const parts = splitKnown(thesaurus, word)
  const found: Found[] = []
  parts.forEach(({ known }, at) => {
    if (!known || isGeneralPart(known)) return
    if (at === parts.length - 1 && isSetting(known, word)) return
    const isFar = at < parts.length - 2
    for (const term of singles.get(stemOf(known, 'sv'))!) {
      if (term.kind === 'alone' || (term.kind === 'head' && found.length > 0)) continue
      found.push({ term, kind: isFar ? 'modifier' : 'compound' })
    }
  })
  return found
}

const matchOf = ({ term, kind }: Found, tokens: readonly Token[]): TermMatch => ({
  themeId: term.themeId,
  conceptId: term.conceptId,
  term: term.term,
  kind,
  isWeak: term.kind === 'weak',
  written: tokens.map((token) => token.written).join(' '),
  start: tokens[0]!.start,
  end: tokens.at(-1)!.end,
})
