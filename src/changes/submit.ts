import { factsAcceptedBy } from '../records/actor.ts'
import type { Actor } from '../records/actor.ts'
import type { RecordVersion } from '../records/record.ts'
import { parseAppends } from '../store/append-rules.ts'
import type { Append } from '../store/store.ts'
import { checkAllowed } from './check-allowed.ts'
import { withoutIdleAppends } from './changing-appends.ts'
import { checkContent } from './check-content.ts'
import { checkLists } from './check-lists.ts'
import { checkReferences } from './check-references.ts'
import { planChange } from './plan-change.ts'
import type { Change } from './change.ts'
import type { Registry } from './registry.ts'

/**
 * The one way that anything is appended to a registry: commands, forms, the API and imports all come here. What a change
 * means is planned against the registry as it is; the actor must be allowed every version of it; all of it is appended in
 * one transaction, or nothing.
 * @returns the versions that were appended; none when the change changes nothing
 * @throws ExpectedError `not_allowed` saying what the actor may not do; `version_outdated` when somebody else was first;
 * `invalid_record` naming the fields at fault, or a record that is named and not there; `not_found`, `bad_request`
 */
export async function submit(registry: Registry, change: Change, actor: Actor): Promise<RecordVersion[]> {
  const parsed = parseAppends(
    signedBy(writerOf(change, actor), await planChange(registry, change, actor), change.type === 'state'),
  )
  const appends = await withoutIdleAppends(registry, parsed)
  if (appends.length === 0) return []
  await checkAllowed(registry, appends, actor)
  await checkReferences(registry, appends)
  await checkContent(registry, appends)
  await checkLists(registry, appends)
  const versions = await registry.store.append(appends, registry.logOf?.(actor))
  registry.written(versions)
  return versions
}

/** Shipped facts stay known as such when somebody accepts them, so that a later update can tell them from people's own words. */
const writerOf = (change: Change, actor: Actor): string =>
  change.type === 'import' && change.plan.origin === 'shippedFacts' ? factsAcceptedBy(actor) : actor.name

/** The writer is the one who submits, whatever a plan made earlier may say; but a published proposal stays its proposer's. */
const signedBy = (recordedBy: string, appends: readonly Append[], isStateChange: boolean): readonly Append[] =>
  isStateChange
    ? appends
    : appends.map(({ version, expectedVersion }) => ({ version: { ...version, recordedBy }, expectedVersion }))
