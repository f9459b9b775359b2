import type { Mutant } from './instrument.ts'
import { leastShare, rooms } from './rooms.ts'
import type { Room } from './rooms.ts'

/** The outcome of a mutant. `unreached`: no test beside it runs the code; `endless`: the tests did not end, which counts as noticed. */
export interface Outcome {
  room: Room
  mutant: Mutant
  fate: 'killed' | 'endless' | 'survived' | 'unreached'
  killedBy: string | null
}

export interface RoomFigure {
  killed: number
  total: number
  /** 0–1 */
  share: number
}

const isKilled = ({ fate }: Outcome) => fate === 'killed' || fate === 'endless'

/** The number of noticed mutants in each room that any were tried in. */
export function reportOf(outcomes: readonly Outcome[]): Record<string, RoomFigure> {
  const figures = rooms.flatMap((room): [string, RoomFigure][] => {
    const ofRoom = outcomes.filter((outcome) => outcome.room === room)
    if (ofRoom.length === 0) return []
    const killed = ofRoom.filter(isKilled).length
    return [[room, { killed, total: ofRoom.length, share: killed / ofRoom.length }]]
  })
  return Object.fromEntries(figures)
}

/** The mutants that no test noticed, by place, and a line for each file and room. */
export function printReport(outcomes: readonly Outcome[], report: Record<string, RoomFigure>, durationMs: number) {
  const left = outcomes.filter((outcome) => !isKilled(outcome)).toSorted((a, b) => a.mutant.id - b.mutant.id)
  for (const { mutant, fate } of left)
    console.log(
      `${mutant.file}:${mutant.line} ${fate === 'unreached' ? '(never run) ' : ''}${mutant.before}  ->  ${mutant.after}`,
    )
  console.log('')
  for (const [file, ofFile] of Map.groupBy(
    outcomes.toSorted((a, b) => a.mutant.id - b.mutant.id),
    ({ mutant }) => mutant.file,
  )) {
    const killed = ofFile.filter(isKilled).length
    console.log(`${percentOf(killed / ofFile.length)} ${`${killed}/${ofFile.length}`.padStart(9)}  ${file}`)
  }
  console.log('')
  for (const [room, { killed, total, share }] of Object.entries(report))
    console.log(
      `${percentOf(share)} ${`${killed}/${total}`.padStart(9)}  ${room}${share < leastShare ? `: under ${leastShare * 100} %` : ''}`,
    )
  const endless = outcomes.filter(({ fate }) => fate === 'endless').length
  if (endless > 0) console.log(`${endless} of the noticed did not end`)
  console.log(`in ${Math.round(durationMs / 1000)} s`)
}

const percentOf = (share: number) => `${(100 * share).toFixed(1).padStart(5)} %`
