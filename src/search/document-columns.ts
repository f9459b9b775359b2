import { tokensOf } from '../language/tokens.ts'
import { sortSteps } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import type { SearchDocument, SearchKind } from './search-document.ts'

export const facetNames = ['kind', 'themeId', 'regionCode', 'programmePeriodId'] as const
export type FacetName = (typeof facetNames)[number]

/** A facet's values for every document: those of document `d` are `ids[starts[d]] … ids[starts[d + 1] - 1]`. */
export interface FacetColumn {
  values: readonly string[]
  starts: Uint32Array
  ids: Uint32Array
}

/** What an index stores of every document besides its keys, by the document's place. */
export interface DocumentColumns {
  /** The factor of a document's score: from its kind, whether it is in force, and the length of its title. */
  boosts: Float32Array
  /** The rank of each document among those with the same score. */
  order: Uint32Array
  columns: Record<FacetName, FacetColumn>
}

const noLongerInForce = 0.8
/** Boost by kind; kinds that are not listed have 1. */
const kindBoost: Partial<Record<SearchKind, number>> = {
  region: 1.25,
  jointArea: 1.15,
  theme: 1.1,
  priorityArea: 1,
  cluster: 0.9,
  finding: 0.7,
  wish: 0.7,
  nextStep: 0.7,
}

/** Computes the columns of all documents. */
export function* columnSteps(documents: readonly SearchDocument[]): Steps<DocumentColumns> {
  const boosts = new Float32Array(documents.length)
  for (let at = 0; at < documents.length; at++) {
    boosts[at] = boostOf(documents[at]!)
    if (at % 500 === 0) yield
  }
  const sorted = yield* sortSteps([...documents.keys()], (a, b) => compare(documents[a]!, documents[b]!))
  const columns = {} as Record<FacetName, FacetColumn>
  for (const name of facetNames) {
    columns[name] = columnOf(documents, name, { before: null, changed: new Set() })
    yield
  }
  return { boosts, order: orderFrom(sorted), columns }
}

/**
 * Computes the columns again where only the documents at `changed` places differ; the list may have become longer or
 * shorter.
 */
export function growColumns(
  before: DocumentColumns,
  documents: readonly SearchDocument[],
  changed: ReadonlySet<number>,
): DocumentColumns {
  const boosts = new Float32Array(documents.length)
  boosts.set(before.boosts.subarray(0, documents.length))
  for (const place of changed) boosts[place] = boostOf(documents[place]!)
  const columns = Object.fromEntries(
    facetNames.map((name) => [name, columnOf(documents, name, { before: before.columns[name], changed })]),
  ) as DocumentColumns['columns']
  return { boosts, order: growOrder(before.order, documents, changed), columns }
}

/** Statements are sentences, so their length does not tell how focused they are. */
const isSentence = (kind: SearchKind): boolean => kind === 'finding' || kind === 'wish' || kind === 'nextStep'

function boostOf({ kind, isInForce, title }: SearchDocument): number {
  const length = 1 + 0.06 * Math.min(Math.max(1, tokensOf(title).length), isSentence(kind) ? 3 : 12)
  return ((kindBoost[kind] ?? 1) * (isInForce ? 1 : noLongerInForce)) / length
}

/** A document's score when there is no query. */
export const restingScoreOf = ({ kind, isInForce }: SearchDocument): number => (isInForce ? 1 : 0.5) * (kindBoost[kind] ?? 1)

/** In force first, then by title, kind and id; no two documents compare as equal. */
const compare = (a: SearchDocument, b: SearchDocument): number =>
  Number(b.isInForce) - Number(a.isInForce) || textOrder(a.title, b.title) || textOrder(a.kind, b.kind) || textOrder(a.id, b.id)

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Inverts a sorted list of places: for each place, its rank. */
function orderFrom(sorted: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(sorted.length)
  for (let rank = 0; rank < sorted.length; rank++) order[sorted[rank]!] = rank
  return order
}

function growOrder(before: Uint32Array, documents: readonly SearchDocument[], changed: ReadonlySet<number>): Uint32Array {
  const placeAt = new Uint32Array(before.length)
  for (let place = 0; place < before.length; place++) placeAt[before[place]!] = place
  const others = placeAt.filter((place) => place < documents.length && !changed.has(place))
  const moved = [...changed].sort((a, b) => compare(documents[a]!, documents[b]!))
  const sorted = new Uint32Array(documents.length)
  let at = 0
  for (let rank = 0, next = 0; rank < sorted.length; rank++) {
    const takesNext =
      next < moved.length && (at >= others.length || compare(documents[moved[next]!]!, documents[others[at]!]!) < 0)
    sorted[rank] = takesNext ? moved[next++]! : others[at++]!
  }
  return orderFrom(sorted)
}

function columnOf(
  documents: readonly SearchDocument[],
  name: FacetName,
  { before, changed }: { before: FacetColumn | null; changed: ReadonlySet<number> },
): FacetColumn {
  const idOf = new Map(before?.values.map((value, id) => [value, id]))
  const starts = new Uint32Array(documents.length + 1)
  const ids: number[] = []
  const isKept = (at: number) => before !== null && at + 1 < before.starts.length && !changed.has(at)
  for (let at = 0; at < documents.length; at++) {
    if (isKept(at)) for (let from = before!.starts[at]!; from < before!.starts[at + 1]!; from++) ids.push(before!.ids[from]!)
    else
      for (const value of valuesOf(documents[at]!, name)) {
        if (!idOf.has(value)) idOf.set(value, idOf.size)
        ids.push(idOf.get(value)!)
      }
    starts[at + 1] = ids.length
  }
  return { values: [...idOf.keys()], starts, ids: Uint32Array.from(ids) }
}

function valuesOf(document: SearchDocument, name: FacetName): readonly string[] {
  if (name === 'kind') return [document.kind]
  if (name === 'themeId') return document.themeIds
  if (name === 'regionCode') return document.regionCodes
  return document.programmePeriodId ? [document.programmePeriodId] : []
}
