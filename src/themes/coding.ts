import type { Snapshot } from '../snapshot/snapshot.ts'
import type { TextLang } from '../language/stems.ts'
import { guessLanguage } from '../language/guess-language.ts'
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

/** How much one term found says for its theme. */
const strength: Record<MatchKind, number> = { phrase: 0.9, word: 0.8, compound: 0.7, modifier: 0.4, spelling: 0.6 }
const weakFactor = 0.56
/** Below this a theme is not suggested. */
const threshold = 0.42
/** A translation is our own, so it says less than the owner's words. */
const translationFactor = 0.55

/** The themes that a text is about, surest first. Swedish and English words are both understood. */
export function suggestThemes(text: string, lang?: TextLang): ThemeSuggestion[] {
  return combine(findTerms(text, lang ?? guessLanguage(text, 'sv')).map((match) => ({ match, factor: 1 })))
}

const cache = new WeakMap<Snapshot, ReadonlyMap<string, readonly ThemeSuggestion[]>>()

/** Every priority area's suggested themes, by its id. Computed once for a snapshot. */
export function codePriorities(snapshot: Snapshot): ReadonlyMap<string, readonly ThemeSuggestion[]> {
  const made =
    cache.get(snapshot) ?? new Map(snapshot.everBegun('priorityArea').map((priority) => [priority.id, codeLabel(priority)]))
  cache.set(snapshot, made)
  return made
}

const codedLabels = new Map<string, readonly ThemeSuggestion[]>()

/** The themes of a label in its own language; the translation helps only where the label itself says nothing. */
export function codeLabel({
  displayLabel,
  language,
  translatedLabel,
}: {
  displayLabel: string
  language: TextLang
  translatedLabel: string | null
}): readonly ThemeSuggestion[] {
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

function combine(found: { match: TermMatch; factor: number }[]): ThemeSuggestion[] {
  const byTheme = Map.groupBy(found, ({ match }) => match.themeId)
  const suggestions = [...byTheme].map(([themeId, ofTheme]) => {
    const bySpan = Map.groupBy(ofTheme, ({ match }) => `${match.start}-${match.end}`)
    const doubts = [...bySpan.values()].map(
      (ofSpan) =>
        1 - Math.max(...ofSpan.map(({ match, factor }) => factor * strength[match.kind] * (match.isWeak ? weakFactor : 1))),
    )
    const matches = ofTheme.map(({ match }) => match).toSorted((a, b) => a.start - b.start)
    return {
      themeId,
      confidence: 1 - doubts.reduce((product, doubt) => product * doubt, 1),
      words: [...new Set(withoutInner(matches).map((match) => match.written))],
    }
  })
  return suggestions
    .filter(({ confidence }) => confidence >= threshold)
    .sort((a, b) => b.confidence - a.confidence || (a.themeId < b.themeId ? -1 : 1))
}

/** Drops words that stand within a longer phrase that also matched. */
function withoutInner(matches: TermMatch[]): TermMatch[] {
  const holds = (outer: TermMatch, inner: TermMatch) =>
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  return matches.filter((match) => !matches.some((other) => holds(other, match)))
}
