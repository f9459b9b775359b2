import { bridgeVerdictId } from '../records/bridge-verdict.ts'
import type { BodyOf } from '../records/record.ts'
import type { IsoDate } from '../records/time.ts'
import type { Change } from './change.ts'
import { changeSeen } from './seen-record.ts'
import type { RegistryView } from './registry-view.ts'

/** A verdict as somebody gives it who was shown the one before, by its version; 0 when there was none. */
export interface GivenVerdict {
  verdict: BodyOf<'bridgeVerdict'>
  seen: number
}

const notes = {
  carryOver: 'Regionen för området vidare.',
  change: 'Regionen ändrar området.',
  close: 'Regionen avslutar området.',
} as const satisfies Record<BodyOf<'bridgeVerdict'>['verdict'], string>

/** A region's verdicts on its areas, all or none. Those that are as before are not written again. */
export const giveVerdicts = (
  view: Pick<RegistryView, 'known' | 'numbers'>,
  given: readonly GivenVerdict[],
  today: IsoDate,
): Change => ({
  type: 'versions',
  versions: given.flatMap(({ verdict, seen }) =>
    changeSeen(view, {
      kind: 'bridgeVerdict',
      recordId: bridgeVerdictId(verdict),
      body: verdict,
      from: today,
      seen,
      changeNote: notes[verdict.verdict],
    }),
  ),
})
