import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conceptsOfArea, themesOfArea } from '../coding/area-coding.ts'
import { findLineage } from '../likeness/lineage.ts'
import { subjectTableOf } from '../matching/subject-table.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { growRegistry } from '../snapshot/day-content.ts'
import { editionsByOwner } from '../snapshot/editions.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot/snapshot.ts'
import type { KnownRegistry } from '../snapshot/snapshot.ts'
import { shippedVersions } from '../snapshot/testing/shipped-snapshot.ts'
import { reviewItems } from './review-shape.ts'
import { randomChange, versionsFor } from './testing/random-changes.ts'
import { allPriorities } from './theme-shape.ts'

const farFuture = '9999-12-31T23:59:59.999Z'
const owners = [
  { kind: 'region', id: '17' },
  { kind: 'region', id: '20' },
  { kind: 'jointArea', id: 'norra-mellansverige' },
] as const

/** Every derived value that is grown, on some days. */
const derivedFrom = (known: KnownRegistry) =>
  ['2026-11-24', '2019-06-02'].map((day) => {
    const snapshot = snapshotAt(known, day, getShippedBeside())
    return {
      editions: new Map(editionsByOwner(snapshot)),
      lineage: owners.map((owner) => findLineage(snapshot, owner)),
      codes: snapshot.everBegun('priorityArea').map((area) => [themesOfArea(snapshot, area), conceptsOfArea(snapshot, area)]),
      areas: allPriorities(snapshot),
      review: reviewItems(snapshot),
      table: subjectTableOf(snapshot),
    }
  })

test('what is derived grows with the registry to what it would be from scratch', () => {
  const shipped = shippedVersions()
  const start = buildKnownRegistry(shipped, farFuture)
  derivedFrom(start)
  fc.assert(
    fc.property(fc.array(fc.array(randomChange, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (rounds) => {
      const versions = [...shipped]
      let known = start
      for (const round of rounds) {
        const added = versionsFor(round, versions)
        versions.push(...added)
        known = growRegistry(known, added)
        derivedFrom(known)
      }
      expect(derivedFrom(known)).toEqual(derivedFrom(buildKnownRegistry(versions, farFuture)))
    }),
    { numRuns: 15 },
  )
}, 300_000)
