import { ExpectedError } from '../records/expected-error.ts'
import type { BodyOf, NewVersion, RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { compareDays, isWithin } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { isUnread } from '../snapshot/areas-known.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import { isSameOwner, snapshotAt } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { stretchesOf } from '../snapshot/timeline.ts'
import type { Append } from '../store/store.ts'
import type { Signed } from './edit-record.ts'
import { bodyOf, historyOf, versionKey } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

type View = Pick<RegistryView, 'known' | 'numbers'>
type Area = Known<'priorityArea'>
type Confirmed = Pick<BodyOf<'priorityArea'>, 'confirmedOn' | 'confirmedByRole'>

export interface Confirmation extends Signed {
  regionCode: string
  confirmedOn: IsoDate
  /** The role, never the name, of who confirmed; null takes the confirmation of that day back. */
  confirmedByRole: string | null
  /** Areas of the list, by id, that are left out: the region would change them, or another part of the change is about them. */
  except?: readonly string[]
}

/**
 * The appends by which a region's list in force on a day is confirmed from that day on, or by which that is taken back.
 * @throws ExpectedError `not_found` when no list is in force, or nothing was confirmed on that day
 */
export function confirmPriorities(view: View, confirmation: Confirmation): Append[] {
  const { confirmedOn, confirmedByRole } = confirmation
  if (confirmedByRole === null) return takeBack(view, confirmation)
  const areas = areasToConfirm(snapshotAt(view.known, confirmedOn), confirmation)
  return areas
    .filter((area) => !isConfirmedLater(area, confirmedOn) && !confirmation.except?.includes(area.id))
    .flatMap(({ id }) => {
      const history = historyOf(view.known, 'priorityArea', id)
      const rest = history.slice(history.findIndex(({ meta }) => isWithin(confirmedOn, meta)))
      return rewrite(view, { stretches: rest, recordedBy: confirmation.recordedBy }, (_area, index) =>
        index === 0 ? { ...signed(confirmation, { confirmedOn, confirmedByRole }), from: confirmedOn } : null,
      )
    })
}

/** What is confirmed, and as of when. */
export type Confirmable = Pick<Confirmation, 'regionCode' | 'confirmedOn'>

/** The note that a confirmation is recorded with, or its taking back. */
export const confirmationNote = ({
  confirmedOn,
  confirmedByRole,
}: Pick<Confirmation, 'confirmedOn' | 'confirmedByRole'>): string =>
  confirmedByRole === null
    ? `Bekräftelsen av ${confirmedOn} är tagen tillbaka.`
    : `Listan bekräftad ${confirmedOn} av ${confirmedByRole}.`

/**
 * The areas of a region's list in force on a day, and their parts: what a confirmation of that day is about.
 * @throws ExpectedError `not_found` when no list is in force, or one whose areas nobody has read; `bad_request` when all of it is confirmed as of a later day
 */
export function areasToConfirm(snapshot: Snapshot, { regionCode, confirmedOn }: Confirmable): Area[] {
  const edition = findCurrentEdition(snapshot.at(confirmedOn), { kind: 'region', id: regionCode })
  const areas = edition ? [...edition.priorities, ...edition.parts].filter(({ meta }) => isWithin(confirmedOn, meta)) : []
  const latest = areas
    .map((area) => area.confirmedOn)
    .toSorted(compareDays)
    .at(-1)
  if (areas.length > 0 && areas.every((area) => isConfirmedLater(area, confirmedOn)))
    throw alreadyConfirmed({ regionCode, confirmedOn, latest: latest! })
  if (areas.length > 0) return areas
  if (edition && isUnread(edition)) {
    const from = edition.strategy.meta.inForceFrom
    throw notFound(regionCode, {
      sv: `Listan från ${from} gällde den ${confirmedOn}, men dess områden är inte lästa. Läs in dem först, eller välj en dag före ${from}.`,
      en: `The list of ${from} was in force on ${confirmedOn}, but its areas have not been read. Import them first, or choose a day before ${from}.`,
    })
  }
  throw notFound(regionCode, {
    sv: `Ingen lista gällde den ${confirmedOn}. Välj en dag då regionen hade en lista.`,
    en: `No list was in force on ${confirmedOn}. Choose a day on which the region had a list.`,
  })
}

/** Whether a confirmation as of the day would hide a newer one. */
export const isConfirmedLater = (area: Pick<Area, 'confirmedOn'>, day: IsoDate): boolean => compareDays(area.confirmedOn, day) > 0

/** An area that was confirmed on a day, and the confirmation that it has when that is taken back. */
export interface TakenBack {
  /** All stretches of the area from the first that was confirmed then. */
  stretches: readonly Area[]
  before: Confirmed
}

/**
 * The areas of a region that were confirmed on a day.
 * @throws ExpectedError `not_found` when none was
 */
export function areasToTakeBack(snapshot: Snapshot, { regionCode, confirmedOn }: Confirmable): TakenBack[] {
  const owner = { kind: 'region', id: regionCode } as const
  const histories = snapshot.histories('priorityArea').filter((history) => isSameOwner(history.at(-1)!.owner, owner))
  const found = histories.flatMap((history): TakenBack[] => {
    const first = history.findIndex((area) => area.confirmedOn === confirmedOn)
    if (first === -1) return []
    const before = confirmationBefore(snapshot, history, first)
    return [{ stretches: history.slice(first), before }]
  })
  if (found.length > 0) return found
  throw notFound(regionCode, {
    sv: `Inget är bekräftat av regionen den ${confirmedOn}, så det finns inget att ta tillbaka. Ange dagen som bekräftelsen gällde.`,
    en: `Nothing was confirmed by the region on ${confirmedOn}, so there is nothing to take back. Give the day that was confirmed.`,
  })
}

/** Every stretch confirmed on the day gets the confirmation that it had before, or none. */
function takeBack(view: View, confirmation: Confirmation): Append[] {
  const { confirmedOn, recordedBy } = confirmation
  const found = areasToTakeBack(snapshotAt(view.known, confirmedOn), confirmation)
  const concerned = found.filter(({ stretches }) => !confirmation.except?.includes(stretches[0]!.id))
  return concerned.flatMap(({ stretches, before }) =>
    rewrite(view, { stretches, recordedBy }, (area) => (area.confirmedOn === confirmedOn ? signed(confirmation, before) : null)),
  )
}

/**
 * The confirmation that an area has when that of a day is taken back: that of the time just before the day. A confirmation from
 * before they were written from their day on is on the whole stretch, so that its versions tell what it had before.
 */
function confirmationBefore(snapshot: Snapshot, history: readonly Area[], first: number): Confirmed {
  const area = history[first]!
  const day = area.confirmedOn!
  if (area.meta.validFrom < day) return newestBefore(snapshot.versions('priorityArea', area.id), day)
  const before = history[first - 1]
  return before && before.meta.validTo === area.meta.validFrom ? confirmedOf(before) : noConfirmation
}

/** The newest confirmation before that of a day which has not been taken back: their days only rise, but for those taken back. */
function newestBefore(versions: readonly RecordVersion<'priorityArea'>[], day: IsoDate): Confirmed {
  const standing: Confirmed[] = []
  for (const count of versions.keys()) {
    const stretch = stretchesOf(versions.slice(0, count + 1)).find((one) => isWithin(day, one))
    const now = stretch ? confirmedOf(stretch.version.body) : noConfirmation
    while (standing.length > 0 && compareDays(standing.at(-1)!.confirmedOn, now.confirmedOn) >= 0) standing.pop()
    standing.push(now)
  }
  return standing.findLast(({ confirmedOn }) => compareDays(confirmedOn, day) < 0) ?? noConfirmation
}

const confirmedOf = ({ confirmedOn, confirmedByRole }: Confirmed): Confirmed => ({ confirmedOn, confirmedByRole })

const noConfirmation: Confirmed = { confirmedOn: null, confirmedByRole: null }

interface Change {
  confirmed: Confirmed
  changeNote: string
  /** The day within the stretch from which it is so; its first day when left out. */
  from?: IsoDate
}

const signed = ({ changeNote }: Confirmation, confirmed: Confirmed): Change => ({ changeNote, confirmed })

/** Stretches of one area written again, some of them with another confirmation; the note of the others stays. */
function rewrite(
  { numbers }: View,
  { stretches, recordedBy }: { stretches: readonly Area[]; recordedBy: string },
  changeOf: (area: Area, index: number) => Change | null,
): Append[] {
  return stretches.map((area, index): Append => {
    const { validFrom, validTo, source } = area.meta
    const change = changeOf(area, index)
    const version: NewVersion = {
      kind: 'priorityArea',
      recordId: area.id,
      validFrom: change?.from ?? validFrom,
      validTo,
      recordedBy,
      changeNote: change?.changeNote ?? area.meta.changeNote,
      state: 'published',
      source,
      body: { ...bodyOf<'priorityArea'>(area), ...change?.confirmed },
    }
    return { version, expectedVersion: (numbers.get(versionKey('priorityArea', area.id)) ?? 0) + index }
  })
}

function alreadyConfirmed({ regionCode, confirmedOn, latest }: Confirmable & { latest: IsoDate }): ExpectedError {
  const words: LocalText = {
    sv: `Listan är redan bekräftad ${latest}, som är senare än ${confirmedOn}. Ange en senare dag, eller ta först tillbaka bekräftelsen av ${latest}.`,
    en: `The list is confirmed as of ${latest} already, which is later than ${confirmedOn}. Give a later day, or take the confirmation of ${latest} back first.`,
  }
  return new ExpectedError('bad_request', { detail: words.en, data: { regionCode, words } })
}

const notFound = (regionCode: string, words: LocalText): ExpectedError =>
  new ExpectedError('not_found', { detail: words.en, data: { regionCode, words } })
