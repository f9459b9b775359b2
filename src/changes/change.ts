import type { NewVersion, RecordKind } from '../records/record.ts'
import type { VersionState } from '../records/version-states.ts'
import type { IsoDate } from '../records/time.ts'
import type { CodingChoice, LineageChoice } from './decisions.ts'
import type { Confirmation } from './confirm-list.ts'
import type { FactsPlan } from './facts/plan-facts-update.ts'
import type { ImportPlan } from './import-plan-types.ts'

/** A whole version as somebody wrote it; who recorded it is the actor's to say. */
export interface VersionChange {
  version: Unsigned<NewVersion>
  /** The number that the writer saw; 0 for a new record. */
  expectedVersion: number
}

/** A version that nobody has put a name to yet. */
export type Unsigned<T> = T extends unknown ? Omit<T, 'recordedBy'> : never

/** A person's decision on a code of an area, or on how two areas hang together. */
export type Decision =
  | ({ type: 'coding' } & Omit<CodingChoice, 'recordedBy'>)
  | ({ type: 'lineage' } & Omit<LineageChoice, 'recordedBy'>)

/** All that can be done to a registry. */
export type Change =
  | { type: 'versions'; versions: readonly VersionChange[] }
  | {
      type: 'fields'
      kind: RecordKind
      recordId: string
      /** Fields by path: `displayLabel`, `text.sv`. */
      changes: Readonly<Record<string, unknown>>
      expectedVersion: number
      /** The day from which it is so; null = for as long as the fields have been as they are now. */
      validFrom: IsoDate | null
      changeNote: string
      /** Published when omitted; a proposal changes nothing yet. */
      state?: 'published' | 'proposed'
    }
  | { type: 'decisions'; decisions: readonly Decision[] }
  | ({ type: 'confirmation' } & Omit<Confirmation, 'recordedBy'>)
  | {
      type: 'import'
      plan: ImportPlan
      /** All items of the plan, or those with these ids. */
      accept: 'all' | readonly string[]
    }
  /** Facts that ship are declined for good, by items of the plan that was looked at; or declined ones are proposed again. */
  | { type: 'declineFacts'; plan: FactsPlan; items: readonly string[]; changeNote: string }
  | { type: 'reopenFacts'; ids: readonly string[]; changeNote: string }
  /** Several changes that are written in one transaction, or not at all. */
  | { type: 'together'; changes: readonly Change[] }
  | { type: 'state'; kind: RecordKind; recordId: string; to: VersionState; expectedVersion: number; changeNote: string }
