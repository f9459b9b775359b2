import type { JointActionTalk } from '../../../conversation/joint-actions.ts'
import type { JointActionWait } from '../../../conversation/joint-action-waiting.ts'
import type { JointActionShape } from '../../../shapes/joint-action-shape.ts'
import type { PageContext } from '../../frame/page.ts'

/** A joint action as it is shown: to its parties from the first invitation, to all others once it is agreed. */
export interface ShownAction extends Omit<JointActionShape, 'state' | 'agreedOn' | 'version' | 'jointArea'> {
  state: JointActionShape['state'] | 'invited' | 'met' | 'resting'
  agreedOn: string | null
  /** What only its parties see; null for all others. */
  own: OwnView | null
  /** The record's version, or the text's revision before it is one. */
  seen: number
  isAgreed: boolean
}

export interface OwnView {
  talk: JointActionTalk
  /** The parties that the visitor speaks for, with what waits for each. */
  parties: readonly { code: string; name: string; waits: JointActionWait | null }[]
  time: string | null
  now: Date
}

export interface ActionProps {
  context: PageContext
  shown: ShownAction
}
