/**
 * What is known of the areas of a list. `known`: at least some have been read; `unknown`: there is no list, or one whose areas
 * nobody has read; `none`: the whole list has been read and has no areas.
 */
export const areasKnownValues = ['known', 'unknown', 'none'] as const
export type AreasKnown = (typeof areasKnownValues)[number]

/** A list as the registry or a shape has it. */
interface ReadList {
  strategy: { isComplete: boolean }
  priorities: readonly unknown[]
}

/** Whether the areas of an owner's list are known. Every count of areas asks here first, since unread areas are not zero areas. */
export function areasKnownIn(list: ReadList | null): AreasKnown {
  if (list === null) return 'unknown'
  if (list.priorities.length > 0) return 'known'
  return list.strategy.isComplete ? 'none' : 'unknown'
}

/** The number of areas in a list; null where it is unknown. */
export const areaCountOf = (list: ReadList | null): number | null =>
  areasKnownIn(list) === 'unknown' ? null : (list?.priorities.length ?? null)

/** Whether a list is known to exist though none of its areas has been read. */
export const isUnread = (list: ReadList | null): boolean => list !== null && areasKnownIn(list) === 'unknown'
