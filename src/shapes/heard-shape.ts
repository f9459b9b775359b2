import type { Snapshot } from '../snapshot/snapshot.ts'
import { statementShape } from './from-snapshot.ts'
import type { StatementShape } from './shapes.ts'

const kinds = ['finding', 'wish', 'nextStep'] as const

/** Statements heard in dialogues, by kind, in the order of the source. */
export type HeardShape = { kind: (typeof kinds)[number]; statements: StatementShape[] }[]

/** Findings, wishes and next steps in force. */
export const heardShape = (snapshot: Snapshot): HeardShape =>
  kinds.map((kind) => ({
    kind,
    statements: snapshot
      .inForce(kind)
      .map((statement) => statementShape(snapshot, statement))
      .sort((a, b) => a.order - b.order),
  }))
