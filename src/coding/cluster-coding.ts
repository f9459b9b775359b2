import type { Cluster } from '../records/cluster.ts'
import { suggestSubjects } from './coding.ts'
import type { ConceptSuggestion, ThemeSuggestion } from './coding.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'

/**
 * What a cluster works with: its recorded themes, or else the themes its name suggests; concepts come from the name
 * only. Themes that this edition of the thesaurus does not have are left out.
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
    // Concepts outside the cluster's themes are dropped, because names are often metaphors: "Bron Innovation" builds no
    // bridges.
    concepts: suggested.concepts.filter(({ conceptId }) => themeIds.includes(thesaurus.findConcept(conceptId)!.themeIds[0]!)),
  }
}
