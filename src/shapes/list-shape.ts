import { ExpectedError } from '../records/expected-error.ts'
import { editionsByOwner } from '../snapshot/editions.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { editionShape } from './from-snapshot.ts'
import type { EditionShape } from './shapes.ts'

/** One list as one edition states it. @throws ExpectedError `not_found` */
export function listShape(snapshot: Snapshot, id: string): EditionShape {
  const strategy = snapshot.getBegun('strategy', id)
  const editions = strategy ? (editionsByOwner(snapshot).get(ownerKey(strategy.owner)) ?? []) : []
  const edition = editions.find((one) => one.strategy.id === id)
  if (!edition) throw new ExpectedError('not_found', { detail: `«${id.slice(0, 80)}» is no list’s id. See /api/v1/periods.` })
  return editionShape(snapshot, edition)
}
