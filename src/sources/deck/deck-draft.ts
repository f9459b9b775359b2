import type { LocalText } from '../../records/shared-fields.ts'
import type { IsoDate } from '../../records/time.ts'
import type { Language } from '../../records/language.ts'

/** One line of a deck that is not empty. */
export interface DeckLine {
  /** Without its bullet and outer spaces. */
  text: string
  /** Running number in the document, from 1; of the first line where a wrapped one was joined. */
  line: number
  /** Slide or page, from 1; null where the document has none. */
  page: number | null
  /** Null where the document does not tell. */
  isBullet: boolean | null
  /** Whether there is an empty line above it. */
  hasGapBefore: boolean
  /** How deep in its list, from 0 for the outermost; left out where it is 0 or unknown. */
  level?: number
  /** Where a line break parts a paragraph in two: its name, and what explains the name. */
  parts?: { label: string; explanation: string }
  /** Whether the document itself makes it the title of its slide or page. */
  isTitle?: boolean
  /** Whether it began with a number or a letter, as items and headings both do. */
  isNumbered?: boolean
  /** Its place in a table. */
  cell?: TableCell
  /** Why it is no part of the deck's content. */
  apart?: { as: ApartReason; reason: LocalText }
  /** What a person has decided that it is, whatever it was taken for. */
  choice?: LineChoice
}

export interface TableCell {
  /** Running number of the table on its slide. */
  table: number
  row: number
  column: number
  /** Whether the table was guessed from the positions of its text, because the document does not mark one. */
  isGuess?: boolean
}

/** Hidden on the slide, running at its edge, not text at all, or written there by Spets from the registry. */
export type ApartReason = 'hidden' | 'runningText' | 'notRead' | 'ours'

/** A correction of what a line was taken for. */
export type LineChoice =
  | 'area'
  | 'subItem'
  | 'subHeading'
  | 'heading'
  | 'leftOut'
  | 'finding'
  | 'wish'
  | 'nextStep'
  | `region:${string}`

/** A deck as lines, whatever its format. */
export interface DeckLines {
  fileName: string
  format: 'text' | 'pptx' | 'pdf'
  lines: DeckLine[]
  /** What the reader of the file noticed, such as an old text encoding. */
  notices: LocalText[]
}

/** A region and every way in which its name is written; the first is its name. */
export interface GazetteerEntry {
  code: string
  names: string[]
}

export interface DeckPriority {
  /** As the deck spells it. */
  verbatimLabel: string
  /** A corrected spelling, suggested by rule; null when there is nothing to correct. */
  suggestedLabel: string | null
  line: number
  page: number | null
  /** Lines under the area, in order; left out where there are none. */
  details?: DeckDetail[]
}

/** A deeper level of a list, or what explains an area; on the area's own line where a line break parts the two. */
export interface DeckDetail {
  kind: 'subItem' | 'description'
  text: string
  line: number
  page: number | null
}

export interface DeckRegion {
  code: string
  /** The region's name as the deck writes it. */
  writtenAs: string
  line: number
  page: number | null
  priorities: DeckPriority[]
}

export interface DeckStatement {
  text: string
  line: number
  page: number | null
}

/** A line understood as something else than a list or a statement. */
export interface RecognisedLine {
  line: number
  as: 'title' | 'author' | 'placeAndDate' | 'heading' | 'subHeading' | 'tableHead' | 'decoration' | 'repeated' | ApartReason
  reason?: LocalText
}

export interface NotUnderstoodLine {
  line: number
  page: number | null
  text: string
  reason: LocalText
}

export interface DeckNotice {
  kind:
    | 'misspelling'
    | 'absent'
    | 'twice'
    | 'doubledLabel'
    | 'emptyList'
    | 'reader'
    | 'details'
    | 'hidden'
    | 'notRead'
    | 'impossibleDate'
  regionCode: string | null
  line: number | null
  /** Slide or page, where the document has them. */
  page?: number | null
  text: LocalText
}

/**
 * The content of a deck, as far as it was understood. Each line is in exactly one place; a region and the areas named after it on
 * one line share theirs, and so do an area and its explanation.
 */
export interface DeckDraft {
  fileName: string
  /** Whether Spets made it: what it repeats of the registry is then no word of anybody’s, and confirms nothing. */
  isOurs?: boolean
  /** Names the document by its words, whatever its format; two decks of one day have different ones. */
  fingerprint?: string
  title: string | null
  author: string | null
  place: string | null
  date: IsoDate | null
  language: Language
  regions: DeckRegion[]
  findings: DeckStatement[]
  wishes: DeckStatement[]
  nextSteps: DeckStatement[]
  recognised: RecognisedLine[]
  notUnderstood: NotUnderstoodLine[]
  notices: DeckNotice[]
}
