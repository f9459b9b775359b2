import type { LocalText } from '../domain/record.ts'
import { suggestSubjects } from '../themes/coding.ts'
import type { CompanySubject } from './company-fit.ts'

/** Why a cluster is shown to a business: all that is known of it is its name. Null when the two share nothing. */
export function clusterReason({ name }: { name: string }, subjects: readonly CompanySubject[]): LocalText | null {
  const { themes, concepts } = suggestSubjects(name)
  const ids = new Set([...concepts.map(({ conceptId }) => conceptId), ...themes.map(({ themeId }) => themeId)])
  const shared = subjects.find(({ id }) => ids.has(id))
  if (!shared) return null
  const { label, fromIndustry, words } = shared
  return fromIndustry || words.length === 0
    ? {
        sv: `Namnet tyder på ${label.sv}, som er bransch hör till.`,
        en: `Its name suggests ${label.en}, which your industry belongs to.`,
      }
    : { sv: `Namnet tyder på ${label.sv}, som ni skriver om.`, en: `Its name suggests ${label.en}, which you write about.` }
}
