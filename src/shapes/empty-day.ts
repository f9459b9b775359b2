import type { Snapshot } from '../snapshot/snapshot.ts'

/** Whether no area is in force on the snapshot's day. */
export const isEmptyDay = (snapshot: Snapshot): boolean => snapshot.inForce('priorityArea').length === 0
