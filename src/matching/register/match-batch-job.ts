import type { Beside } from '../../records/beside.ts'
import type { RecordVersion } from '../../records/record.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { RegisterForm } from './match-register.ts'
import type { RowBytes } from '../../sources/delimited/delimited-rows.ts'
import type { Language } from '../../records/language.ts'

export interface MatchOptions {
  /** Matches per company in the own region, and as many elsewhere. */
  most: number
  lang: Language
}

/** Some rows to match, with what is needed to read them. */
export interface BatchJob {
  form: RegisterForm
  batch: RowBytes
  options: MatchOptions
}

/** What the rows that come out are headed by. */
export const matchHeader = 'id,region,place,rank,scope,priority_id,priority,owner,score,subject,reason,problem\n'

/** What a worker is given when it starts: the registry as it was read, what is beside it, and the day that counts. */
export interface WorkerSetting {
  versions: readonly RecordVersion[]
  beside: Beside
  validAt: string
}

/** What a worker answers a job with: matches as CSV, what is wrong with the register, or a bug. */
export type BatchAnswer = { csv: Uint8Array<ArrayBuffer> } | { problem: LocalText } | { bug: Error }
