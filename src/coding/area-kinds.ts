import { tokensOf } from '../language/tokens.ts'
import type { Language } from '../records/language.ts'
import { conceptKinds } from '../records/thesaurus-facts.ts'
import type { ConceptKind } from '../records/thesaurus-facts.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { ConceptSuggestion, ThemeSuggestion } from './coding.ts'

/** What a kind is read from. */
export interface KindEvidence {
  themes: readonly ThemeSuggestion[]
  concepts: readonly ConceptSuggestion[]
  /** The texts that are read for signs: the label first, then what explains it. */
  texts: readonly { text: string; language: Language }[]
}

export interface KindSuggestion {
  kind: ConceptKind
  /** 0–1: its part of all that speaks for any kind. */
  confidence: number
  /** The words with a sign of it. */
  words: string[]
  themeIds: string[]
  conceptIds: string[]
}

/** The weight of what a theme's areas mostly are, by the place of the kind in its list; set on the tuning half. */
const themeWeights = [1, 0.5, 0.25]
const conceptWeight = 0.5
/** The weight of a sign by the text it is in: the label, then the first sentence of the description. */
const textWeights = [1, 0.4]
/** What follows a preposition only says with what or for whom. */
const afterPreposition = 0.5
const prepositions: ReadonlySet<string> = new Set(
  'av för genom i inom med mot på till ur utifrån kring mellan of for through in within with towards on from by around between'.split(
    ' ',
  ),
)
/** A kind with less than this part of the first one's weight is not suggested. */
const leastShare = 0.6

/** The kinds of choice that an area seems to be, the likeliest first, by its themes, its concepts and the signs in its words. */
export function suggestKinds(thesaurus: Thesaurus, evidence: KindEvidence): KindSuggestion[] {
  const found = conceptKinds.map((kind) => weighKind(thesaurus, kind, evidence))
  const total = found.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return []
  const most = Math.max(...found.map(({ weight }) => weight))
  return found
    .filter(({ weight }) => weight >= leastShare * most)
    .map(({ weight, ...rest }) => ({ ...rest, confidence: weight / total }))
    .sort((a, b) => b.confidence - a.confidence)
}

function weighKind(
  { codesOfTheme, findConcept, kindSigns }: Thesaurus,
  kind: ConceptKind,
  { themes, concepts, texts }: KindEvidence,
) {
  const themeWeightOf = ({ themeId }: ThemeSuggestion) => themeWeights[codesOfTheme(themeId)?.kinds.indexOf(kind) ?? -1] ?? 0
  const ofThemes = themes.filter((one) => themeWeightOf(one) > 0)
  const ofConcepts = concepts.filter(({ conceptId }) => findConcept(conceptId)?.kind === kind)
  const signs = kindSigns.filter((sign) => sign.kind === kind)
  const inTexts = texts.flatMap(({ text, language }, at) =>
    wordsBySide(text).map(({ word, written, factor }) => {
      const weight = Math.max(
        0,
        ...signs
          .filter(({ letters, place }) =>
            letters[language].some((some) => (place === 'begin' ? word.startsWith(some) : word.endsWith(some))),
          )
          .map((sign) => sign.weight),
      )
      return { written, weight: weight * factor * (textWeights[at] ?? 0) }
    }),
  )
  const signed = inTexts.filter(({ weight }) => weight > 0)
  const mean = (list: readonly number[]) => (list.length === 0 ? 0 : list.reduce((sum, one) => sum + one, 0) / list.length)
  const weight =
    mean(themes.map((one) => one.confidence * themeWeightOf(one))) +
    conceptWeight * mean(concepts.map((one) => (ofConcepts.includes(one) ? one.confidence : 0))) +
    signed.reduce((sum, one) => sum + one.weight, 0)
  return {
    kind,
    weight,
    words: [...new Set(signed.map(({ written }) => written))],
    themeIds: ofThemes.map(({ themeId }) => themeId),
    conceptIds: ofConcepts.map(({ conceptId }) => conceptId),
  }
}

/** The words of a text, each with the weight of its side of the first preposition. */
function wordsBySide(text: string): { word: string; written: string; factor: number }[] {
  let isAfter = false
  return tokensOf(text).map(({ word, written }) => {
    isAfter ||= prepositions.has(word)
    return { word, written, factor: isAfter ? afterPreposition : 1 }
  })
}
