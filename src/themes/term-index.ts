import { splitCompound } from '../language/compounds.ts'
import { foldMarks } from '../language/folding.ts'
import { isFillerWord, isSmallWord } from '../language/filler-words.ts'
import { buildSpellingIndex } from '../language/spelling.ts'
import { stemOf } from '../language/stems.ts'
import type { TextLang } from '../language/stems.ts'
import { tokensOf, wordsWithin } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import { themes } from './thesaurus.ts'

/** A theme's term, as stems in order. */
interface Term {
  themeId: string
  term: string
  stems: readonly string[]
  isWeak: boolean
}

/** How a term was found in a text. */
export type MatchKind = 'phrase' | 'word' | 'compound' | 'spelling'

export interface TermMatch {
  themeId: string
  term: string
  kind: MatchKind
  isWeak: boolean
  /** The words as written that matched. */
  written: string
  start: number
  end: number
}

/** Common last parts of Swedish compounds that are no theme of their own; they let the first part be seen. */
const commonParts =
  'teknik teknologi näring näringar utveckling verksamhet tjänst tjänster företag kluster center centrum system lösning lösningar hantering service forskning innovation produkt produkter vetenskap anläggning intensiv baserad nära smart ekonomi samhälle branschen bransch bolag grupp region regional program projekt skola arbete plan område väg mark land linje'.split(
    ' ',
  )

const commonPartSet = new Set(commonParts)
const isCommonPart = (part: string): boolean => commonPartSet.has(part)

interface LangIndex {
  lang: TextLang
  byFirstStem: Map<string, Term[]>
  knownParts: Map<string, string>
  near(word: string): string | null
}

const indexes: Partial<Record<TextLang, LangIndex>> = {}
const indexFor = (lang: TextLang): LangIndex => (indexes[lang] ??= buildIndex(lang))

/**
 * Every theme term found in a text: phrases, words in any form, parts of compounds, and misspelt words.
 * A word within a phrase speaks for the phrase only ("krävande miljöer" is not about the environment).
 */
export function findTerms(text: string, lang: TextLang): TermMatch[] {
  const index = indexFor(lang)
  const tokens = tokensOf(text)
  const phrases = tokens.flatMap((_, at) => phraseMatches(index, tokens, at))
  const isWithinPhrase = ({ start, end }: Token) => phrases.some((phrase) => phrase.start <= start && phrase.end >= end)
  return [...phrases, ...tokens.filter((token) => !isWithinPhrase(token)).flatMap((token) => wordMatches(index, token))]
}

function phraseMatches(index: LangIndex, tokens: readonly Token[], at: number): TermMatch[] {
  const stems = (token: Token) => new Set(wordsWithin(token).map((word) => stemOf(word, index.lang)))
  const matches: TermMatch[] = []
  for (const stem of stems(tokens[at]!)) {
    for (const term of index.byFirstStem.get(stem) ?? []) {
      if (term.stems.length === 1) continue
      const last = at + term.stems.length - 1
      if (last >= tokens.length || !term.stems.every((wanted, offset) => stems(tokens[at + offset]!).has(wanted))) continue
      matches.push(matchOf(term, 'phrase', tokens.slice(at, last + 1)))
    }
  }
  return matches
}

function wordMatches(index: LangIndex, token: Token): TermMatch[] {
  const singles = (stem: string) => (index.byFirstStem.get(stem) ?? []).filter((term) => term.stems.length === 1)
  const direct = unique(
    wordsWithin(token).flatMap((word) => singles(stemOf(word, index.lang)).map((term) => matchOf(term, 'word', [token]))),
  )
  // A word that is a term itself means what it says, not what its parts would ("järnväg" is no iron).
  if (direct.length > 0) return direct
  const parts =
    index.lang === 'sv'
      ? (splitCompound(token.word, (part) => index.knownParts.get(part) ?? index.knownParts.get(stemOf(part, 'sv')) ?? null) ??
        [])
      : []
  const compound = parts.flatMap(({ known }) =>
    known && !isCommonPart(known) ? singles(stemOf(known, 'sv')).map((term) => matchOf(term, 'compound', [token])) : [],
  )
  if (compound.length > 0) return unique(compound)
  if (isSmallWord(token.word) || isFillerWord(token.word)) return []
  const near = index.near(token.word)
  return near ? singles(stemOf(near, index.lang)).map((term) => matchOf(term, 'spelling', [token])) : []
}

/** The known parts of a Swedish compound; none for other words. */
export function compoundPartsOf(word: string, lang: TextLang): string[] {
  if (lang !== 'sv') return []
  const { knownParts } = indexFor('sv')
  const parts = splitCompound(word, (part) => knownParts.get(part) ?? knownParts.get(stemOf(part, 'sv')) ?? null) ?? []
  return parts.map(({ known, text }) => known ?? text)
}

function matchOf({ themeId, term, isWeak }: Term, kind: MatchKind, tokens: readonly Token[]): TermMatch {
  return {
    themeId,
    term,
    kind,
    isWeak,
    written: tokens.map((token) => token.written).join(' '),
    start: tokens[0]!.start,
    end: tokens.at(-1)!.end,
  }
}

function unique(matches: TermMatch[]): TermMatch[] {
  const seen = new Set<string>()
  return matches.filter(({ themeId, term }) => !seen.has(`${themeId} ${term}`) && seen.add(`${themeId} ${term}`))
}

function buildIndex(lang: TextLang): LangIndex {
  const byFirstStem = new Map<string, Term[]>()
  const words = new Set<string>()
  const knownParts = new Map<string, string>()
  const learn = (part: string) => {
    knownParts.set(part, part)
    const stem = stemOf(part, lang)
    if (stem.length > 2 && !knownParts.has(stem)) knownParts.set(stem, part)
  }
  for (const part of commonParts) learn(part)
  for (const theme of themes) {
    for (const written of theme.terms[lang]) {
      const isWeak = written.startsWith('~')
      const term = written.replace('~', '')
      const tokens = tokensOf(term)
      const stems = tokens.map((token) => stemOf(token.word, lang))
      const entry = { themeId: theme.id, term, stems, isWeak }
      const list = byFirstStem.get(stems[0]!)
      if (list) list.push(entry)
      else byFirstStem.set(stems[0]!, [entry])
      if (tokens.length === 1) {
        words.add(tokens[0]!.word)
        if (term.length > 2) learn(tokens[0]!.word)
      }
    }
  }
  const spelling = buildSpellingIndex(words)
  const folded = new Map([...words].map((word) => [foldMarks(word), word]))
  return {
    lang,
    byFirstStem,
    knownParts,
    near: (word) =>
      folded.get(foldMarks(word)) ?? spelling.near(word).find(({ distance }) => distance === 1 || word.length > 8)?.word ?? null,
  }
}
