import type { Beside } from '../records/beside.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { DeckDraft, DeckNotice, NotUnderstoodLine } from '../sources/deck/deck-draft.ts'
import type { LineageChange } from '../records/lineage-decision.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import type { Known, KnownRegistry } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import type { VersionNumbers } from './registry-view.ts'

export type ImportItemKind =
  | 'newSource'
  | 'newList'
  | 'confirmed'
  | 'renamed'
  | 'labelCorrected'
  | 'reordered'
  | 'described'
  | 'new'
  | 'gone'
  | 'statementNew'
  | 'statementReworded'
  | 'shippedFacts'

/** What a line of a plan is about. */
export type ImportSubject = 'source' | 'programmePeriod' | 'list' | 'area' | 'statement' | 'contact' | 'cluster' | 'region'

/** One record before and after; a plan has a line for everything that it writes. */
export interface ImportLine {
  subject: ImportSubject
  change: ImportChange
  before: string | null
  after: string | null
  /** What it is called in English before and after, where that is not as in the source. */
  inEnglish?: { before: string | null; after: string | null }
  /** Where in the deck it comes from; null for what is no longer there. */
  deckLine: number | null
  reason: LocalText
  /** What the deck has under the area, where it becomes the area's description. */
  description: LocalText | null
  /** The records that are written because of this line, as kind/id; none where the line only compares. */
  records: string[]
}

/**
 * `entered` is an area that may or may not be new, since the list before it is not wholly known; `moved` is an area whose name
 * leaves one region's list and comes into another's; `reordered` is another place in the same list; `ended` is a list that
 * a newer one replaces; `corrected` is a record of which other fields change; `reworded` is a statement with other words.
 */
export type ImportChange =
  | LineageChange
  | 'entered'
  | 'moved'
  | 'reordered'
  | 'labelCorrected'
  | 'described'
  | 'confirmed'
  | 'ended'
  | 'corrected'
  | 'reworded'

/** What is published together or not at all. */
export interface ImportItem {
  /** The same for the same change, however often the deck is read. */
  id: string
  kind: ImportItemKind
  regionCode: string | null
  title: LocalText
  lines: ImportLine[]
  appends: Append[]
}

/** The difference between a deck and the registry, ready to be published whole or in part. */
export interface ImportPlan {
  /** Where the changes come from; a deck when omitted. */
  origin?: 'shippedFacts'
  date: IsoDate
  sourceId: string
  /** What everything else rests on (the deck as a source, the programme period), where missing. Goes along with any choice. */
  base: ImportItem | null
  items: ImportItem[]
  /** Lists and statements that the registry already has as the deck has them. */
  unchanged: { lists: number; statements: number }
  notUnderstood: NotUnderstoodLine[]
  notices: DeckNotice[]
}

export interface ImportInput {
  draft: DeckDraft
  /** What is known now. */
  known: KnownRegistry
  /** The newest version number of every record, whatever its state. */
  numbers: VersionNumbers
  /** What was loaded beside the registry. */
  beside: Beside
  recordedBy: string
}

/** What the steps of planning share. */
export interface PlanContext extends ImportInput {
  date: IsoDate
  sourceId: string
  programmePeriodId: string
  regions: ReadonlyMap<string, Known<'region'>>
  /** Ids given out by this plan. */
  minted: Set<string>
  /** As it is on the deck's day. */
  thesaurus: Thesaurus
}
