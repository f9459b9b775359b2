import { isBusinessWord } from '../language/subject-words.ts'
import { languageOf } from '../language/guess-language.ts'
import { deniedStarts } from '../language/negation.ts'
import { recipientStarts } from '../language/recipients.ts'
import { makeMemory } from '../language/memory.ts'
import { longestText } from '../language/tokens.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { findTerms, findTermsIn } from './find-terms.ts'
import type { MatchKind, TermMatch } from './find-terms.ts'
import { wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Language } from '../records/language.ts'

/** A theme that a text seems to be about, and the words that suggest it. */
export interface ThemeSuggestion {
  themeId: string
  /** 0–1: 1 − Π(1 − strength) over the distinct words found. */
  confidence: number
  /** The words of the text that suggest it, as written and in their order. */
  words: string[]
}

/** A label in its own language, with an optional translation. */
export interface Label {
  displayLabel: string
  language: Language
  translatedLabel: string | null
}

/** A label with people's decisions on its subjects, if there are any. */
export interface CodedLabel extends Label {
  decided?: { themes: readonly ThemeSuggestion[]; concepts: readonly ConceptSuggestion[] }
}

/** How strongly a term indicates its subject, by the way it was found. */
const strength: Record<MatchKind, number> = { phrase: 0.9, word: 0.8, compound: 0.7, modifier: 0.4, verb: 0.5, spelling: 0.6 }
const weakFactor = 0.56
/** Subjects with less confidence than this are not suggested. */
const threshold = 0.42
/** Terms found in a translation are weaker, because the translation is ours and not the owner's words. */
const translationFactor = 0.55
/** So are terms found in a description; set on the tuning half of the companies judged in November 2026. */
const descriptionFactor = 0.8

/** A narrower concept that a text seems to be about, and the words that suggest it. */
export interface ConceptSuggestion {
  conceptId: string
  confidence: number
  words: string[]
}

export interface SubjectSuggestions {
  themes: ThemeSuggestion[]
  concepts: ConceptSuggestion[]
  /** Words treated as misspelt, with the term that each was read as. */
  readAs: ReadonlyMap<string, string>
}

/** The weight of an everyday business word ("bygger", "kunder") when the text has more specific words. */
const everydayFactor = 0.25

/**
 * The weight of words that name for whom something is done ("kök" in "detaljer till kök") when the text also has words
 * for what is done.
 */
const recipientFactor = 0.6

/** Finds the themes and narrower concepts that a text is about, each list surest first, in one pass over its words. */
export function suggestSubjects(thesaurus: Thesaurus, text: string, lang?: Language): SubjectSuggestions {
  const tokens = wholeTokensOf(thesaurus, text)
  const denied = deniedStarts(text, tokens)
  const first = lang ?? languageOf(tokens, 'sv')
  const matches = findTermsIn(thesaurus, { text, tokens, first }).filter(({ start }) => !denied.has(start))
  const isEveryday = ({ kind, written }: TermMatch) => kind !== 'phrase' && isBusinessWord(written.toLowerCase())
  const recipients = recipientStarts(text, tokens)
  const isRecipient = ({ start }: TermMatch) => recipients.has(start)
  const hasOther = matches.some((match) => !isEveryday(match) && !match.isWeak && !isRecipient(match))
  const factorOf = (match: TermMatch) => (isEveryday(match) ? everydayFactor : isRecipient(match) ? recipientFactor : 1)
  const found = matches.map((match) => ({ match, factor: hasOther ? factorOf(match) : 1 }))
  const readAs = new Map(matches.flatMap(({ kind, written, term }) => (kind === 'spelling' ? [[written, term] as const] : [])))
  return { themes: combine(thesaurus, found), concepts: combineConcepts(found), readAs }
}

interface CodedSubjects {
  themes: readonly ThemeSuggestion[]
  concepts: readonly ConceptSuggestion[]
}

/** Owners repeat their labels from list to list, and labels are compared again and again in one answer. */
const mostRemembered = 1500
const codedLabelsOf = deriveEach('coded labels', (_thesaurus: Thesaurus) => makeMemory<CodedSubjects>(mostRemembered))

/** The themes and concepts of a label, by one reading of its words. */
function codeSubjects(thesaurus: Thesaurus, { displayLabel, language, translatedLabel }: Label): CodedSubjects {
  const codedLabels = codedLabelsOf(thesaurus)
  const key = `${language}\n${displayLabel}\n${translatedLabel}`
  const known = codedLabels.get(key)
  if (known) return known
  const read = (text: string, lang: Language, factor: number): Counted[] =>
    findTerms(thesaurus, text, lang).map((match) => ({ match, factor }))
  const own = read(displayLabel, language, 1)
  const themes = combine(thesaurus, own)
  const other = language === 'sv' ? 'en' : 'sv'
  const translated = translatedLabel && themes.length === 0 ? read(translatedLabel, other, translationFactor) : null
  const coded = {
    themes: translated ? combine(thesaurus, translated) : themes,
    // Concepts keep to the label where it has any term, themes where a term is sure enough.
    concepts: combineConcepts(translated && own.length === 0 ? translated : own),
  }
  codedLabels.set(key, coded)
  return coded
}

/** The themes of a label; the translation is used only when the label itself gives none. */
export const codeLabel = (thesaurus: Thesaurus, label: Label): readonly ThemeSuggestion[] => codeSubjects(thesaurus, label).themes

/** The weight of a concept for its themes other than the main one. */
const furtherThemeFactor = 0.45
/** The weight of a concept for its themes when the same words are also a theme's own term. */
const besideThemeFactor = 0.5

interface Counted {
  match: TermMatch
  factor: number
}

function combine({ findConcept }: Thesaurus, found: readonly Counted[]): ThemeSuggestion[] {
  const spanOf = ({ start, end }: TermMatch) => start * longestText + end
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
  // Written out: what is copied with `...` takes several times the memory, and there are as many as there are areas.
  return weigh(spread).map(({ key, confidence, words }) => ({ themeId: key, confidence, words }))
}

/** The concepts of a label; the translation is used only when the label itself contains no terms. */
export const codeConcepts = (thesaurus: Thesaurus, label: Label): readonly ConceptSuggestion[] =>
  codeSubjects(thesaurus, label).concepts

/**
 * The narrower concepts that our description of an area mentions. Themes are left to the label: a description mentions
 * much that the area as a whole is not about.
 */
export const codeDescription = (thesaurus: Thesaurus, description: string): readonly ConceptSuggestion[] =>
  combineConcepts(findTerms(thesaurus, description, 'sv').map((match) => ({ match, factor: descriptionFactor })))

const combineConcepts = (found: readonly Counted[]): ConceptSuggestion[] =>
  weigh(found.flatMap((one) => (one.match.conceptId ? [{ ...one, key: one.match.conceptId }] : []))).map(
    ({ key, confidence, words }) => ({ conceptId: key, confidence, words }),
  )

/** Combines the matches of each subject as 1 − Π(1 − strength) over distinct words; a repeated word adds nothing. */
function weigh(found: readonly (Counted & { key: string })[]): { key: string; confidence: number; words: string[] }[] {
  const suggestions: { key: string; confidence: number; words: string[] }[] = []
  for (const [key, ofKey] of Map.groupBy(found, keyOf)) {
    const confidence = 1 - doubtOf(ofKey)
    if (confidence < threshold) continue
    const matches = ofKey.map(({ match }) => match).sort((a, b) => a.start - b.start)
    suggestions.push({ key, confidence, words: [...new Set(withoutInner(matches).map((match) => match.written))] })
  }
  return suggestions.sort((a, b) => b.confidence - a.confidence || (a.key < b.key ? -1 : 1))
}

const keyOf = ({ key }: { key: string }) => key

/** Π(1 − strength) over distinct words, each with its strongest match. */
function doubtOf(found: readonly Counted[]): number {
  if (found.length === 1) return 1 - strengthOf(found[0]!)
  const byWord = new Map<string, number>()
  for (const one of found) {
    const word = one.match.written.toLowerCase()
    byWord.set(word, Math.max(byWord.get(word) ?? 0, strengthOf(one)))
  }
  let doubt = 1
  for (const one of byWord.values()) doubt *= 1 - one
  return doubt
}

const strengthOf = ({ match, factor }: Counted): number => factor * strength[match.kind] * (match.isWeak ? weakFactor : 1)

/** Drops words that are inside a longer phrase that also matched. */
function withoutInner(matches: TermMatch[]): TermMatch[] {
  if (matches.length === 1) return matches
  const contains = (outer: TermMatch, inner: TermMatch) =>
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  return matches.filter((match) => !matches.some((other) => contains(other, match)))
}

/** The themes of a text that explains a label, with the words that suggest them. */
export const codeExplanation = (thesaurus: Thesaurus, text: string): readonly ThemeSuggestion[] =>
  combine(
    thesaurus,
    findTerms(thesaurus, text, 'sv').map((match) => ({ match, factor: descriptionFactor })),
  )
