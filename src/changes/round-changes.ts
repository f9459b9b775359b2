import { ExpectedError } from '../records/expected-error.ts'
import { roundAnswerId } from '../records/round-answer.ts'
import type { BodyOf, RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { slugOf } from '../records/slug.ts'
import { dayAfter } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { Change, VersionChange } from './change.ts'
import { confirmationNote } from './confirm-list.ts'
import { changeSeen } from './seen-record.ts'
import { bodyOf, historyOf, versionKey } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

type View = Pick<RegistryView, 'known' | 'numbers'>

/** Who answers, in which round, on which day. */
export interface Answering {
  roundId: string
  regionCode: string
  /** Never a name. */
  role: string
  today: IsoDate
}

/** "Still right": the list in force is confirmed, and the round has the region's answer, in one transaction. */
export function confirmInRound(view: View, answering: Answering): Change {
  const { regionCode, role, today } = answering
  const confirmed = { regionCode, confirmedOn: today, confirmedByRole: role }
  const confirmation = { type: 'confirmation', ...confirmed, changeNote: confirmationNote(confirmed) } as const
  return together(confirmation, answerChange(view, answering, { answer: 'confirmed', changedIds: [], until: null }))
}

/** "We need more time": nothing is confirmed, and the round knows until when. */
export function askForTime(view: View, answering: Answering, until: IsoDate): Change {
  if (until <= answering.today) throw refused(pastDay)
  return answerChange(view, answering, { answer: 'moreTime', changedIds: [], until })
}

/** What a region would change of its list: an area's words, an area that is gone (null), or areas that are missing. */
export interface AskedChanges {
  labels: ReadonlyMap<string, string | null>
  added: readonly string[]
  reason: string
  /** Where it is written; empty when that is to come. */
  source: string
}

/** "Something has changed": what was ticked is proposed, with reason and source, and the rest is confirmed. */
export function proposeInRound(view: View, answering: Answering, asked: AskedChanges): Change {
  const { regionCode, role, today } = answering
  const edition = findCurrentEdition(snapshotAt(view.known, today), { kind: 'region', id: regionCode })
  if (!edition) throw refused(noList)
  const areas = [...edition.priorities, ...edition.parts]
  const changed = areas.filter(({ id, displayLabel }) => asked.labels.has(id) && asked.labels.get(id) !== displayLabel)
  const count = changed.length + asked.added.length
  if (count === 0) throw refused(nothingChanged)
  const note = `Föreslaget i rundan ${answering.roundId} av ${role}. Skäl: ${asked.reason}${asked.source ? ` Källa: ${asked.source}` : ''}`
  const proposals = [
    ...changed.map((area) => proposedArea(view, area, { label: asked.labels.get(area.id)!, note, today })),
    ...asked.added.map((label, at) => newArea(view, edition.strategy, { label, note, today, order: areas.length + at + 1 })),
  ]
  const rest = areas.filter((area) => !changed.includes(area))
  const confirmed = { regionCode, confirmedOn: today, confirmedByRole: role, except: changed.map(({ id }) => id) }
  const confirmation = { type: 'confirmation', ...confirmed, changeNote: confirmationNote(confirmed) } as const
  const answer = answerChange(view, answering, {
    answer: 'changes',
    changedIds: proposals.map(({ version }) => version.recordId),
    until: null,
  })
  const proposed = { type: 'versions', versions: proposals } as const
  return rest.length > 0 ? together(confirmation, proposed, answer) : together(proposed, answer)
}

/** Days in which an answer can be taken back by its link. */
export const takeBackDays = 7

/**
 * Takes an answer back: the confirmation of that day is gone, proposals are returned, and the round waits for an answer again.
 * @param newest the newest versions of the areas that it would have changed, whatever their state
 */
export function takeBackAnswer(
  view: View,
  { roundId, regionCode, today }: Omit<Answering, 'role'>,
  newest: readonly RecordVersion[],
): Change {
  const id = roundAnswerId({ roundId, regionCode })
  const given = historyOf(view.known, 'roundAnswer', id).at(-1)
  if (!given || given.meta.validTo !== null) throw refused(nothingToTakeBack)
  if (dayAfter(given.answeredOn, takeBackDays) <= today) throw refused(tooLate)
  const withdrawn: Change = {
    type: 'state',
    kind: 'roundAnswer',
    recordId: id,
    to: 'withdrawn',
    expectedVersion: view.numbers.get(versionKey('roundAnswer', id))!,
    changeNote: `Svaret ${given.answeredOn} är taget tillbaka.`,
  }
  const waiting = newest.filter(({ state }) => state === 'proposed')
  const returned = waiting.map(({ kind, recordId, version }): Change => {
    const changeNote = 'Förslaget är taget tillbaka av regionen.'
    return { type: 'state', kind, recordId, to: 'returned', expectedVersion: version, changeNote }
  })
  const except = waiting.map(({ recordId }) => recordId)
  const confirmed = { regionCode, confirmedOn: given.answeredOn, confirmedByRole: null, except }
  const isConfirmed = given.answer !== 'moreTime' && isConfirmedOn(view, regionCode, given.answeredOn)
  return isConfirmed
    ? together({ type: 'confirmation', ...confirmed, changeNote: confirmationNote(confirmed) }, ...returned, withdrawn)
    : together(...returned, withdrawn)
}

const isConfirmedOn = ({ known }: View, regionCode: string, day: IsoDate): boolean =>
  snapshotAt(known, day)
    .inForce('priorityArea')
    .some(({ owner, confirmedOn }) => owner.kind === 'region' && owner.id === regionCode && confirmedOn === day)

const together = (...changes: Change[]): Change => ({ type: 'together', changes })

function answerChange(
  view: View,
  { roundId, regionCode, role, today }: Answering,
  answer: Pick<BodyOf<'roundAnswer'>, 'answer' | 'changedIds' | 'until'>,
): Change {
  const recordId = roundAnswerId({ roundId, regionCode })
  const body = { roundId, regionCode, role, answeredOn: today, ...answer }
  const seen = historyOf(view.known, 'roundAnswer', recordId).at(-1)?.meta.version ?? 0
  const changeNote = answerNotes[answer.answer]
  return { type: 'versions', versions: changeSeen(view, { kind: 'roundAnswer', recordId, body, from: today, seen, changeNote }) }
}

const answerNotes = {
  confirmed: 'Listan stämmer fortfarande.',
  changes: 'Något har ändrats; förslag väntar på handläggaren.',
  moreTime: 'Regionen behöver mer tid.',
} as const

interface Proposal {
  /** Null: the area is gone. */
  label: string | null
  note: string
  today: IsoDate
}

function proposedArea(view: View, area: Known<'priorityArea'>, { label, note, today }: Proposal): VersionChange {
  const body = bodyOf(area)
  const { validFrom, validTo, source } = area.meta
  const expectedVersion = view.numbers.get(versionKey('priorityArea', area.id))!
  const common = { kind: 'priorityArea', recordId: area.id, changeNote: note.slice(0, 1000), state: 'proposed', source } as const
  return label === null
    ? { version: { ...common, validFrom, validTo: today, body }, expectedVersion }
    : {
        version: {
          ...common,
          validFrom: today,
          validTo,
          body: { ...body, verbatimLabel: label, displayLabel: label, translatedLabel: null },
        },
        expectedVersion,
      }
}

function newArea(
  view: View,
  { id: strategyId, owner, programmePeriodId }: Known<'strategy'>,
  { label, note, today, order }: Proposal & { label: string; order: number },
): VersionChange {
  const recordId = `${strategyId}-${slugOf(label, 50) || 'omrade'}`
  const body: BodyOf<'priorityArea'> = {
    owner,
    strategyId,
    programmePeriodId,
    order,
    verbatimLabel: label,
    displayLabel: label,
    language: 'sv',
    translatedLabel: null,
    description: null,
    confirmedOn: null,
    confirmedByRole: null,
  }
  return {
    version: {
      kind: 'priorityArea',
      recordId,
      validFrom: today,
      validTo: null,
      changeNote: note.slice(0, 1000),
      state: 'proposed',
      source: null,
      body,
    },
    expectedVersion: view.numbers.get(versionKey('priorityArea', recordId)) ?? 0,
  }
}

const refused = (words: LocalText) => new ExpectedError('bad_request', { detail: words.en, data: { words } })

const pastDay = { sv: 'Ange en dag efter idag.', en: 'Give a day after today.' }
const noList = { sv: 'Regionen har ingen lista vars områden är kända.', en: 'The region has no list whose areas are known.' }
const nothingChanged = {
  sv: 'Inget är ändrat. Kryssa det som inte stämmer och skriv hur det ska stå.',
  en: 'Nothing is changed. Tick what is not right and write how it should be.',
}
const nothingToTakeBack = { sv: 'Det finns inget svar att ta tillbaka.', en: 'There is no answer to take back.' }
const tooLate = {
  sv: `Ett svar kan tas tillbaka i ${takeBackDays} dagar. Svara på nytt i stället, eller skriv till handläggaren.`,
  en: `An answer can be taken back for ${takeBackDays} days. Answer again instead, or write to the officer.`,
}
