import type { TextLang } from '../language/stems.ts'
import { isEverydayWord } from '../language/filler-words.ts'
import { guessLanguage } from '../language/guess-language.ts'
import { findConcept } from './concepts.ts'
import { findTerms } from './find-terms.ts'
import type { MatchKind, TermMatch } from './find-terms.ts'

/** A theme that a text seems to be about, and why. */
export interface ThemeSuggestion {
  themeId: string
  /** 0–1: 1 − Π(1 − strength) over the terms found. */
  confidence: number
  /** The words of the text that caused it, as written, in their order. */
  words: string[]
}

/** A label to code, in its own language. */
export interface Label {
  displayLabel: string
  language: TextLang
  translatedLabel: string | null
}

/** A label with what people have decided that it is about, if they have. */
export interface CodedLabel extends Label {
  decided?: { themes: readonly ThemeSuggestion[]; concepts: readonly ConceptSuggestion[] }
}

/** How much one term found says for its theme. */
const strength: Record<MatchKind, number> = { phrase: 0.9, word: 0.8, compound: 0.7, modifier: 0.4, spelling: 0.6 }
const weakFactor = 0.56
/** Below this a theme is not suggested. */
const threshold = 0.42
/** A translation is our own, so it says less than the owner's words. */
const translationFactor = 0.55

/** A narrower concept that a text seems to be about, and why. */
export interface ConceptSuggestion {
  conceptId: string
  confidence: number
  words: string[]
}

export interface SubjectSuggestions {
  themes: ThemeSuggestion[]
  concepts: ConceptSuggestion[]
  /** Words that were taken for misspelt → what they were read as. */
  readAs: ReadonlyMap<string, string>
}

/** How much an everyday word ("bygger", "kunder") counts beside words that tell what a business is about. */
const everydayFactor = 0.25

/** The themes and the narrower concepts that a text is about, each surest first, from one reading of it. */
export function suggestSubjects(text: string, lang?: TextLang): SubjectSuggestions {
  const matches = findTerms(text, lang ?? guessLanguage(text, 'sv'))
  const isEveryday = ({ kind, written }: TermMatch) => kind !== 'phrase' && isEverydayWord(written.toLocaleLowerCase('sv'))
  const hasOther = matches.some((match) => !isEveryday(match) && !match.isWeak)
  const found = matches.map((match) => ({ match, factor: hasOther && isEveryday(match) ? everydayFactor : 1 }))
  const readAs = new Map(matches.flatMap(({ kind, written, term }) => (kind === 'spelling' ? [[written, term] as const] : [])))
  return { themes: combine(found), concepts: combineConcepts(found), readAs }
}

/** The themes that a text is about, surest first. Swedish and English words are both understood. */
export function suggestThemes(text: string, lang?: TextLang): ThemeSuggestion[] {
  return combine(findTerms(text, lang ?? guessLanguage(text, 'sv')).map((match) => ({ match, factor: 1 })))
}

const codedLabels = new Map<string, readonly ThemeSuggestion[]>()

/** The themes of a label in its own language; the translation helps only where the label itself says nothing. */
export function codeLabel({ displayLabel, language, translatedLabel }: Label): readonly ThemeSuggestion[] {
  const key = `${language}\n${displayLabel}\n${translatedLabel}`
  const known = codedLabels.get(key)
  if (known) return known
  if (codedLabels.size > 20_000) codedLabels.clear()
  const own = combine(findTerms(displayLabel, language).map((match) => ({ match, factor: 1 })))
  const other = language === 'sv' ? 'en' : 'sv'
  const coded =
    own.length > 0 || !translatedLabel
      ? own
      : combine(findTerms(translatedLabel, other).map((match) => ({ match, factor: translationFactor })))
  codedLabels.set(key, coded)
  return coded
}

/** How much a concept says for the themes above it, besides its main one. */
const furtherThemeFactor = 0.45
/** How much it says for a theme where the theme list has the same word under another. */
const besideThemeFactor = 0.5

interface Counted {
  match: TermMatch
  factor: number
}

function combine(found: readonly Counted[]): ThemeSuggestion[] {
  const spanOf = ({ start, end }: TermMatch) => `${start}-${end}`
  const decided = new Set(found.filter(({ match }) => !match.conceptId).map(({ match }) => spanOf(match)))
  const spread = found.flatMap(({ match, factor }) => {
    if (!match.conceptId) return [{ key: match.themeId, match, factor }]
    const share = decided.has(spanOf(match)) ? besideThemeFactor : 1
    return findConcept(match.conceptId)!.themeIds.map((themeId, rank) => ({
      key: themeId,
      match,
      factor: factor * share * (rank === 0 ? 1 : furtherThemeFactor),
    }))
  })
  return weigh(spread).map(({ key, ...rest }) => ({ themeId: key, ...rest }))
}

/** The narrower concepts that a text is about, surest first. */
export const suggestConcepts = (text: string, lang?: TextLang): ConceptSuggestion[] =>
  combineConcepts(findTerms(text, lang ?? guessLanguage(text, 'sv')).map((match) => ({ match, factor: 1 })))

/** The concepts of a label in its own language; the translation helps only where the label itself says nothing. */
export function codeConcepts({ displayLabel, language, translatedLabel }: Label): readonly ConceptSuggestion[] {
  const own = findTerms(displayLabel, language)
  if (own.length > 0 || !translatedLabel) return combineConcepts(own.map((match) => ({ match, factor: 1 })))
  const translated = findTerms(translatedLabel, language === 'sv' ? 'en' : 'sv')
  return combineConcepts(translated.map((match) => ({ match, factor: translationFactor })))
}

const combineConcepts = (found: readonly Counted[]): ConceptSuggestion[] =>
  weigh(found.flatMap((one) => (one.match.conceptId ? [{ ...one, key: one.match.conceptId }] : []))).map(({ key, ...rest }) => ({
    conceptId: key,
    ...rest,
  }))

/** What is said for each subject, by words that differ: 1 − Π(1 − strength). Saying a word again adds nothing. */
function weigh(found: readonly (Counted & { key: string })[]): { key: string; confidence: number; words: string[] }[] {
  const suggestions = [...Map.groupBy(found, ({ key }) => key)].map(([key, ofKey]) => {
    const byWord = Map.groupBy(ofKey, ({ match }) => match.written.toLocaleLowerCase('sv'))
    const doubts = [...byWord.values()].map(
      (ofWord) =>
        1 - Math.max(...ofWord.map(({ match, factor }) => factor * strength[match.kind] * (match.isWeak ? weakFactor : 1))),
    )
    const matches = ofKey.map(({ match }) => match).toSorted((a, b) => a.start - b.start)
    return {
      key,
      confidence: 1 - doubts.reduce((product, doubt) => product * doubt, 1),
      words: [...new Set(withoutInner(matches).map((match) => match.written))],
    }
  })
  return suggestions
    .filter(({ confidence }) => confidence >= threshold)
    .sort((a, b) => b.confidence - a.confidence || (a.key < b.key ? -1 : 1))
}

/** Drops words that stand within a longer phrase that also matched. */
function withoutInner(matches: TermMatch[]): TermMatch[] {
  const holds = (outer: TermMatch, inner: TermMatch) =>
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  return matches.filter((match) => !matches.some((other) => holds(other, match)))
}
