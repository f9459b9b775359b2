/** Which group each activity or group lies in: label → label of its parent. */
export type ActivityParents = Readonly<Record<string, string>> | ReadonlyMap<string, string>

/**
 * A hierarchy over the activities of a table, in one of three forms: for each activity the label of its group; for each
 * activity a list of groups from the widest to the narrowest; or the parent of each activity and of each group that has one.
 */
export type ActivityGroups = readonly (string | readonly string[])[] | ActivityParents

/** One level of a hierarchy, with the groups numbered in the order of their first activity. */
export interface HierarchyLevel {
  /** The group of each activity. */
  groupOf: Uint32Array
  /** The group of the level above that each group lies in; 0 throughout on the widest level. */
  parentOf: Uint32Array
}

/** From the widest group to the narrowest; null is an activity that stands alone on that level. */
type Path = readonly (string | null)[]

/**
 * The levels of a hierarchy from the widest groups to the activities themselves, which are always the last level.
 * @throws RangeError when there are not as many groups as activities, the lists differ in length or are empty, a group lies
 * in two wider ones, an activity has no parent, or a parent lies within itself
 */
export function levelsOf(groups: ActivityGroups, activities: readonly string[]): HierarchyLevel[] {
  const paths = isList(groups) ? listedPaths(groups, activities) : parentPaths(groups, activities)
  const depth = paths.reduce((deepest, path) => Math.max(deepest, path.length), 0)
  const levels: Uint32Array[] = Array.from({ length: depth }, (_, level) => numbered(paths, level, activities))
  levels.push(Uint32Array.from(activities.keys()))
  return levels.map((groupOf, level) => ({ groupOf, parentOf: parentsOf(groupOf, levels[level - 1]) }))
}

function isList(groups: ActivityGroups): groups is readonly (string | readonly string[])[] {
  return Array.isArray(groups)
}

function listedPaths(groups: readonly (string | readonly string[])[], activities: readonly string[]): Path[] {
  if (groups.length !== activities.length)
    throw new RangeError(
      `There are ${groups.length} groups for ${activities.length} activities. Give one for each, in their order.`,
    )
  const paths = groups.map((group) => (typeof group === 'string' ? [group] : group))
  const depth = paths[0]?.length ?? 0
  const uneven = paths.findIndex((path) => path.length !== depth || path.length === 0)
  if (uneven >= 0)
    throw new RangeError(
      `Activity «${activities[uneven]}» has ${paths[uneven]!.length} levels and the first has ${depth}. Give each as many, at least one.`,
    )
  return paths
}

/** Upwards from each activity until a group has no parent, or is its own. */
function parentPaths(parents: ActivityParents, activities: readonly string[]): Path[] {
  const map = parents instanceof Map ? parents : new Map(Object.entries(parents))
  return activities.map((activity) => {
    const path: string[] = []
    let [label, parent] = [activity, map.get(activity)]
    if (parent === undefined)
      throw new RangeError(
        `Activity «${activity}» has no parent. Give each activity one; an activity that is a group of its own is its own parent.`,
      )
    if (parent === activity) return [activity]
    while (parent !== undefined && parent !== label) {
      if (path.includes(parent) || parent === activity)
        throw new RangeError(`The group «${parent}» above activity «${activity}» lies within itself. Correct its parents.`)
      path.unshift(parent)
      label = parent
      parent = map.get(label)
    }
    return path
  })
}

function numbered(paths: readonly Path[], level: number, activities: readonly string[]): Uint32Array {
  const numbers = new Map<string, number>()
  const parents = new Map<string, string>()
  let size = 0
  return Uint32Array.from(paths, (path, a) => {
    const name = path[level] ?? null
    if (name === null) return size++
    const parent = path.slice(0, level).join('\u0000')
    if ((parents.get(name) ?? parent) !== parent)
      throw new RangeError(`The group «${name}» of activity «${activities[a]}» lies in two wider groups. Name the two apart.`)
    parents.set(name, parent)
    if (!numbers.has(name)) numbers.set(name, size++)
    return numbers.get(name)!
  })
}

function parentsOf(groupOf: Uint32Array, above: Uint32Array | undefined): Uint32Array {
  const parents = new Uint32Array(groupOf.reduce((largest, group) => Math.max(largest, group + 1), 0))
  if (above) groupOf.forEach((group, activity) => (parents[group] = above[activity]!))
  return parents
}
