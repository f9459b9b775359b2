import type { LocalText } from '../../records/record.ts'
import type { IsoDate } from '../../records/time.ts'
import type { Language } from '../../records/language.ts'

/** One line of a deck that is not empty. */
export interface DeckLine {
  /** Without its bullet sign and outer spaces. */
  text: string
  /** Running number in the document, from 1; of the first line where a wrapped one was joined. */
  line: number
  /** Slide or page, from 1; null where the document has none. */
  page: number | null
  /** Null where the document does not tell. */
  isBullet: boolean | null
  /** Whether an empty line stands above it. */
  hasGapBefore: boolean
}

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
  as: 'title' | 'author' | 'placeAndDate' | 'heading' | 'decoration' | 'repeated'
}

export interface NotUnderstoodLine {
  line: number
  page: number | null
  text: string
  reason: LocalText
}

export interface DeckNotice {
  kind: 'misspelling' | 'absent' | 'twice' | 'doubledLabel' | 'emptyList' | 'reader'
  regionCode: string | null
  line: number | null
  text: LocalText
}

/** What a deck says, as far as it was understood. Each line is in exactly one place. */
export interface DeckDraft {
  fileName: string
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
