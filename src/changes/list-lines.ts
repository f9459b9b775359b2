import type { LocalText } from '../records/shared-fields.ts'
import type { KnownRegistry } from '../snapshot/snapshot.ts'
import { findDisagreements } from '../snapshot/list-agreement.ts'
import type { Disagreement } from '../snapshot/list-agreement.ts'
import { historiesAfter } from './histories.ts'
import { findListFaults } from './list-rules.ts'
import { versionKey } from './registry-view.ts'

/**
 * What makes pages of a registry name different areas on the same day, a line each: which lists or areas are at fault and
 * how to mend them; else the days on which they differ. A registry may have such faults from an archive.
 */
export function findListLines(known: KnownRegistry): LocalText[] {
  const faults = findListFaults(historiesAfter(known))
  return faults.length > 0
    ? faults.map(({ kind, recordId, words: { sv, en } }) => ({
        sv: `${versionKey(kind, recordId)}: ${sv}`,
        en: `${versionKey(kind, recordId)}: ${en}`,
      }))
    : findDisagreements(known).map(disagreementLine)
}

/** A day on which an owner's areas in force and its list differ, in words. */
export function disagreementLine({ day, owner, notOnList, notInForce }: Disagreement): LocalText {
  const parts = (onNoList: string, notThere: string) =>
    [
      notOnList.length > 0 ? `${onNoList} ${notOnList.join(', ')}` : null,
      notInForce.length > 0 ? `${notThere} ${notInForce.join(', ')}` : null,
    ]
      .filter(Boolean)
      .join('; ')
  return {
    sv: `${owner} den ${day}: ${parts('gäller men finns inte i ägarens lista:', 'finns i listan men gäller inte:')}`,
    en: `${owner} on ${day}: ${parts('in force but not on the owner’s list:', 'on the list but not in force:')}`,
  }
}
