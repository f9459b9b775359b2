/** Which mutant is on, and which have been reached; asked from within the mutated files. */
export const mutation: { active: number; reached: Set<number> | null; turns: number } = { active: -1, reached: null, turns: 0 }

/** More turns of loops than any of these tests needs. */
const mostTurns = 2_000_000

declare global {
  var __mutant: (id: number) => boolean
  var __turn: () => void
}

globalThis.__mutant = (id) => {
  mutation.reached?.add(id)
  return mutation.active === id
}

/** Ends a loop that a mutant has made endless. */
globalThis.__turn = () => {
  if (mutation.active >= 0 && ++mutation.turns > mostTurns) throw new Error('The mutant made a loop endless.')
}
