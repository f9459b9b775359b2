import type { Owner } from './shared-fields.ts'

/** The way by which a writer reached the registry. */
export const actorKinds = ['system', 'commandLine', 'key', 'account', 'link'] as const
export type ActorKind = (typeof actorKinds)[number]

/** What a writer may do at most, least first: nothing, propose, publish records of owners, publish those of the nation, or change anything. */
export const roles = ['reader', 'proposer', 'editor', 'officer', 'administrator'] as const
export type Role = (typeof roles)[number]

/** What a writer may do: how much, whose records, and within which limits. */
export interface Powers {
  role: Role
  /** The regions and joint areas, or single clusters, whose records it may write. */
  owners: 'all' | readonly (Owner | { kind: 'cluster'; id: string })[]
  /** The kinds of record; all when omitted. */
  kinds?: readonly string[]
  /**
   * `confirmations`: may change by whom and when an area is confirmed, and nothing else. `notOwnWords`: may not change the words
   * that belong to a record's owner.
   */
  limit?: 'confirmations' | 'notOwnWords'
}

/** The writer of a change. Every change to the registry has one. */
export interface Actor extends Powers {
  kind: ActorKind
  /** The recorded name of the writer: a role or a program, never a password or an address. */
  name: string
  /** The account, for the log alone: it is in no version. */
  accountId?: string
  /** Further powers of a person with several roles; one that suffices is enough. */
  also?: readonly Powers[]
}

/** All powers of a writer. */
export const powersOf = (actor: Actor): readonly Powers[] => [actor, ...(actor.also ?? [])]

/** Somebody who has not signed in. May write nothing. */
export const reader: Actor = { kind: 'account', role: 'reader', name: 'reader', owners: [] }

/** The program itself, when it loads the shipped facts into an empty registry. */
export const factsLoader: Actor = { kind: 'system', role: 'administrator', name: 'spets-facts', owners: 'all' }

/**
 * Whether a version is one of the facts that ship, recorded on the day from which it could be known and not when it was
 * loaded into the registry.
 */
export const isShippedFact = ({ recordedBy, recordedAt }: { recordedBy: string; recordedAt: string }): boolean =>
  recordedBy === factsLoader.name && recordedAt.endsWith('T00:00:00.000Z')

/** The name that a shipped fact is recorded with when somebody accepts it into a filled registry. */
export const factsAcceptedBy = ({ name }: Pick<Actor, 'name'>): string => `${factsLoader.name}, ${name}`.slice(0, 120)

/** Whether a version holds what shipped with Spets, loaded at first or accepted later, rather than what people wrote. */
export const isFromFacts = (recordedBy: string): boolean =>
  recordedBy === factsLoader.name || recordedBy.startsWith(`${factsLoader.name}, `)

/** A person with access to the machine that the registry is on. */
export const commandLineActor = (name: string): Actor => ({ kind: 'commandLine', role: 'administrator', name, owners: 'all' })

/** A person who sent the administrator's key. The name is the one that older versions were recorded with. */
export const keyHolder: Actor = { kind: 'key', role: 'administrator', name: 'administrator', owners: 'all' }

/** Somebody who has a region's link into one round: it answers for that region, and writes nothing else. */
export const linkActor = ({ roundId, regionCode, role }: { roundId: string; regionCode: string; role: string }): Actor => ({
  kind: 'link',
  role: 'editor',
  name: `${role}, länk i runda ${roundId}`.slice(0, 120),
  owners: [{ kind: 'region', id: regionCode }],
  kinds: ['priorityArea', 'roundAnswer'],
})

/**
 * One of the parties to a joint action, for what all of them have accepted: the record belongs to the region that invited, and any of
 * them writes it on. It writes nothing else.
 */
export const partyActor = (by: Actor, regionCodes: readonly string[]): Actor => ({
  kind: by.kind,
  role: 'editor',
  name: by.name,
  owners: regionCodes.map((id) => ({ kind: 'region', id })),
  kinds: ['jointAction'],
  ...(by.accountId ? { accountId: by.accountId } : {}),
})

/** Whether a role may do at least as much as another. */
export const isAtLeast = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least)

/** Whether any of a writer's roles may do at least as much. */
export const mayAtLeast = (actor: Actor, least: Role): boolean => powersOf(actor).some(({ role }) => isAtLeast(role, least))
