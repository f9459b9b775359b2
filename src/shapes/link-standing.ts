import type { LineageLink } from '../likeness/lineage.ts'
import type { LocalText } from '../records/shared-fields.ts'

type Judged = Pick<LineageLink, 'change' | 'basis' | 'review'>

const reviewers = { editor: { sv: 'Spets redaktion', en: 'the editors of Spets' } }
const confidences = {
  high: { sv: 'säkert', en: 'sure' },
  medium: { sv: 'ganska säkert', en: 'fairly sure' },
  low: { sv: 'osäkert', en: 'unsure' },
}

/**
 * Who says that two areas are linked, and how surely, in words. Pages and API all take it from here, so that one link is
 * never told in two ways.
 */
export function linkStanding({ change, basis, review }: Judged): LocalText {
  if (basis === 'confirmed') return { sv: 'Bekräftat av en person', en: 'Confirmed by a person' }
  if (basis === 'reviewed' && review) {
    const [who, how] = [reviewers[review.reviewer], confidences[review.confidence]]
    return { sv: `Bedömt av ${who.sv}, ${how.sv}`, en: `Judged by ${who.en}, ${how.en}` }
  }
  // Equal words are seen, not guessed, so that nobody needs to judge them.
  if (change === 'unchanged') return { sv: 'Samma ord i båda listorna', en: 'The same words in both lists' }
  return { sv: 'Maskinens förslag', en: 'Suggested by the machine' }
}

/** The same for a link that a person has rejected. */
export const rejectedStanding: LocalText = { sv: 'Avvisat av en person', en: 'Rejected by a person' }

/** Whether a link is only a guess by the program. */
export const isGuess = ({ basis, change }: Pick<Judged, 'basis' | 'change'>): boolean =>
  basis === 'suggested' && change !== 'unchanged'
