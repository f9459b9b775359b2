import { isUnread } from '../snapshot/areas-known.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { findRegions, regionRef } from './from-snapshot.ts'
import type { RegionRef } from './shapes.ts'

/** The regions whose list in force is known to exist though nobody has read its areas: what they have chosen is missing everywhere. */
export const findUnreadRegions = (snapshot: Snapshot): RegionRef[] =>
  findRegions(snapshot)
    .filter(({ code }) => isUnread(findCurrentEdition(snapshot, { kind: 'region', id: code })))
    .map(({ code }) => regionRef(snapshot, code))
