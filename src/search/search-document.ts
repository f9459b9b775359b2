import type { PageTarget } from '../records/define-kind.ts'
import type { RecordKind } from '../records/record.ts'

/** A kind of record that search finds, or a theme. */
export type SearchKind = RecordKind | 'theme'

/** What can be found: one record, with the words it is found by and where it leads. */
export interface SearchDocument {
  id: string
  kind: SearchKind
  title: string
  titleEn: string | null
  /** Further words it is found by, weighing less than the title. */
  text: string
  regionCodes: readonly string[]
  themeIds: readonly string[]
  /** Narrower concepts, surest first. */
  conceptIds: readonly string[]
  programmePeriodId: string | null
  isInForce: boolean
  /** Where it leads; `linkOfHit` makes the link. */
  target: PageTarget
}
