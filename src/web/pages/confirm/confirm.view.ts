import { createHash } from 'node:crypto'
import { areasToConfirm, areasToTakeBack, isConfirmedLater } from '../../../changes/confirm-list.ts'
import { findFutureDay, findNoRole } from '../../../changes/check-content.ts'
import { findListedRole } from '../../../records/confirming-roles.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import type { Language } from '../../../records/language.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import { compareDays, IsoDate } from '../../../records/time.ts'
import { canonicalJson } from '../../../records/version.ts'
import { findCurrentEdition } from '../../../snapshot/editions.ts'
import { isSameOwner } from '../../../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../../../snapshot/snapshot.ts'
import { editionShape, findRegion, priorityShape, regionRef } from '../../../shapes/from-snapshot.ts'
import type { EditionShape, PriorityShape, RegionRef } from '../../../shapes/shapes.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { confirmAddress } from './confirm.address.ts'
import { confirmFaults } from './confirm.text.ts'

export interface Confirmed {
  on: IsoDate
  role: string | null
}

/** An area that a confirmation is about, as it is and as it will be. */
export interface ConfirmRow {
  area: PriorityShape
  now: Confirmed | null
  after: Confirmed | null
}

/** What will be written, to be looked at first. */
export interface ConfirmPlan {
  act: 'confirm' | 'takeBack'
  day: IsoDate
  /** Null when a confirmation is taken back. */
  role: string | null
  rows: ConfirmRow[]
  /** Names what was looked at, so that nothing else is confirmed. */
  seen: string
}

export interface ConfirmView {
  region: RegionRef
  current: EditionShape | null
  /** The days on which areas have been confirmed, the newest first. */
  made: { on: IsoDate; role: string | null; count: number }[]
  asked: ConfirmAsked
  plan: ConfirmPlan | null
  fault: LocalText | null
}

/** What somebody wants to do, as they wrote it. */
export interface ConfirmAsked {
  act: 'confirm' | 'takeBack' | null
  day: string
  role: string
  otherRole: string
}

/** Reads what is asked for from a query or a form. */
export function readConfirmAsked(read: (name: string) => string | null, lang: Language): ConfirmAsked {
  const names = namesIn(confirmAddress, lang)
  const words = wordsIn(confirmAddress.query.act, lang)
  const act = read(names.act)
  const text = (name: string) => (read(name) ?? '').trim().slice(0, 120)
  return {
    act: act === words.confirm ? 'confirm' : act === words.takeBack ? 'takeBack' : null,
    day: text(names.day),
    role: text(names.role),
    otherRole: text(names.otherRole),
  }
}

/** @throws ExpectedError `region_not_found` */
export function confirmView(snapshot: Snapshot, slug: string, asked: ConfirmAsked): ConfirmView {
  const region = findRegion(snapshot, slug)
  if (!region) throw new ExpectedError('region_not_found', { data: { asked: slug } })
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: region.code })
  const view = {
    region: regionRef(snapshot, region.code),
    current: edition && editionShape(snapshot, edition),
    made: confirmationsOf(snapshot, region.code),
    asked,
  }
  try {
    return { ...view, plan: asked.act === null ? null : planOf(snapshot, region.code, { ...asked, act: asked.act }), fault: null }
  } catch (error) {
    const words = error instanceof ExpectedError ? (error.data['words'] as LocalText | undefined) : undefined
    if (!words) throw error
    return { ...view, plan: null, fault: words }
  }
}

function planOf(snapshot: Snapshot, regionCode: string, asked: ConfirmAsked & { act: 'confirm' | 'takeBack' }): ConfirmPlan {
  const { act } = asked
  const day = IsoDate.safeParse(asked.day).data
  if (!day) throw refused(confirmFaults.day)
  const future = findFutureDay(day, snapshot.validAt)
  if (future) throw refused(future)
  if (act === 'takeBack') {
    const rows = areasToTakeBack(snapshot, { regionCode, confirmedOn: day }).map(({ stretches: [first], before }) =>
      rowOf(snapshot, first!, confirmedOf(before)),
    )
    return planWith({ act, day, role: null, rows })
  }
  const role = asked.otherRole || findListedRole(asked.role)
  if (!role) throw refused(confirmFaults.role)
  const noRole = findNoRole(role, [...snapshot.histories('region'), ...snapshot.histories('jointArea')])
  if (noRole) throw refused(noRole)
  const rows = areasToConfirm(snapshot, { regionCode, confirmedOn: day }).map((area) =>
    rowOf(snapshot, area, isConfirmedLater(area, day) ? confirmedOf(area) : { on: day, role }),
  )
  return planWith({ act, day, role, rows })
}

const rowOf = (snapshot: Snapshot, area: Known<'priorityArea'>, after: Confirmed | null): ConfirmRow => ({
  area: priorityShape(snapshot, area),
  now: confirmedOf(area),
  after,
})

function planWith(plan: Omit<ConfirmPlan, 'seen'>): ConfirmPlan {
  const { rows, ...asked } = plan
  const content = { ...asked, rows: rows.map(({ area, now, after }) => [area.id, area.meta.version, now, after]) }
  return { ...plan, seen: createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 16) }
}

type Confirmable = Pick<PriorityShape, 'confirmedOn' | 'confirmedByRole'>

const confirmedOf = ({ confirmedOn, confirmedByRole }: Confirmable): Confirmed | null =>
  confirmedOn === null ? null : { on: confirmedOn, role: confirmedByRole }

function confirmationsOf(snapshot: Snapshot, regionCode: string): ConfirmView['made'] {
  const owner = { kind: 'region', id: regionCode } as const
  const areas = snapshot.histories('priorityArea').filter((history) => isSameOwner(history.at(-1)!.owner, owner))
  const byDay = new Map<IsoDate, { on: IsoDate; role: string | null; ids: Set<string> }>()
  for (const { id, confirmedOn, confirmedByRole } of areas.flat()) {
    if (confirmedOn === null) continue
    const made = byDay.get(confirmedOn) ?? { on: confirmedOn, role: confirmedByRole, ids: new Set() }
    byDay.set(confirmedOn, { ...made, ids: made.ids.add(id) })
  }
  const newestFirst = [...byDay.values()].toSorted((a, b) => compareDays(b.on, a.on))
  return newestFirst.map(({ on, role, ids }) => ({ on, role, count: ids.size }))
}

const refused = (words: LocalText): ExpectedError => new ExpectedError('bad_request', { detail: words.en, data: { words } })
