import type { EditionShape, LineageLinkShape, LineageStepShape, PriorityShape } from './shapes.ts'

/** An area in a track, with the link that leads to it from the list before. */
export interface TrackCell {
  priority: PriorityShape
  /** Its place in its list, from 1. */
  place: number
  /** How it came out of what is to the left of it in the track; null for the first in a track. */
  link: LineageLinkShape | null
  /** It is in no list before, as far as that is known. */
  isNew: boolean
}

/** What became of an area, through all lists: a cell a list, null where the track has no area in that list. */
export interface Track {
  cells: (TrackCell | null)[]
  /** Where a track ends before the last list: what its last area went into, elsewhere among the tracks; empty where nothing is known. */
  into: { priority: PriorityShape; link: LineageLinkShape }[]
  /** Of its last area: said to be dropped, or without a clear continuation. */
  ending: LineageLinkShape | null
  /** Where a track begins after the first list: areas of other tracks that this one too comes from. */
  from: { priority: PriorityShape; link: LineageLinkShape }[]
}

/**
 * The lists as straight tracks instead of crossing lines: the tracks of the last list's areas come first, in its order, then those that
 * ended earlier. An area that became several has its place in the first one's track, and the others name it; so do areas that were merged.
 */
export function lineageTracks(editions: readonly EditionShape[], steps: readonly LineageStepShape[]): Track[] {
  const columnOf = new Map(editions.flatMap(({ priorities }, column) => priorities.map(({ id }) => [id, column] as const)))
  const areas = new Map(editions.flatMap(({ priorities }) => priorities).map((priority) => [priority.id, priority]))
  const links = steps.flatMap((step) => step.links)
  const placed = new Set<string>()
  const tracks: Track[] = []
  for (let column = editions.length - 1; column >= 0; column--) {
    for (const priority of editions[column]!.priorities) {
      if (!placed.has(priority.id)) tracks.push(trackBack(priority))
    }
  }
  return tracks

  /** Follows an area back through the lists, as long as what it came from has no place yet. */
  function trackBack(last: PriorityShape): Track {
    const cells: Track['cells'] = editions.map(() => null)
    const from: Track['from'] = []
    let area: PriorityShape | null = last
    while (area) {
      const id: string = area.id
      placed.add(id)
      const before = links.filter(
        ({ successorId, predecessorId }) => successorId === id && predecessorId && areas.has(predecessorId),
      )
      const onward = before.find(({ predecessorId }) => !placed.has(predecessorId!)) ?? null
      const isNew = links.some(({ successorId, change }) => successorId === id && change === 'new')
      cells[columnOf.get(id)!] = { priority: area, place: placeOf(area), link: onward, isNew }
      if (!onward) from.push(...before.map((link) => ({ priority: areas.get(link.predecessorId!)!, link })))
      area = onward ? areas.get(onward.predecessorId!)! : null
    }
    const after = links.filter(
      ({ predecessorId, successorId }) => predecessorId === last.id && successorId && areas.has(successorId),
    )
    const ending = links.find(({ predecessorId, successorId }) => predecessorId === last.id && successorId === null) ?? null
    return { cells, from, ending, into: after.map((link) => ({ priority: areas.get(link.successorId!)!, link })) }
  }

  function placeOf(area: PriorityShape): number {
    return editions[columnOf.get(area.id)!]!.priorities.indexOf(area) + 1
  }
}
