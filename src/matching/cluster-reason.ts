import type { Cluster } from '../records/cluster.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { codeCluster } from '../coding/cluster-coding.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { CompanySubject } from './company-subjects.ts'

/**
 * Why a cluster is shown to a business: the themes it works with or, when none are recorded, what its name suggests.
 * Null when the two share no subject.
 */
export function clusterReason(
  thesaurus: Thesaurus,
  cluster: Pick<Cluster, 'name' | 'themeIds'>,
  subjects: readonly CompanySubject[],
): LocalText | null {
  const { themes, concepts } = codeCluster(thesaurus, cluster)
  const ids = new Set([...concepts.map(({ conceptId }) => conceptId), ...themes.map(({ themeId }) => themeId)])
  const shared = subjects.find(({ id }) => ids.has(id))
  if (!shared) return null
  const { label, fromIndustry, words } = shared
  const [sv, en] = cluster.themeIds ? ['Arbetar med', 'Works with'] : ['Namnet tyder på', 'Its name suggests']
  return fromIndustry || words.length === 0
    ? { sv: `${sv} ${label.sv}, som er bransch hör till.`, en: `${en} ${label.en}, which your industry belongs to.` }
    : { sv: `${sv} ${label.sv}, som ni skriver om.`, en: `${en} ${label.en}, which you write about.` }
}
