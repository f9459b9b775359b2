import { ExpectedError } from '../records/expected-error.ts'
import type { BodyOf, NewVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { isWithin } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import { isSameOwner, snapshotAt } from '../snapshot/snapshot.ts'
import type { Known, KnownRegistry } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import type { Signed } from './edit-record.ts'
import { bodyOf, historiesOf, historyOf, versionKey } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

type View = Pick<RegistryView, 'known' | 'numbers'>
type Area = Known<'priorityArea'>
type Confirmed = Pick<BodyOf<'priorityArea'>, 'confirmedOn' | 'confirmedByRole'>

export interface Confirmation extends Signed {
  regionCode: string
  confirmedOn: IsoDate
  /** The role, never the name, of who confirmed; null takes the confirmation of that day back. */
  confirmedByRole: string | null
}

/**
 * The appends by which a region's list in force on a day is confirmed as of that day, or by which that is taken back.
 * @throws ExpectedError `not_found` when no list is in force, or nothing was confirmed on that day
 */
export function confirmPriorities(view: View, confirmation: Confirmation): Append[] {
  const { confirmedOn, confirmedByRole } = confirmation
  if (confirmedByRole === null) return takeBack(view, confirmation)
  return areasToConfirm(view, confirmation).flatMap(({ id }) => {
    const history = historyOf(view.known, 'priorityArea', id)
    const rest = history.slice(history.findIndex(({ meta }) => isWithin(confirmedOn, meta)))
    return rewrite(view, { stretches: rest, recordedBy: confirmation.recordedBy }, (_area, index) =>
      index === 0 ? signed(confirmation, { confirmedOn, confirmedByRole }) : null,
    )
  })
}

/**
 * The areas of a region's list in force on a day, and their parts: what a confirmation of that day is about.
 * @throws ExpectedError `not_found` when no list is in force
 */
export function areasToConfirm(
  { known }: Pick<View, 'known'>,
  { regionCode, confirmedOn }: Pick<Confirmation, 'regionCode' | 'confirmedOn'>,
): Area[] {
  const edition = findCurrentEdition(snapshotAt(known, confirmedOn), { kind: 'region', id: regionCode })
  const areas = edition ? [...edition.priorities, ...edition.parts].filter(({ meta }) => isWithin(confirmedOn, meta)) : []
  if (areas.length > 0) return areas
  throw notFound(regionCode, {
    sv: `Ingen lista gällde den ${confirmedOn}. Välj en dag då regionen hade en lista.`,
    en: `No list was in force on ${confirmedOn}. Choose a day on which the region had a list.`,
  })
}

/** Every stretch confirmed on the day gets the confirmation that it had before, or none. */
function takeBack(view: View, confirmation: Confirmation): Append[] {
  const { regionCode, confirmedOn } = confirmation
  const owner = { kind: 'region', id: regionCode } as const
  const histories = historiesOf(view.known, 'priorityArea').filter((history) => isSameOwner(history.at(-1)!.owner, owner))
  const appends = histories.flatMap((history) => {
    const first = history.findIndex((area) => area.confirmedOn === confirmedOn)
    if (first === -1) return []
    const before = confirmationBefore(view.known, history[0]!.id, confirmedOn)
    const stretches = history.slice(first)
    return rewrite(view, { stretches, recordedBy: confirmation.recordedBy }, (area) =>
      area.confirmedOn === confirmedOn ? signed(confirmation, before) : null,
    )
  })
  if (appends.length > 0) return appends
  throw notFound(regionCode, {
    sv: `Inget är bekräftat av regionen den ${confirmedOn}, så det finns inget att ta tillbaka. Ange dagen som bekräftelsen gällde.`,
    en: `Nothing was confirmed by the region on ${confirmedOn}, so there is nothing to take back. Give the day that was confirmed.`,
  })
}

/** The newest other confirmation that an area has had. */
function confirmationBefore(known: KnownRegistry, id: string, confirmedOn: IsoDate): Confirmed {
  const versions = known.kinds.priorityArea.histories.get(id)?.versions ?? []
  const bodies = versions.map(({ body }) => body as BodyOf<'priorityArea'>)
  const upTo = bodies.slice(
    0,
    bodies.findIndex((body) => body.confirmedOn === confirmedOn),
  )
  const { confirmedOn: on, confirmedByRole } = upTo.findLast((body) => body.confirmedOn !== null) ?? noConfirmation
  return { confirmedOn: on, confirmedByRole }
}

const noConfirmation: Confirmed = { confirmedOn: null, confirmedByRole: null }

interface Change {
  confirmed: Confirmed
  changeNote: string
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
      validFrom,
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

const notFound = (regionCode: string, words: LocalText): ExpectedError =>
  new ExpectedError('not_found', { detail: words.en, data: { regionCode, words } })
