/**
 * The name that was probably meant: the only one that begins with what was written; or the one with the fewest letters
 * added, left out or exchanged (Levenshtein), when they are at most two, or a third of the letters; or the only one that
 * contains what was written. Null when none is near.
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  const beginning = names.filter((name) => written.length > 1 && name.toLowerCase().startsWith(written.toLowerCase()))
  if (beginning.length === 1) return beginning[0]!
  let [nearest, least] = ['', Infinity]
  for (const name of names) {
    const distance = editDistance(written, name)
    if (distance < least) [nearest, least] = [name, distance]
  }
  if (least <= Math.max(2, written.length / 3) && least < written.length) return nearest
  const containing = names.filter((name) => written.length > 2 && name.toLowerCase().includes(written.toLowerCase()))
  return containing.length === 1 ? containing[0]! : null
}
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}
