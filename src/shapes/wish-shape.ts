import { z } from 'zod'
import { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import { askerWords } from '../records/wish-asker.ts'
import { answerStates } from '../records/wish-answer.ts'
import type { AnswerState } from '../records/wish-answer.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { regionRef, statementShape } from './from-snapshot.ts'
import { RegionRef, StatementShape } from './shapes.ts'

/** How far a wish has come. `closed` is said by those who asked, and by nobody else. */
export const wishStates = ['asked', 'owned', 'answered', 'done', 'closed', 'declined'] as const
export type WishState = (typeof wishStates)[number]

const AskerShape = RegionRef.extend({ says: z.enum(askerWords), on: z.string(), comment: z.string().nullable() })
export type AskerShape = z.infer<typeof AskerShape>

const WishEvent = z.object({
  on: z.string(),
  what: z.enum(['asked', 'joined', 'left', 'solved', 'notSolved', ...answerStates]),
  region: RegionRef.nullable(),
  /** The role that the national level answers by. */
  role: z.string().nullable(),
  words: z.string().nullable(),
})
export type WishEvent = z.infer<typeof WishEvent>

export const WishShape = StatementShape.extend({
  heading: LocalText.nullable(),
  state: z.enum(wishStates),
  askedOn: z.string(),
  /** The days on which it came to each step; null = not yet. */
  ownedOn: z.string().nullable(),
  answeredOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** Empty when the source does not tell who asked. */
  askers: z.array(AskerShape),
  ownerRole: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** The promised day has passed, and it is not done. */
  isLate: z.boolean(),
  /** The answer, or the reason why it is declined. */
  answer: LocalText.nullable(),
  proof: z.string().nullable(),
  /** The number of the answer's version; 0 when there is none. */
  answerVersion: z.number(),
})
export type WishShape = z.infer<typeof WishShape>

export const WishDetailShape = WishShape.extend({ events: z.array(WishEvent) })
export type WishDetailShape = z.infer<typeof WishDetailShape>

/** Every wish in force: those that wait first, the oldest first. */
export const wishShapes = (snapshot: Snapshot): WishShape[] =>
  snapshot
    .inForce('wish')
    .map((wish) => wishShape(snapshot, wish))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : a.order - b.order))

const rankOf = ({ state }: WishShape): number => (state === 'closed' ? 2 : state === 'declined' ? 1 : 0)

export function wishShape(snapshot: Snapshot, wish: Known<'wish'>): WishShape {
  const answer = snapshot.get('wishAnswer', wish.id)
  const askers = snapshot.inForce('wishAsker').filter(({ wishId }) => wishId === wish.id)
  const state = stateOf(answer, askers)
  const dueOn = answer?.dueOn ?? null
  const isOpen = state !== 'done' && state !== 'closed' && state !== 'declined'
  return {
    ...statementShape(snapshot, wish),
    heading: wish.heading ?? null,
    state,
    askedOn: wish.meta.inForceFrom,
    ...stepDays(snapshot, wish.id),
    closedOn:
      state === 'closed'
        ? askers
            .map(({ meta }) => meta.validFrom)
            .toSorted()
            .at(-1)!
        : null,
    askers: askers
      .map(({ regionCode, says, comment, meta }) => ({
        ...regionRef(snapshot, regionCode),
        says,
        comment,
        on: says === 'wishes' ? meta.inForceFrom : meta.validFrom,
      }))
      .toSorted((a, b) => b.code.localeCompare(a.code)),
    ownerRole: answer?.ownerRole ?? null,
    dueOn,
    isLate: isOpen && dueOn !== null && dueOn < snapshot.validAt,
    answer: answer?.answer ?? null,
    proof: answer?.proof ?? null,
    answerVersion: answer?.meta.version ?? 0,
  }
}

/**
 * Those who asked close it, all of them; one who says that it is not solved opens it again. What they said of an earlier answer
 * does not count for a newer one.
 */
function stateOf(answer: Known<'wishAnswer'> | null, askers: readonly Known<'wishAsker'>[]): WishState {
  if (!answer || answer.state === 'owned') return answer ? 'owned' : 'asked'
  const judged = (says: 'solved' | 'notSolved') =>
    askers.filter((asker) => asker.says === says && asker.meta.recordedAt > answer.meta.recordedAt)
  if (judged('notSolved').length > 0) return answer.state === 'declined' ? 'asked' : 'answered'
  if (askers.length > 0 && judged('solved').length === askers.length) return 'closed'
  return answer.state
}

function stepDays(snapshot: Snapshot, wishId: string): Pick<WishShape, 'ownedOn' | 'answeredOn' | 'doneOn'> {
  const versions = snapshot
    .versions('wishAnswer', wishId)
    .filter(({ validFrom, state }) => state === 'published' && validFrom <= snapshot.validAt)
  const firstDay = (...states: AnswerState[]): IsoDate | null =>
    versions
      .filter(({ body }) => states.includes(body.state))
      .map(({ validFrom }) => validFrom)
      .toSorted()[0] ?? null
  return {
    ownedOn: firstDay(...answerStates),
    answeredOn: firstDay('answered', 'done', 'declined'),
    doneOn: firstDay('done'),
  }
}

/** One wish with all that has happened to it, in the order it was recorded. */
export function wishDetailShape(snapshot: Snapshot, wish: Known<'wish'>): WishDetailShape {
  const shape = wishShape(snapshot, wish)
  return { ...shape, events: [...askedEvents(shape), ...laterEvents(snapshot, wish.id)] }
}

/** When the source does not tell who asked, that somebody did is all there is to tell. */
const askedEvents = ({ askedOn, citation }: WishShape): WishEvent[] =>
  citation ? [{ on: askedOn, what: 'asked', region: null, role: null, words: null }] : []

function laterEvents(snapshot: Snapshot, wishId: string): WishEvent[] {
  const firstAsker = snapshot.getBegun('wish', wishId)?.regionCode
  const ofAskers = snapshot
    .histories('wishAsker')
    .filter((history) => history[0]!.wishId === wishId)
    .flatMap((history) => snapshot.versions('wishAsker', history[0]!.id))
    .map(({ body, recordedAt, validFrom, state, version }) => {
      const joined = body.regionCode === firstAsker && version === 1 ? 'asked' : 'joined'
      const what = state === 'withdrawn' ? 'left' : body.says === 'wishes' ? joined : body.says
      const event = { what, region: regionRef(snapshot, body.regionCode), role: null, words: body.comment } as const
      return { recordedAt, event: { ...event, on: validFrom } }
    })
  const ofAnswers = snapshot.versions('wishAnswer', wishId).map(({ body, recordedAt, validFrom }) => {
    const words = body.state === 'done' ? body.proof : (body.answer?.sv ?? null)
    return { recordedAt, event: { what: body.state, region: null, role: body.ownerRole, words, on: validFrom } as const }
  })
  return [...ofAskers, ...ofAnswers]
    .filter(({ event }) => event.on <= snapshot.validAt)
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
    .map(({ event }) => event)
}

/** How many wait for an answer, and how many there are in each state. */
export function wishCounts(wishes: readonly WishShape[]): Record<WishState, number> & { all: number; unanswered: number } {
  const count = (state: WishState) => wishes.filter((wish) => wish.state === state).length
  const counts = Object.fromEntries(wishStates.map((state) => [state, count(state)])) as Record<WishState, number>
  return { ...counts, all: wishes.length, unanswered: counts.asked + counts.owned }
}
