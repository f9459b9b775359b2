import { powersOf } from '../records/actor.ts'
import type { Actor } from '../records/actor.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { KindDefinition } from '../records/define-kind.ts'
import { may } from '../records/may.ts'
import type { StateRoles } from '../records/may.ts'
import { kindOf } from '../records/record.ts'
import type { NewVersion, RecordKind } from '../records/record.ts'
import type { Owner } from '../records/shared-fields.ts'
import { canonicalJson } from '../records/version.ts'
import type { Append, Store } from '../store/store.ts'
import { versionKey } from './registry-view.ts'

type Newest = NewVersion & { version: number; recordedAt?: string; contentHash?: string }
type Reader = Pick<Store, 'findNewest'> & Partial<Pick<Store, 'findVersions'>>

/**
 * Checks that an actor may append all of these versions, in their order. A version whose writer has not seen the newest
 * one is left to the store, whose error lists what has changed since. Four eyes: nobody publishes the own proposal who might not have
 * published it without proposing.
 * @throws ExpectedError `not_allowed` or `invalid_record` for the first version that may not be appended, with the reason
 */
export async function checkAllowed(
  { store, writerOf }: { store: Reader; writerOf?: (contentHash: string) => Promise<string | null> },
  appends: readonly Append[],
  actor: Actor,
): Promise<void> {
  const found = await store.findNewest(appends.map(({ version }) => version))
  const newest = new Map<string, Newest>(found.map((version) => [versionKey(version.kind, version.recordId), version]))
  for (const { version, expectedVersion } of appends) {
    const { kind, recordId, state } = version
    const key = versionKey(kind, recordId)
    const before = newest.get(key)
    if ((before?.version ?? 0) !== expectedVersion) continue
    const owners = mayAnything(actor) ? [] : await ownersOf([before, version], store)
    const isLimited = powersOf(actor).some(({ limit }) => limit !== undefined)
    const stated = isLimited ? await statedBefore(found, version, store) : []
    const changed = isLimited ? changedFields(version, stated) : []
    const from = stated[0]?.state ?? before?.state ?? null
    const { ownWords = [] } = kindOf(kind)
    const allowed = may(actor, { kind, recordId, from, to: state, owners, changed, ownWords }, rulesFor(kindOf(kind), owners))
    if (allowed !== true)
      throw new ExpectedError(allowed.code, { detail: allowed.words.en, data: { kind, recordId, words: allowed.words } })
    const isOwn = before && (await isOwnProposal(before, { to: state, actor, writerOf }))
    if (isOwn && !(await mightPublish(version, { store, actor, owners })))
      throw new ExpectedError('not_allowed', { detail: fourEyes.en, data: { kind, recordId, words: fourEyes } })
    newest.set(key, { ...version, version: expectedVersion + 1 })
  }
}

interface Publishing {
  to: NewVersion['state']
  actor: Actor
  writerOf: ((contentHash: string) => Promise<string | null>) | undefined
}

/** Whether somebody would publish over a proposal that waits and that the same account has made. Administrators may. */
async function isOwnProposal({ state, contentHash }: Newest, { to, actor, writerOf }: Publishing): Promise<boolean> {
  if (state !== 'proposed' || to !== 'published' || !contentHash || !actor.accountId || mayAnything(actor)) return false
  return (await writerOf?.(contentHash)) === actor.accountId
}

/** Whether the actor may write over what is published without a proposal: then nobody else has to look at it. */
async function mightPublish(
  version: NewVersion,
  { store, actor, owners }: { store: Reader; actor: Actor; owners: readonly (Owner | null)[] },
): Promise<boolean> {
  const { kind, recordId } = version
  const published = (await store.findVersions?.(kind, recordId))?.findLast(({ state }) => state === 'published')
  const changed = changedFields(version, published ? [published] : [])
  const { ownWords = [] } = kindOf(kind)
  const from = published?.state ?? null
  return may(actor, { kind, recordId, from, to: 'published', owners, changed, ownWords }, rulesFor(kindOf(kind), owners)) === true
}

const fourEyes = {
  sv: 'Förslaget kommer från ditt eget konto. En annan handläggare publicerar det, eller administratören.',
  en: 'The proposal comes from your own account. Another officer publishes it, or the administrator.',
}

const mayAnything = (actor: Actor): boolean =>
  powersOf(actor).some(({ role, owners }) => role === 'administrator' && owners === 'all')

/** A record that has no owner, or had none, is under the rules for such records. */
const rulesFor = ({ may: rules, mayWithoutOwner }: KindDefinition, owners: readonly (Owner | null)[]): StateRoles =>
  mayWithoutOwner && owners.includes(null) ? mayWithoutOwner : rules

/** States of a version that is no longer asked for: what is published holds. */
const idleStates: ReadonlySet<string> = new Set(['draft', 'returned', 'rejected'])

/** What the record's newest statement is, or what is published when a draft or a return has changed nothing: several versions for as many stretches of time, when they were recorded in one go. */
async function statedBefore(
  found: readonly Newest[],
  { kind, recordId }: NewVersion,
  { findVersions }: Reader,
): Promise<readonly NewVersion[]> {
  const newest = found.find((one) => one.kind === kind && one.recordId === recordId)
  if (!newest || !findVersions) return newest ? [newest] : []
  const versions = await findVersions(kind, recordId)
  if (idleStates.has(newest.state)) {
    const published = versions.findLast((one) => one.state === 'published')
    if (published) return versions.filter((one) => one.recordedAt === published.recordedAt && one.state === 'published')
  }
  return versions.filter(({ recordedAt }) => recordedAt === newest.recordedAt)
}

/** The fields of a version's body that are in none of the versions before as they are here. */
function changedFields({ body }: NewVersion, before: readonly NewVersion[]): string[] {
  const values = (version: NewVersion) => version.body as Record<string, unknown>
  const isIn = (name: string) => (version: NewVersion) =>
    canonicalJson(values(version)[name] ?? null) === canonicalJson((body as Record<string, unknown>)[name] ?? null)
  const names = new Set([...Object.keys(body), ...before.flatMap((version) => Object.keys(version.body))])
  return [...names].filter((name) => !before.some(isIn(name)))
}

const ownersOf = (versions: readonly (NewVersion | undefined)[], store: Reader): Promise<(Owner | null)[]> =>
  Promise.all(versions.flatMap((version) => (version ? [ownerOf(version, store)] : [])))

/**
 * The region or joint area that a version belongs to; a decision on an area belongs to the area's owner. A decision on an
 * area that is not stored has no owner: if the same change creates the area, the area itself is checked.
 */
async function ownerOf({ kind, body }: NewVersion, store: Reader): Promise<Owner | null> {
  const owner = kindOf(kind).owner(body)
  if (owner === null) return null
  if (owner.kind === 'region' || owner.kind === 'jointArea') return owner as Owner
  const [version] = await store.findNewest([{ kind: owner.kind as RecordKind, recordId: owner.id }])
  return version ? ownerOf(version, store) : null
}
