import type { Cluster } from '../records/cluster.ts'
import { suggestSubjects } from './coding.ts'
import type { ConceptSuggestion, ThemeSuggestion } from './coding.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'

/**
 * What a cluster works with: the themes that are known of it, or else what its name suggests; concepts by the name alone.
 * Themes that the thesaurus does not have on the day are left out.
 */
export function codeCluster(
  thesaurus: Thesaurus,
  { name, themeIds }: Pick<Cluster, 'name' | 'themeIds'>,
): {
  themes: readonly ThemeSuggestion[]
  concepts: readonly ConceptSuggestion[]
} {
  const suggested = suggestSubjects(thesaurus, name)
  if (!themeIds) return suggested
  return {
    themes: themeIds
      .filter((themeId) => thesaurus.findTheme(themeId)?.id === themeId)
      .map((themeId) => ({ themeId, confidence: 1, words: [] })),
    // A name may look like anything: "Bron Innovation" builds no bridges.
    concepts: suggested.concepts.filter(({ conceptId }) => themeIds.includes(thesaurus.findConcept(conceptId)!.themeIds[0]!)),
  }
}
