import type { PageTarget } from '../records/define-kind.ts'
import type { RecordKind } from '../records/record.ts'

/** A kind of record that search finds, or a theme. */
export type SearchKind = RecordKind | 'theme'

/** One search result: a record or theme, the words it is found by, and the page it leads to. */
export interface SearchDocument {
  id: string
  kind: SearchKind
  title: string
  titleEn: string | null
  /** Further words it is found by, with less weight than the title. */
  text: string
  /** Our description of it in both languages, with the weight of `text`; null when there is none. */
  description: string | null
  regionCodes: readonly string[]
  /** Surest first. */
  themeIds: readonly string[]
  /** Those of `themeIds` that only the description gives. */
  describedThemeIds: readonly string[]
  /** Further themes that a word of its name belongs to, though it as a whole is not about them. */
  touchedThemeIds: readonly string[]
  /** Narrower concepts, surest first. */
  conceptIds: readonly string[]
  programmePeriodId: string | null
  isInForce: boolean
  /** The page it leads to; `linkOfHit` makes the link. */
  target: PageTarget
}

/** A document as an index keeps it: what a search reads of every document, and the rest when it is asked for. */
export interface KeptDocument {
  readonly kind: SearchKind
  readonly id: string
  readonly isInForce: boolean
  /** The whole document. It is made each time from the record, because an index has tens of thousands. */
  whole(): SearchDocument
}

/** Keeps a document as it is. */
export const keptWhole = (document: SearchDocument): KeptDocument => ({
  kind: document.kind,
  id: document.id,
  isInForce: document.isInForce,
  whole: () => document,
})
