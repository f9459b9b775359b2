import { submit } from '../changes/submit.ts'
import type { Registry } from '../changes/registry.ts'
import type { Actor } from '../records/actor.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { BodyOf, RecordVersion } from '../records/record.ts'
import type { Owner } from '../records/shared-fields.ts'
import { swedishDay } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { workingDaysAfter } from '../records/working-days.ts'
import type { Store } from '../store/store.ts'
import { areaFields, baseOf, changesOf } from './own-words.ts'
import type { AreaField } from './own-words.ts'

export const silenceWorkingDays = 10

/** One changed field of an area, before and after. */
export interface FieldChange {
  field: AreaField
  before: string
  after: string
}

/** A change of an area that waits for the national level. */
export interface Proposal {
  areaId: string
  version: number
  owner: Owner
  /** The area's label as it is in force. */
  label: string
  changes: readonly FieldChange[]
  /** The day from which it is to be so. */
  from: IsoDate
  why: string
  by: string
  /** The hash under which the log has who proposed it. */
  contentHash: string
  proposedOn: IsoDate
  /** The day on which it is published if nobody has answered. */
  publishesOn: IsoDate
}

type AreaVersion = RecordVersion<'priorityArea'>

/** What regions have proposed and nobody has answered, oldest first; of one owner, or of all. */
export async function findProposals(
  store: Pick<Store, 'findWaiting' | 'findVersions'>,
  owner: Owner | null = null,
): Promise<Proposal[]> {
  const waiting = (await store.findWaiting('proposed')).filter(({ kind }) => kind === 'priorityArea') as AreaVersion[]
  const asked = waiting.filter(({ body }) => owner === null || (body.owner.kind === owner.kind && body.owner.id === owner.id))
  const made = await Promise.all(asked.map((version) => proposalOf(store, version)))
  return made.filter((one) => one !== null)
}

async function proposalOf(store: Pick<Store, 'findVersions'>, version: AreaVersion): Promise<Proposal | null> {
  const before = (await findPublished(store, version.recordId))?.body ?? null
  if (!before) return null
  const proposedOn = swedishDay(version.recordedAt)
  return {
    areaId: version.recordId,
    version: version.version,
    owner: version.body.owner,
    label: before.displayLabel,
    changes: changesBetween(before, version.body),
    from: version.validFrom,
    why: version.changeNote,
    by: version.recordedBy,
    contentHash: version.contentHash,
    proposedOn,
    publishesOn: workingDaysAfter(proposedOn, silenceWorkingDays),
  }
}

async function findPublished(store: Pick<Store, 'findVersions'>, areaId: string): Promise<AreaVersion | undefined> {
  const versions = (await store.findVersions('priorityArea', areaId)) as AreaVersion[]
  return versions.findLast(({ state }) => state === 'published')
}

export const changesBetween = (before: BodyOf<'priorityArea'>, after: BodyOf<'priorityArea'>): FieldChange[] =>
  areaFields
    .map((field) => ({ field, before: baseOf(before, field), after: baseOf(after, field) }))
    .filter((change) => change.before !== change.after)

interface Proposing {
  areaId: string
  values: ReadonlyMap<AreaField, string>
  /** Why, and where it is written. */
  changeNote: string
  /** The day from which it is so; null: for as long as the words have been as they are, as when a mistake is mended. */
  from: IsoDate | null
}

/** Proposes changed fields of one area, over what is published. @throws ExpectedError as `submit` */
export async function proposeArea(
  registry: Registry,
  { areaId, values, changeNote, from }: Proposing,
  actor: Actor,
): Promise<void> {
  const versions = await registry.store.findVersions('priorityArea', areaId)
  const newest = versions.at(-1)
  const published = versions.findLast(({ state }) => state === 'published')
  if (!newest || !published) throw new ExpectedError('priority_not_found', { detail: areaId })
  // What already waits stays in the proposal, unless the same field has been written again.
  const before = published.body as BodyOf<'priorityArea'>
  const waiting = newest.state === 'proposed' ? changesBetween(before, newest.body as BodyOf<'priorityArea'>) : []
  const all = new Map([...waiting.map(({ field, after }) => [field, after] as const), ...values])
  const changes = changesOf(before, all)
  const expectedVersion = newest.version
  await submit(
    registry,
    {
      type: 'fields',
      state: 'proposed',
      kind: 'priorityArea',
      recordId: areaId,
      changes,
      expectedVersion,
      validFrom: from,
      changeNote,
    },
    actor,
  )
}

export interface Answering {
  areaId: string
  /** The version that was looked at. */
  version: number
  to: 'published' | 'returned' | 'draft'
  changeNote: string
}

/**
 * Publishes a proposal, returns it with a note, or takes it back (as a draft, since what is published stays as it is).
 * @returns the proposal's changes and the role that wrote them, for the region's draft
 * @throws ExpectedError `version_outdated` when somebody has answered it already
 */
export async function answerProposal(
  registry: Registry,
  { areaId, version, to, changeNote }: Answering,
  actor: Actor,
): Promise<{ owner: Owner; by: string; changes: FieldChange[] }> {
  const versions = (await registry.store.findVersions('priorityArea', areaId)) as AreaVersion[]
  const newest = versions.at(-1)
  const published = versions.findLast(({ state }) => state === 'published')
  if (!newest || !published) throw new ExpectedError('priority_not_found', { detail: areaId })
  if (newest.state !== 'proposed' || newest.version !== version) throw alreadyAnswered(areaId)
  await submit(
    registry,
    { type: 'state', kind: 'priorityArea', recordId: areaId, to, expectedVersion: version, changeNote },
    actor,
  )
  return { owner: newest.body.owner, by: newest.recordedBy, changes: changesBetween(published.body, newest.body) }
}

function alreadyAnswered(areaId: string): ExpectedError {
  const words = {
    sv: `Förslaget om ${areaId} är redan besvarat eller ändrat. Ladda om sidan och se hur det är nu.`,
    en: `The proposal about ${areaId} has been answered or changed already. Load the page again to see how it is now.`,
  }
  return new ExpectedError('version_outdated', { detail: words.en, data: { words } })
}

/** Publishes what nobody has answered in ten working days. */
const silence: Actor = {
  kind: 'system',
  role: 'editor',
  name: 'Spets, efter tio arbetsdagar utan svar',
  owners: 'all',
  kinds: ['priorityArea'],
}

/** Publishes the proposals whose time is out. Two servers may do it at once: the second finds it done. @returns how many were published */
export async function publishSilent(registry: Registry, store: Pick<Store, 'findWaiting' | 'findVersions'>): Promise<number> {
  const today = registry.today()
  const due = (await findProposals(store)).filter(({ publishesOn }) => publishesOn <= today)
  let count = 0
  for (const { areaId, version } of due)
    try {
      await answerProposal(registry, { areaId, version, to: 'published', changeNote: '' }, silence)
      count += 1
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== 'version_outdated') throw error
    }
  return count
}
