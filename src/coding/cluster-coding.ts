import type { Cluster } from '../records/record.ts'
import { suggestSubjects } from './coding.ts'
import type { ConceptSuggestion, ThemeSuggestion } from './coding.ts'
import { findConcept } from '../thesaurus/concepts.ts'

/** What a cluster works with: the themes that are known of it, or else what its name suggests; concepts by the name alone. */
export function codeCluster({ name, themeIds }: Pick<Cluster, 'name' | 'themeIds'>): {
  themes: readonly ThemeSuggestion[]
  concepts: readonly ConceptSuggestion[]
} {
  const suggested = suggestSubjects(name)
  if (!themeIds) return suggested
  return {
    themes: themeIds.map((themeId) => ({ themeId, confidence: 1, words: [] })),
    // A name may look like anything: "Bron Innovation" builds no bridges.
    concepts: suggested.concepts.filter(({ conceptId }) => themeIds.includes(findConcept(conceptId)!.themeIds[0]!)),
  }
}
