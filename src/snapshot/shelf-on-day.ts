import { createHash } from 'node:crypto'
import type { CubeListing, CubeShelf } from '../records/cube.ts'
import type { IsoDate } from '../records/time.ts'
import { deriveEach } from './derive-each.ts'

/**
 * The tables of statistics as they were known on a day: of each table the vintages fetched by then. Before a table's first
 * vintage the day has the first, as with the thesaurus (decision 22). The same object for as long as it holds the same.
 */
export function shelfOn(shelf: CubeShelf, day: IsoDate): CubeShelf {
  const { listings } = shelf
  const known = listings.filter((one, at) => one.header.vintage <= day || isEarliest(listings, at))
  if (known.length === listings.length) return shelf
  const id = createHash('sha256')
    .update(known.map((one) => one.id).join(' '))
    .digest('hex')
  const made = earlierShelves(shelf)
  const earlier = made.get(id) ?? { id, listings: known }
  made.set(id, earlier)
  return earlier
}

/** A shelf has the latest vintage of a table first. */
const isEarliest = (listings: readonly CubeListing[], at: number): boolean =>
  listings[at]!.header.table !== listings[at + 1]?.header.table

/** The shelf's earlier states by id: no more than it has vintages. */
const earlierShelves = deriveEach('earlier shelves', (_shelf: CubeShelf) => new Map<string, CubeShelf>())
