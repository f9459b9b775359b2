import type { Beside } from '../../records/beside.ts'
import type { RecordVersion } from '../../records/record.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { RegisterForm } from './match-register.ts'
import type { RowBytes } from '../../sources/delimited/delimited-rows.ts'
import type { Language } from '../../records/language.ts'

export interface MatchOptions {
  /** The most matches per company in the own region; the same limit applies to other regions. */
  most: number
  lang: Language
}

/** Rows to match, with what is needed to read them. */
export interface BatchJob {
  form: RegisterForm
  batch: RowBytes
  options: MatchOptions
}

/** The header of the output. */
export const matchHeader = 'id,region,place,rank,scope,priority_id,priority,owner,score,subject,reason,problem\n'

/** What a worker gets when it starts: the versions of the registry, what is loaded beside it, and the day to match for. */
export interface WorkerSetting {
  versions: readonly RecordVersion[]
  beside: Beside
  validAt: string
}

/** The matches of a batch as CSV, and how many of its rows could not be read as they should. */
export interface MatchedBatch {
  csv: Uint8Array<ArrayBuffer>
  badRows: number
  /** Rows without anything in any cell, which spreadsheets leave behind. */
  emptyRows: number
}

/** A worker's answer to a job: matches, a fault in the register, or a bug. */
export type BatchAnswer = MatchedBatch | { problem: LocalText } | { bug: Error }
