import type { Owner } from './shared-fields.ts'

/** By which way a writer came in. */
export const actorKinds = ['system', 'commandLine', 'key', 'account'] as const
export type ActorKind = (typeof actorKinds)[number]

/** What a writer may do at most, least first: propose, publish what is their owners', or change anything. */
export const roles = ['proposer', 'editor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who writes. Every change to the registry has one. */
export interface Actor {
  kind: ActorKind
  role: Role
  /** What is recorded as the writer: a role or a program, never somebody's password or address. */
  name: string
  /** The regions and joint areas on whose behalf it may write. */
  owners: 'all' | readonly Owner[]
}

/** The program itself, when it fills an empty registry with the facts that ship. */
export const factsLoader: Actor = { kind: 'system', role: 'administrator', name: 'spets-facts', owners: 'all' }

/** Somebody with access to the machine that the registry is on. */
export const commandLineActor = (name: string): Actor => ({ kind: 'commandLine', role: 'administrator', name, owners: 'all' })

/** Somebody who sent the administrator's key. The name is what was always recorded for it. */
export const keyHolder: Actor = { kind: 'key', role: 'administrator', name: 'administrator', owners: 'all' }

/** Whether a role reaches as far as another. */
export const isAtLeast = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least)
