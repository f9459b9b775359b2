import { findLink } from '../../../conversation/round-links.ts'
import type { RoundLink } from '../../../conversation/round-links.ts'
import { roundAnswerId } from '../../../records/round-answer.ts'
import { isUnread } from '../../../snapshot/areas-known.ts'
import { findCurrentEdition } from '../../../snapshot/editions.ts'
import type { Edition } from '../../../snapshot/editions.ts'
import type { Known, Snapshot } from '../../../snapshot/snapshot.ts'
import type { SideTables } from '../../../store/store.ts'

/** What a region's link shows: nothing without a link, only that it is over once it has expired. */
export type RoundAnswerView =
  | { outcome: 'noLink' }
  | { outcome: 'expired'; closedOn: string }
  | {
      outcome: 'open'
      link: RoundLink
      region: Known<'region'>
      /** Null: no list whose areas are known. */
      edition: Edition | null
      given: Known<'roundAnswer'> | null
    }

/** Reads a link and what it opens. A link opens the page of its own round and region, whatever the address says. */
export async function readRoundAnswer(
  side: SideTables,
  snapshot: Snapshot,
  { token, year }: { token: string; year: string },
): Promise<RoundAnswerView> {
  const link = await findLink(side, token)
  const region = link && snapshot.getBegun('region', link.regionCode)
  if (!link || !region || link.roundId !== year) return { outcome: 'noLink' }
  if (snapshot.validAt >= link.expiresOn) return { outcome: 'expired', closedOn: link.expiresOn }
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: link.regionCode })
  const given = snapshot.get('roundAnswer', roundAnswerId(link))
  return { outcome: 'open', link, region, edition: edition && !isUnread(edition) ? edition : null, given }
}
