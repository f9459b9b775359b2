import type { BodyOf } from '../records/record.ts'
import type { IsoDate } from '../records/time.ts'
import type { Change } from './change.ts'
import { changeSeen } from './seen-record.ts'
import type { RegistryView } from './registry-view.ts'

export interface WrittenJointAction {
  id: string
  body: BodyOf<'jointAction'>
  /** The version that the writer was shown; 0 when it has just been agreed. */
  seen: number
  today: IsoDate
}

const notes: Record<BodyOf<'jointAction'>['state'], string> = {
  agreed: 'Alla parter har sagt ja.',
  running: 'Samarbetet pågår.',
  done: 'Samarbetet är klart.',
  closed: 'Samarbetet är avslutat.',
}

/** A joint action as its parties have agreed on it, or as one of them tells how far it has come. */
export const writeJointAction = (
  view: Pick<RegistryView, 'known' | 'numbers'>,
  { id, body, seen, today }: WrittenJointAction,
): Change => ({
  type: 'versions',
  versions: changeSeen(view, {
    kind: 'jointAction',
    recordId: id,
    body,
    from: today,
    seen,
    changeNote: notes[body.state],
  }),
})
