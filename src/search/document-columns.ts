import { tokensOf } from '../language/tokens.ts'
import { sortSteps } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import type { KeptDocument, SearchDocument, SearchKind } from './search-document.ts'

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

/** Starts the columns of an index: `add` takes every document by rising place. @param kept the same documents */
export function startColumns(kept: readonly KeptDocument[]) {
  const boosts = new Float32Array(kept.length)
  const titles: string[] = []
  const facets = facetNames.map((name) => ({ name, column: startColumn(kept.length) }))
  const add = (document: SearchDocument) => {
    boosts[titles.length] = boostOf(document)
    for (const { name, column } of facets) column.add(valuesOf(document, name))
    titles.push(document.title)
  }
  function* finish(): Steps<DocumentColumns> {
    const sorted = yield* sortSteps([...kept.keys()], (a, b) =>
      compare({ title: titles[a]!, kept: kept[a]! }, { title: titles[b]!, kept: kept[b]! }),
    )
    const columns = Object.fromEntries(facets.map(({ name, column }) => [name, column.finish()]))
    return { boosts, order: orderFrom(sorted), columns: columns as DocumentColumns['columns'] }
  }
  return { add, finish }
}

/**
 * Computes the columns again where only the documents at `changed` places differ; the list may have become longer or
 * shorter.
 */
export function* growColumnsSteps(
  before: DocumentColumns,
  documents: readonly KeptDocument[],
  changed: ReadonlySet<number>,
): Steps<DocumentColumns> {
  const boosts = new Float32Array(documents.length)
  boosts.set(before.boosts.subarray(0, documents.length))
  for (const place of changed) boosts[place] = boostOf(documents[place]!.whole())
  const columns: Partial<DocumentColumns['columns']> = {}
  for (const name of facetNames) {
    columns[name] = growColumn(before.columns[name], documents, { name, changed })
    yield
  }
  return { boosts, order: growOrder(before.order, documents, changed), columns: columns as DocumentColumns['columns'] }
}

/** Statements are sentences, so their length does not tell how focused they are. */
const isSentence = (kind: SearchKind): boolean => kind === 'finding' || kind === 'wish' || kind === 'nextStep'

function boostOf({ kind, isInForce, title }: SearchDocument): number {
  const length = 1 + 0.06 * Math.min(Math.max(1, tokensOf(title).length), isSentence(kind) ? 3 : 12)
  return ((kindBoost[kind] ?? 1) * (isInForce ? 1 : noLongerInForce)) / length
}

/** A document's score when there is no query. */
export const restingScoreOf = ({ kind, isInForce }: KeptDocument): number => (isInForce ? 1 : 0.5) * (kindBoost[kind] ?? 1)

/** What documents with the same score are ordered by. */
interface Ordered {
  title: string
  kept: KeptDocument
}

const orderedOf = (kept: KeptDocument): Ordered => ({ title: kept.whole().title, kept })

/** In force first, then by title, kind and id; no two documents compare as equal. */
const compare = (a: Ordered, b: Ordered): number =>
  Number(b.kept.isInForce) - Number(a.kept.isInForce) ||
  textOrder(a.title, b.title) ||
  textOrder(a.kept.kind, b.kept.kind) ||
  textOrder(a.kept.id, b.kept.id)

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Inverts a sorted list of places: for each place, its rank. */
function orderFrom(sorted: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(sorted.length)
  for (let rank = 0; rank < sorted.length; rank++) order[sorted[rank]!] = rank
  return order
}

function growOrder(before: Uint32Array, documents: readonly KeptDocument[], changed: ReadonlySet<number>): Uint32Array {
  const placeAt = new Uint32Array(before.length)
  for (let place = 0; place < before.length; place++) placeAt[before[place]!] = place
  const others = placeAt.filter((place) => place < documents.length && !changed.has(place))
  const moved = [...changed].map((place) => ({ place, ...orderedOf(documents[place]!) })).sort(compare)
  const sorted = new Uint32Array(documents.length)
  let [rank, taken] = [0, 0]
  for (const one of moved) {
    const end = firstAfter(others, taken, (place) => compare(one, orderedOf(documents[place]!)) < 0)
    sorted.set(others.subarray(taken, end), rank)
    rank += end - taken
    sorted[rank++] = one.place
    taken = end
  }
  sorted.set(others.subarray(taken), rank)
  return orderFrom(sorted)
}

/** The first index from `from` on whose value is behind; all values from there on are. Halves, because asking makes a document. */
function firstAfter(values: Uint32Array, from: number, isBehind: (value: number) => boolean): number {
  let [low, high] = [from, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBehind(values[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** Starts a column; values are added by rising place. */
function startColumn(length: number, values: readonly string[] = []) {
  const idOf = new Map(values.map((value, id) => [value, id]))
  const starts = new Uint32Array(length + 1)
  const ids: number[] = []
  let place = 0
  const end = () => {
    starts[++place] = ids.length
  }
  return {
    add(ofDocument: readonly string[]): void {
      for (const value of ofDocument) {
        if (!idOf.has(value)) idOf.set(value, idOf.size)
        ids.push(idOf.get(value)!)
      }
      end()
    },
    /** Adds the values that a document has in an earlier column of the same values. */
    addFrom({ starts: from, ids: earlier }: FacetColumn, at: number): void {
      for (let next = from[at]!; next < from[at + 1]!; next++) ids.push(earlier[next]!)
      end()
    },
    finish: (): FacetColumn => ({ values: [...idOf.keys()], starts, ids: Uint32Array.from(ids) }),
  }
}

function growColumn(
  before: FacetColumn,
  documents: readonly KeptDocument[],
  { name, changed }: { name: FacetName; changed: ReadonlySet<number> },
): FacetColumn {
  const column = startColumn(documents.length, before.values)
  for (let at = 0; at < documents.length; at++)
    if (at + 1 < before.starts.length && !changed.has(at)) column.addFrom(before, at)
    else column.add(valuesOf(documents[at]!.whole(), name))
  return column.finish()
}

function valuesOf(document: SearchDocument, name: FacetName): readonly string[] {
  if (name === 'kind') return [document.kind]
  if (name === 'themeId') return document.themeIds
  if (name === 'regionCode') return document.regionCodes
  return document.programmePeriodId ? [document.programmePeriodId] : []
}
