/**
 * Puts what is alike beside each other, as on a ring: the order in which neighbours have most in common. Begins with the first, so that the same
 * things always come in the same order. What has nothing in common with anything comes last.
 */
export function likenessOrder<T>(all: readonly T[], contentOf: (one: T) => ReadonlySet<string>): T[] {
  const contents = all.map(contentOf)
  const withContent = all.flatMap((_, at) => (contents[at]!.size > 0 ? [at] : []))
  const without = all.flatMap((_, at) => (contents[at]!.size > 0 ? [] : [at]))
  const likeness = contents.map((one) => contents.map((other) => shareInCommon(one, other)))
  return [...shortened(greedyChain(withContent, likeness), likeness), ...without].map((at) => all[at]!)
}

/** What two sets have in common, of all that either has: 0 to 1. */
export function shareInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((part) => other.has(part)).length
  const either = one.size + other.size - both
  return either === 0 ? 0 : both / either
}

type Likeness = readonly (readonly number[])[]

/** From the first, each time to the one most alike that is left. */
function greedyChain(all: readonly number[], likeness: Likeness): number[] {
  const left = new Set(all.slice(1))
  const chain = all.slice(0, 1)
  while (left.size > 0) {
    const last = chain.at(-1)!
    const next = [...left].reduce((best, one) => (likeness[last]![one]! > likeness[last]![best]! ? one : best))
    left.delete(next)
    chain.push(next)
  }
  return chain
}

/** Turns stretches of the ring round for as long as that brings more likeness together; the first stays first. */
function shortened(chain: number[], likeness: Likeness): number[] {
  const at = (place: number) => chain[place % chain.length]!
  const between = (from: number, to: number) => likeness[at(from)]![at(to)]!
  for (let hasTurned = true; hasTurned;) {
    hasTurned = false
    for (let from = 1; from < chain.length - 1; from++)
      for (let to = from + 1; to < chain.length; to++) {
        const gain = between(from - 1, to) + between(from, to + 1) - between(from - 1, from) - between(to, to + 1)
        if (gain < 1e-9) continue
        chain.splice(from, to - from + 1, ...chain.slice(from, to + 1).reverse())
        hasTurned = true
      }
  }
  return chain
}
