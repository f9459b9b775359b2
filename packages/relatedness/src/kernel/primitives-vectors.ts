import type { MemoryViews, Primitives } from './primitives.ts'

type Vectors = Pick<Primitives, 'dot' | 'addScaled' | 'makeOrthogonal' | 'divideBy' | 'divideAll' | 'gather'>

/** What Lanczos' method does with vectors, in TypeScript; see `Primitives`. */
export function vectorPrimitives(memory: MemoryViews): Vectors {
  /** In four parts that are added at the end, as the lanes of two vectors are. */
  const dot = (one: number, other: number, size: number) => {
    const { numbers } = memory
    const [first, second, whole] = [one >>> 3, other >>> 3, size & ~3]
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let at = 0; at < whole; at += 4) {
      a += numbers[first + at]! * numbers[second + at]!
      b += numbers[first + at + 1]! * numbers[second + at + 1]!
      c += numbers[first + at + 2]! * numbers[second + at + 2]!
      d += numbers[first + at + 3]! * numbers[second + at + 3]!
    }
    let sum = a + b + (c + d)
    for (let at = whole; at < size; at++) sum += numbers[first + at]! * numbers[second + at]!
    return sum
  }
  const addScaled = (vector: number, share: number, direction: number, size: number) => {
    const { numbers } = memory
    const [target, source] = [vector >>> 3, direction >>> 3]
    for (let at = 0; at < size; at++) numbers[target + at]! += share * numbers[source + at]!
  }
  return {
    dot,
    addScaled,
    makeOrthogonal(vector, size, directions, count) {
      for (let at = 0, direction = directions; at < count; at++, direction += size * 8)
        addScaled(vector, -dot(vector, direction, size), direction, size)
    },
    divideBy(numbers, by, size, result) {
      const view = memory.numbers
      for (let at = 0; at < size; at++) view[(result >>> 3) + at] = view[(numbers >>> 3) + at]! / view[(by >>> 3) + at]!
    },
    divideAll(numbers, by, size) {
      for (let at = numbers >>> 3; at < (numbers >>> 3) + size; at++) memory.numbers[at]! /= by
    },
    gather(starts, items, lists, numbers, sums) {
      const { words } = memory
      const view = memory.numbers
      const source = numbers >>> 3
      const named = (at: number) => view[source + words[(items >>> 2) + at]!]!
      for (let list = 0, at = words[starts >>> 2]!; list < lists; list++) {
        const to = words[(starts >>> 2) + list + 1]!
        let [a, b, c, d] = [0, 0, 0, 0]
        for (; at + 3 < to; at += 4) {
          a += named(at)
          b += named(at + 1)
          c += named(at + 2)
          d += named(at + 3)
        }
        for (; at < to; at++) a += named(at)
        view[(sums >>> 3) + list] = a + b + (c + d)
      }
    },
  }
}
