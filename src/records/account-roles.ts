import { reader } from './actor.ts'
import type { Actor, Powers } from './actor.ts'
import type { LocalText, Owner } from './shared-fields.ts'

/** The roles that a person's account may have. Without one, the person is a reader. */
export const accountRoles = ['regionalEditor', 'regionalConfirmer', 'clusterEditor', 'nationalOfficer', 'administrator'] as const
export type AccountRole = (typeof accountRoles)[number]

/** A role and whose: a region or joint area, a cluster, or everybody's (null). A person may have several. */
export interface Grant {
  role: AccountRole
  owner: Owner | { kind: 'cluster'; id: string } | null
}

export const accountRoleLabels: Record<AccountRole, LocalText> = {
  regionalEditor: { sv: 'regional redaktör', en: 'regional editor' },
  regionalConfirmer: { sv: 'regional bekräftare', en: 'regional confirmer' },
  clusterEditor: { sv: 'klusterredaktör', en: 'cluster editor' },
  nationalOfficer: { sv: 'nationell handläggare', en: 'national officer' },
  administrator: { sv: 'administratör', en: 'administrator' },
}

/** What each role is of. */
export const ownersOfRole: Record<AccountRole, readonly ('region' | 'jointArea' | 'cluster')[]> = {
  regionalEditor: ['region', 'jointArea'],
  regionalConfirmer: ['region', 'jointArea'],
  clusterEditor: ['cluster'],
  nationalOfficer: [],
  administrator: [],
}

/** What a region says for itself, which nobody else has to publish. */
const saidByRegions = ['wish', 'wishAsker', 'bridgeVerdict']

const powersOfRole: Record<AccountRole, (owners: Powers['owners']) => Powers | readonly Powers[]> = {
  administrator: () => ({ role: 'administrator', owners: 'all' }),
  nationalOfficer: () => ({ role: 'officer', owners: 'all', limit: 'notOwnWords' }),
  regionalConfirmer: (owners) => ({ role: 'editor', owners, kinds: ['priorityArea'], limit: 'confirmations' }),
  regionalEditor: (owners) => [
    { role: 'proposer', owners },
    { role: 'editor', owners, kinds: saidByRegions },
  ],
  clusterEditor: (owners) => ({ role: 'editor', owners, kinds: ['cluster'] }),
}

/** Most powerful first: the first role that a person has is the one that names the person. */
const byPower = Object.keys(powersOfRole) as AccountRole[]

/** The writer that an account is. Its recorded name is role and organisation, never a person's name. */
export function actorOfAccount({ grants, organisation }: { grants: readonly Grant[]; organisation: string }): Actor {
  const roles = byPower.filter((role) => grants.some((grant) => grant.role === role))
  const [powers, ...also] = roles.flatMap((role) =>
    powersOfRole[role](grants.flatMap((grant) => (grant.role === role && grant.owner ? [grant.owner] : []))),
  )
  if (!powers) return reader
  const name = [accountRoleLabels[roles[0]!].sv, organisation].filter(Boolean).join(', ').slice(0, 120)
  return { kind: 'account', name, ...powers, ...(also.length > 0 ? { also } : {}) }
}

/** The regions and joint areas that a person writes for. */
export const ownersOf = (grants: readonly Grant[]): Owner[] => {
  const owners = grants.flatMap(({ owner }) => (owner && owner.kind !== 'cluster' ? [owner] : []))
  return owners.filter(({ kind, id }, at) => owners.findIndex((other) => other.kind === kind && other.id === id) === at)
}

export const hasRole = (grants: readonly Grant[], ...roles: AccountRole[]): boolean =>
  grants.some(({ role }) => roles.includes(role))
