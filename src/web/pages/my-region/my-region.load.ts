import { ownersOf } from '../../../records/account-roles.ts'
import type { Account } from '../../../accounts/accounts.ts'
import { areaFields, baseOf } from '../../../drafts/own-words.ts'
import type { AreaField } from '../../../drafts/own-words.ts'
import type { DraftRow } from '../../../drafts/draft-rows.ts'
import { findProposals } from '../../../drafts/proposals.ts'
import type { Proposal } from '../../../drafts/proposals.ts'
import { findDraft, findPastDrafts } from '../../../drafts/region-draft.ts'
import type { Actor } from '../../../records/actor.ts'
import { may } from '../../../records/may.ts'
import { kindOf } from '../../../records/record.ts'
import type { Owner } from '../../../records/shared-fields.ts'
import { swedishDay } from '../../../records/time.ts'
import type { Known, Snapshot } from '../../../snapshot/snapshot.ts'
import type { Store } from '../../../store/store.ts'
import type { Visit } from '../../frame/page.ts'

/** One field of an area, in the registry and in the draft. */
export interface OwnField {
  field: AreaField
  base: string
  /** The draft's value, or the registry's. */
  value: string
  draft: DraftRow | null
}

export interface OwnArea {
  id: string
  order: number
  language: 'sv' | 'en'
  fields: readonly OwnField[]
  /** What it has been called, newest first. */
  past: readonly { label: string; from: string; to: string | null }[]
  isProposed: boolean
  /** The note that it was returned with, when it has not been proposed again. */
  returned: { note: string; on: string } | null
}

export interface OwnRegion {
  owner: Owner
  name: string
  slug: string
  others: readonly { owner: Owner; name: string }[]
  areas: readonly OwnArea[]
  draft: readonly DraftRow[]
  /** All that has been saved in the draft, newest first. */
  past: readonly Pick<DraftRow, 'record_id' | 'field' | 'value' | 'saved_at' | 'saved_role'>[]
  proposals: readonly Proposal[]
  /** Whether whoever looks may work on the draft and propose it; a confirmer only reads here. */
  mayPropose: boolean
}

export interface MyRegionShape {
  own: OwnRegion | null
  /** The area that is being edited. */
  editing: string | null
  isProposing: boolean
  done: 'saved' | 'proposed' | 'takenBack' | null
}

/** The owner's key in addresses and forms: `17`, or a joint area's id. */
export const ownerNamed = (account: Account, id: string | null): Owner | null => {
  const own = ownersOf(account.grants)
  return id === null || id === '' ? (own[0] ?? null) : (own.find((one) => one.id === id) ?? null)
}

const nameOf = (snapshot: Snapshot, { kind, id }: Owner): string => snapshot.getBegun(kind, id)?.name ?? id

export const areasOf = (snapshot: Snapshot, { kind, id }: Owner): Known<'priorityArea'>[] =>
  snapshot
    .inForce('priorityArea')
    .filter(({ owner }) => owner.kind === kind && owner.id === id)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** Everything about the list of an owner that its people see. */
export async function loadOwnRegion(
  snapshot: Snapshot,
  { store, viewer }: Pick<Visit, 'store' | 'viewer'>,
  owner: Owner,
): Promise<OwnRegion> {
  const { account, actor } = viewer!
  const [draft, past, proposals, returned] = await Promise.all([
    findDraft(store.side, owner),
    findPastDrafts(store.side, owner),
    findProposals(store, owner),
    findReturned(store),
  ])
  const proposed = new Set(proposals.map(({ areaId }) => areaId))
  const areas = areasOf(snapshot, owner).map((area): OwnArea => ({
    id: area.id,
    order: area.order,
    language: area.language,
    fields: areaFields.map((field) => fieldOf(area, field, draft)),
    past: pastOf(snapshot, area.id),
    isProposed: proposed.has(area.id),
    returned: returned.get(area.id) ?? null,
  }))
  const others = ownersOf(account.grants)
    .filter((one) => one.id !== owner.id)
    .map((one) => ({ owner: one, name: nameOf(snapshot, one) }))
  const changed = draft.filter(({ base, value }) => base !== value)
  const slug = snapshot.getBegun(owner.kind, owner.id)?.slug ?? owner.id
  return {
    owner,
    name: nameOf(snapshot, owner),
    slug,
    others,
    areas,
    draft: changed,
    past,
    proposals,
    mayPropose: mayPropose(actor, owner),
  }
}

/** Whether somebody may propose other words for the owner's areas. */
export function mayPropose(actor: Actor, owner: Owner): boolean {
  const { may: rules, ownWords = [] } = kindOf('priorityArea')
  const wanted = { kind: 'priorityArea', recordId: '', from: 'published', to: 'proposed', owners: [owner] } as const
  return may(actor, { ...wanted, changed: ownWords, ownWords }, rules) === true
}

const fieldOf = (area: Known<'priorityArea'>, field: AreaField, draft: readonly DraftRow[]): OwnField => {
  const base = baseOf(area, field)
  const row = draft.find((one) => one.record_id === area.id && one.field === field) ?? null
  return { field, base, value: row?.value ?? base, draft: row }
}

async function findReturned(store: Pick<Store, 'findWaiting'>): Promise<Map<string, { note: string; on: string }>> {
  const waiting = await store.findWaiting('returned')
  return new Map(
    waiting.map(({ recordId, changeNote, recordedAt }) => [recordId, { note: changeNote, on: swedishDay(recordedAt) }]),
  )
}

/** What an area has been called, newest first; stretches with the same words are one. */
function pastOf(snapshot: Snapshot, id: string): OwnArea['past'] {
  const stretches = snapshot.history('priorityArea', id).map(({ displayLabel, meta }) => ({
    label: displayLabel,
    from: meta.validFrom,
    to: meta.validTo,
  }))
  return stretches
    .filter(({ label }, at) => label !== stretches[at - 1]?.label)
    .toReversed()
    .slice(0, 5)
}
