import { powersOf } from '../records/actor.ts'
import type { Actor } from '../records/actor.ts'
import type { NewVersion } from '../records/record.ts'
import type { Append } from '../store/store.ts'
import type { Change, Decision } from './change.ts'
import { changeState } from './change-state.ts'
import { decideCoding, decideLineage } from './decisions.ts'
import { confirmPriorities } from './confirm-list.ts'
import { editRecord } from './edit-record.ts'
import { declineFacts, reopenFacts } from './facts/decline-facts.ts'
import { appendsOf } from './import-choice.ts'
import type { Registry } from './registry.ts'
import type { RegistryView } from './registry-view.ts'
import { withoutWaitingAreas, withWaitingOnTop } from './waiting-areas.ts'

/** What a change appends to the registry as it is. @throws ExpectedError saying why it cannot be done */
export async function planChange(registry: Registry, change: Change, actor: Actor): Promise<readonly Append[]> {
  const { name } = actor
  switch (change.type) {
    case 'versions':
      return change.versions.map(({ version, expectedVersion }) => ({
        version: { ...version, recordedBy: name } as NewVersion,
        expectedVersion,
      }))
    case 'fields': {
      const { kind, recordId } = change
      return editRecord(await registry.store.findVersions(kind, recordId), { ...change, recordedBy: name })
    }
    case 'decisions': {
      const view = await registry.view()
      return change.decisions.map((decision) => decided(view, decision, name))
    }
    case 'confirmation':
      return confirmed(registry, change, actor)
    case 'import':
      return appendsOf(change.plan, change.accept)
    case 'declineFacts':
      return declineFacts(await registry.view(), { ...change, today: registry.today(), recordedBy: name })
    case 'reopenFacts':
      return reopenFacts(await registry.view(), { ...change, recordedBy: name })
    case 'together': {
      const planned: Append[] = []
      for (const one of change.changes) planned.push(...(await planChange(registry, one, actor)))
      return planned
    }
    case 'state':
      return changeState(await registry.store.findVersions(change.kind, change.recordId), { ...change, recordedBy: name })
  }
}

/** Who only confirms may propose nothing, and leaves areas with a proposal as they are, also when taking back. */
async function confirmed(
  registry: Registry,
  change: Extract<Change, { type: 'confirmation' }>,
  actor: Actor,
): Promise<readonly Append[]> {
  const appends = confirmPriorities(await registry.view(), { ...change, recordedBy: actor.name })
  const isTakenBack = change.confirmedByRole === null && powersOf(actor).some(({ limit }) => limit === undefined)
  return isTakenBack
    ? withWaitingOnTop(registry.store, appends, change.confirmedOn)
    : withoutWaitingAreas(registry.store, appends)
}

function decided(view: RegistryView, decision: Decision, recordedBy: string): Append {
  if (decision.type === 'coding') {
    const { type: _type, ...choice } = decision
    return decideCoding(view, { ...choice, recordedBy })
  }
  const { type: _type, ...choice } = decision
  return decideLineage(view, { ...choice, recordedBy })
}
