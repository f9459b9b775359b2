/**
 * The states of a version. Only `published` versions are in force, and a `withdrawn` one ends the record; the others are
 * stored and not shown to readers. `rejected` is the former name of `returned`; it is read and no longer written.
 */
export const versionStates = ['draft', 'proposed', 'published', 'returned', 'rejected', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]

/** The states that may be written. */
export const writtenStates = [
  'draft',
  'proposed',
  'published',
  'returned',
  'withdrawn',
] as const satisfies readonly VersionState[]
export type WrittenState = (typeof writtenStates)[number]
