import { isAtLeast } from './actor.ts'
import type { Actor, Role } from './actor.ts'
import type { LocalText, Owner } from './shared-fields.ts'
import type { VersionState, WrittenState } from './version-states.ts'

/** A version that an actor wants to append, as the rules need it. */
export interface WantedVersion {
  kind: string
  recordId: string
  /** The state of the record's newest version; null when the record is new. */
  from: VersionState | null
  to: VersionState
  /** The owners of the record before and after the change; null for a record without an owner. */
  owners: readonly (Owner | null)[]
}

/** The least role that may write each state. */
export type StateRoles = Record<WrittenState, Role>

/** The states that may follow each state. `rejected` is the former name of `returned`; it is read and no longer written. */
export const nextStates: Record<VersionState | 'none', readonly VersionState[]> = {
  none: ['draft', 'proposed', 'published'],
  draft: ['draft', 'proposed', 'published', 'withdrawn'],
  proposed: ['draft', 'proposed', 'published', 'returned', 'withdrawn'],
  returned: ['draft', 'proposed', 'published', 'withdrawn'],
  rejected: ['draft', 'proposed', 'published', 'withdrawn'],
  published: ['draft', 'proposed', 'published', 'withdrawn'],
  withdrawn: ['draft', 'proposed', 'published', 'withdrawn'],
}

/** The reason why a version may not be appended: the actor may not write it, or the state cannot follow the current one. */
export interface Refusal {
  code: 'not_allowed' | 'invalid_record'
  words: LocalText
}

/** Checks whether an actor may append a version; if not, the result gives the reason. */
export function may(actor: Actor, wanted: WantedVersion, rules: StateRoles): true | Refusal {
  const { kind, recordId, from, to, owners } = wanted
  if (!nextStates[from ?? 'none'].includes(to)) return { code: 'invalid_record', words: wrongState(wanted) }
  const refuse = (sv: string, en: string): Refusal => ({ code: 'not_allowed', words: { sv, en } })
  const least = rules[to as keyof StateRoles]
  if (!isAtLeast(actor.role, least))
    return refuse(
      `${kind} ${recordId}: läget ”${to}” sätts av rollen ${least}; här är rollen ${actor.role}.`,
      `${kind} ${recordId}: the state “${to}” is set by the role ${least}; the role here is ${actor.role}.`,
    )
  const foreign = owners.find((owner) => owner !== null && !writesFor(actor, owner))
  if (!foreign) return true
  return refuse(
    `${kind} ${recordId} hör till ${foreign.kind} ${foreign.id}, som den här rollen inte skriver för.`,
    `${kind} ${recordId} belongs to ${foreign.kind} ${foreign.id}, for which this role does not write.`,
  )
}

const writesFor = ({ owners }: Actor, { kind, id }: Owner): boolean =>
  owners === 'all' || owners.some((owner) => owner.kind === kind && owner.id === id)

function wrongState({ kind, recordId, from, to }: WantedVersion): LocalText {
  const next = nextStates[from ?? 'none'].join(', ')
  return from === null
    ? {
        sv: `${kind} ${recordId} finns inte än och kan inte börja som ”${to}”. Den kan börja som: ${next}.`,
        en: `${kind} ${recordId} is not there yet and cannot begin as “${to}”. It can begin as: ${next}.`,
      }
    : {
        sv: `${kind} ${recordId} kan inte gå från ”${from}” till ”${to}”. Härifrån går: ${next}.`,
        en: `${kind} ${recordId} cannot go from “${from}” to “${to}”. From here it can become: ${next}.`,
      }
}
