import { daysBetween, swedishDay } from '../records/time.ts'
import { chosenTime } from './joint-actions.ts'
import type { JointActionTalk } from './joint-actions.ts'

/** What a region has to do for a joint action to go on. */
export type JointActionWait = 'pickTime' | 'holdMeeting' | 'accept'

/** An invitation that nobody answers rests after so many days: it asks nobody any more. */
export const restsAfterDays = 30

/** Whether nobody has answered an invitation for so long that it asks nobody any more. */
export const isResting = ({ stage, changed_at: at }: Pick<JointActionTalk, 'stage' | 'changed_at'>, now: Date): boolean =>
  stage === 'invited' && daysBetween(swedishDay(at), swedishDay(now)) >= restsAfterDays

/** What waits for a region; null when the others have to act, or nobody. */
export function waitsFor(talk: JointActionTalk, regionCode: string, now: Date): JointActionWait | null {
  const own = talk.parties.find(({ region_code: code }) => code === regionCode)
  if (!own) return null
  if (talk.stage === 'met') return own.accepted_at === null ? 'accept' : null
  if (talk.stage !== 'invited') return null
  const time = chosenTime(talk)
  // Times are Swedish ones without a zone; the day is near enough to ask whether the meeting was held.
  if (time !== null) return time.slice(0, 10) <= swedishDay(now) ? 'holdMeeting' : null
  return talk.times_by !== regionCode && own.picked_time === null && !isResting(talk, now) ? 'pickTime' : null
}
