import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomChange, versionsFor } from '../shapes/testing/random-changes.ts'
import { growRegistry } from '../snapshot/day-content.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot/snapshot.ts'
import type { KnownRegistry } from '../snapshot/snapshot.ts'
import { shippedVersions } from '../snapshot/testing/shipped-snapshot.ts'
import { search } from './search.ts'
import { searchIndexOf } from './search-of-snapshot.ts'

const farFuture = '9999-12-31T23:59:59.999Z'
const day = '2026-11-24'
const queries = [
  '',
  'solenergi',
  'skogs',
  'vatten och hälsa',
  'kvantdatrer',
  'angsmark',
  'varmland',
  'lifescience',
  'blåbär -skog',
  'livsmedl',
  'xyzzyx',
]

/** Everything that a search in a registry can return. */
const answersOf = (known: KnownRegistry, texts: readonly string[]) => {
  const index = searchIndexOf(snapshotAt(known, day, getShippedBeside()))
  return texts.map((text) => [
    search(index, { text, lang: 'sv', limit: 40 }),
    search(index, {
      text,
      lang: 'en',
      limit: 10,
      onlyInForce: true,
      facets: { kind: ['priorityArea'], regionCode: ['17', '20'] },
    }),
  ])
}

test('an index that grows with the registry answers every query as one built from scratch', () => {
  const shipped = shippedVersions()
  const start = buildKnownRegistry(shipped, farFuture)
  searchIndexOf(snapshotAt(start, day, getShippedBeside()))
  fc.assert(
    fc.property(
      fc.array(fc.array(randomChange, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }),
      (rounds, texts) => {
        const versions = [...shipped]
        let known = start
        for (const round of rounds) {
          const added = versionsFor(round, versions)
          versions.push(...added)
          known = growRegistry(known, added)
          searchIndexOf(snapshotAt(known, day, getShippedBeside()))
        }
        const fresh = buildKnownRegistry(versions, farFuture)
        const all = [...queries, ...texts]
        expect(answersOf(known, all)).toEqual(answersOf(fresh, all))
        const byName = (one: KnownRegistry) =>
          searchIndexOf(snapshotAt(one, day, getShippedBeside()))
            .documents.map((document) => document.whole())
            .sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1))
        expect(byName(known)).toEqual(byName(fresh))
      },
    ),
    { numRuns: 6 },
  )
}, 300_000)

test('the index of another day is grown from the one at hand, to the same', () => {
  const versions = shippedVersions()
  const [one, other] = [buildKnownRegistry(versions, farFuture), buildKnownRegistry(versions, farFuture)]
  searchIndexOf(snapshotAt(one, '2026-11-24', getShippedBeside()))
  const days = ['2026-11-25', '2023-06-01', '2019-01-01']
  for (const date of days) {
    const [grown, fresh] = [one, other].map((known) => searchIndexOf(snapshotAt(known, date, getShippedBeside())))
    for (const text of queries)
      expect(search(grown!, { text, lang: 'sv', limit: 40 })).toEqual(search(fresh!, { text, lang: 'sv', limit: 40 }))
  }
})

test('what was searched before a change still answers as before it', () => {
  const shipped = shippedVersions()
  const before = buildKnownRegistry(shipped, farFuture)
  const index = searchIndexOf(snapshotAt(before, day, getShippedBeside()))
  const first = queries.map((text) => search(index, { text, lang: 'sv' }))
  const change = {
    kind: 'priorityArea',
    place: 3,
    day: 1,
    isClosed: false,
    what: 'new',
    text: 'Solenergi och Kvantdatorer',
  } as const
  const after = growRegistry(before, versionsFor([change], shipped))
  const found = search(searchIndexOf(snapshotAt(after, day, getShippedBeside())), { text: 'kvantdatorer', lang: 'sv' })
  expect(found.hits[0]?.document.title).toBe('Solenergi och Kvantdatorer')
  expect(queries.map((text) => search(index, { text, lang: 'sv' }))).toEqual(first)
})
