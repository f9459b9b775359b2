import { isAtLeast, powersOf } from './actor.ts'
import type { Actor, Powers, Role } from './actor.ts'
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
  /** Names of the body's fields that differ from the record's newest version; all of them when the record is new. */
  changed?: readonly string[]
  /** Names of the fields whose words belong to the record's owner. */
  ownWords?: readonly string[]
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

/**
 * Checks whether an actor may append a version; if not, the result gives the reason. Of several powers of a person one is enough; the
 * reason is that of the one that came furthest.
 */
export function may(actor: Actor, wanted: WantedVersion, rules: StateRoles): true | Refusal {
  const { from, to } = wanted
  if (!nextStates[from ?? 'none'].includes(to)) return { code: 'invalid_record', words: wrongState(wanted) }
  const refusals: Refused[] = []
  for (const powers of powersOf(actor)) {
    const refused = refusalOf(powers, wanted, rules)
    if (!refused) return true
    refusals.push(refused)
  }
  const { words } = refusals.toSorted((a, b) => b.step - a.step)[0]!
  return { code: 'not_allowed', words }
}

/** A reason, and how many of the checks before it were passed. */
interface Refused {
  step: number
  words: LocalText
}

function refusalOf(powers: Powers, wanted: WantedVersion, rules: StateRoles): Refused | null {
  const { kind, recordId, to, owners } = wanted
  const refuse = (step: number, sv: string, en: string): Refused => ({
    step,
    words: { sv: `${kind} ${recordId}${sv}`, en: `${kind} ${recordId}${en}` },
  })
  const least = rules[to as keyof StateRoles]
  if (powers.kinds && !powers.kinds.includes(kind))
    return refuse(0, ': den här rollen skriver inte sådana poster.', ': this role does not write such records.')
  if (!isAtLeast(powers.role, least))
    return refuse(
      1,
      `: läget ”${to}” sätts av rollen ${least}; här är rollen ${powers.role}.`,
      `: the state “${to}” is set by the role ${least}; the role here is ${powers.role}.`,
    )
  const foreign = owners.find((owner) => owner !== null && !writesFor(powers, owner, wanted))
  if (foreign)
    return refuse(
      2,
      ` hör till ${foreign.kind} ${foreign.id}, som den här rollen inte skriver för.`,
      ` belongs to ${foreign.kind} ${foreign.id}, for which this role does not write.`,
    )
  const beyond = beyondLimit(powers, wanted)
  if (beyond.length === 0) return null
  return powers.limit === 'confirmations'
    ? refuse(
        3,
        `: den här rollen bekräftar bara, och ändrar inte ${beyond.join(', ')}.`,
        `: this role confirms, and does not change ${beyond.join(', ')}.`,
      )
    : refuse(
        3,
        `: orden är ägarens egna (${beyond.join(', ')}). Lämna tillbaka förslaget med en not i stället.`,
        `: the words are the owner’s own (${beyond.join(', ')}). Return the proposal with a note instead.`,
      )
}

const confirmationFields = new Set(['confirmedOn', 'confirmedByRole'])

/** The changed fields that a power may not change. Proposals and drafts change nothing yet. */
function beyondLimit({ limit }: Powers, { kind, from, to, changed = [], ownWords = [] }: WantedVersion): readonly string[] {
  if (limit === 'notOwnWords') return changed.filter((field) => ownWords.includes(field))
  if (limit !== 'confirmations') return []
  const others = changed.filter((field) => !confirmationFields.has(field))
  return kind === 'priorityArea' && from === 'published' && to === 'published' ? others : [...others, `${from ?? ''} → ${to}`]
}

const writesFor = ({ owners }: Powers, owner: Owner, { kind, recordId }: WantedVersion): boolean =>
  owners === 'all' ||
  owners.some((own) => (own.kind === owner.kind && own.id === owner.id) || (own.kind === kind && own.id === recordId))

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
