/**
 * How far a version has come. Only `published` versions are in force, and `withdrawn` ones say that nothing is any more;
 * the others are stored and never shown to readers. `rejected` is what `returned` was called before: read, no longer written.
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
