import type { Known } from '../snapshot/snapshot.ts'
import { deriveEach, deriveEachWith } from '../snapshot/derive-each.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { codeExplanation, codeLabel } from './coding.ts'
import type { ThemeSuggestion } from './coding.ts'

/** A theme suggested for an area, and whether its label or only what explains the label suggests it. */
export interface SuggestedTheme extends ThemeSuggestion {
  basis: 'label' | 'description' | 'record'
  /** No person has confirmed it. */
  decision: null
}

/** What speaks for a theme of an area, each from 0 to 1. */
export const themeFeatures = [
  'bias',
  'label',
  'surestOfLabel',
  'description',
  'descriptionWords',
  'firstSentence',
  'related',
  'recorded',
  'otherRecorded',
] as const
export type ThemeFeatures = Record<(typeof themeFeatures)[number], number>

type Described = Pick<Known<'priorityArea'>, 'displayLabel' | 'language' | 'translatedLabel' | 'description' | 'joinedThemeIds'>

/** More distinct words of a description than this add nothing. */
const mostWords = 3

/**
 * What speaks for each theme that the label, the description or the record of an area names. The label says what the owner calls it; a
 * description mentions much that the area as a whole is not about, so the two are weighed against each other.
 */
export function featuresOfThemes(thesaurus: Thesaurus, area: Described): { theme: SuggestedTheme; features: ThemeFeatures }[] {
  const label = codeLabel(thesaurus, area)
  const text = area.description?.sv ?? ''
  const described = codeExplanation(thesaurus, text)
  const first = codeExplanation(thesaurus, firstSentenceOf(text))
  const recorded = area.joinedThemeIds ?? []
  const surest = Math.max(0, ...label.map(({ confidence }) => confidence))
  const ids = new Set([...label, ...described].map(({ themeId }) => themeId).concat(recorded))
  return [...ids].flatMap((themeId) => {
    const theme = thesaurus.findTheme(themeId)
    if (!theme) return []
    const inLabel = label.find((one) => one.themeId === themeId)
    const inText = described.find((one) => one.themeId === themeId)
    const isRelated = theme.relatedIds.some((id) => label.some((one) => one.themeId === id))
    const features: ThemeFeatures = {
      bias: 1,
      label: inLabel?.confidence ?? 0,
      surestOfLabel: Number(inLabel !== undefined && inLabel.confidence === surest),
      description: inText?.confidence ?? 0,
      descriptionWords: Math.min(mostWords, inText?.words.length ?? 0) / mostWords,
      firstSentence: first.find((one) => one.themeId === themeId)?.confidence ?? 0,
      related: Number(!inLabel && inText !== undefined && isRelated),
      recorded: Number(recorded.includes(themeId)),
      otherRecorded: Number(recorded.length > 0 && !recorded.includes(themeId)),
    }
    const basis = inLabel ? 'label' : recorded.includes(themeId) ? 'record' : 'description'
    return [
      { theme: { themeId, confidence: 0, words: [], ...inText, ...inLabel, basis, decision: null } as SuggestedTheme, features },
    ]
  })
}

/** How likely a theme is with these features, by the fitted weights. */
export const likelihoodOf = (weights: Readonly<Record<string, number>>, features: ThemeFeatures): number =>
  1 / (1 + Math.exp(-themeFeatures.reduce((sum, name) => sum + (weights[`themes.${name}`] ?? 0) * features[name], 0)))

/** A theme less likely than this is not suggested; where F1 was highest on the tuning half, each tenth held out in turn. */
const leastLikely = 0.35

/**
 * The themes that an area seems to be about, surest first: those of the label unless the description leaves them aside, and those that the
 * description or the record makes likely. A label that nothing explains is taken at its word.
 */
export const suggestThemes = deriveEachWith(
  'suggested themes',
  (thesaurus: Thesaurus, area: Described): readonly SuggestedTheme[] => {
    const found = featuresOfThemes(thesaurus, area)
    const isExplained = found.some(({ features }) => features.description > 0 || features.recorded > 0)
    if (!isExplained || Object.keys(thesaurus.weights).length === 0)
      return shared(
        thesaurus,
        codeLabel(thesaurus, area).map((one) => ({ ...one, basis: 'label', decision: null })),
      )
    const surest = Math.max(...found.map(({ features }) => features.label)) || 1
    const kept = found
      .map(({ theme, features }) => ({ theme, features, likelihood: likelihoodOf(thesaurus.weights, features) }))
      .filter(({ features, likelihood }) => likelihood >= leastLikely || isStated(features))
      .map(({ theme, features, likelihood }) => ({
        ...theme,
        // What the label names keeps the confidence of its words; the rest comes after it.
        confidence: features.label > 0 ? features.label : surest * likelihood,
      }))
    return shared(
      thesaurus,
      kept.sort((a, b) => b.confidence - a.confidence || (a.themeId < b.themeId ? -1 : 1)),
    )
  },
)

const sharedThemes = deriveEach(
  'themes that areas share',
  (_thesaurus: Thesaurus) => new Map<string, readonly SuggestedTheme[]>(),
)

/** Areas about the same, by the same words, share one value: they are most of what a large registry keeps. */
function shared(thesaurus: Thesaurus, themes: readonly SuggestedTheme[]): readonly SuggestedTheme[] {
  const known = sharedThemes(thesaurus)
  const key = JSON.stringify(themes)
  if (!known.has(key)) known.set(key, themes)
  return known.get(key)!
}

/** What the record states, and what the name says most surely when the record does not say otherwise, is taken at its word. */
const isStated = ({ recorded, surestOfLabel, otherRecorded }: ThemeFeatures): boolean =>
  recorded === 1 || (surestOfLabel === 1 && otherRecorded === 0)

/** The first sentence of a text: what a description begins with is what it is about. */
export const firstSentenceOf = (text: string): string => text.split(/(?<=[.!?])\s/)[0]!
