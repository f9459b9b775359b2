import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { roles } from '../records/actor.ts'
import type { Actor, Powers, Role } from '../records/actor.ts'
import { powersOf } from '../records/actor.ts'
import type { SideTables } from '../store/store.ts'
import './account-rows.ts'

/** How much a program may do for a person: propose only, or all that the person may. */
export const tokenScopes = ['propose', 'write'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** Tells a token from the administrator's key at a glance. */
const prefix = 'spets_'
export const isApiToken = (text: string): boolean => text.startsWith(prefix)
const hash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Makes a named key for a program of an account; it is shown once, and stored as a hash. */
export async function makeToken(
  side: SideTables,
  { userId, name, scope, now }: { userId: string; name: string; scope: TokenScope; now: Date },
): Promise<string> {
  const token = prefix + randomBytes(32).toString('base64url')
  const row = {
    id: randomUUID(),
    user_id: userId,
    name: name.slice(0, 80),
    scope,
    token_hash: hash(token),
    created_at: now.toISOString(),
  }
  await side.write((db) =>
    db
      .insertInto('api_token')
      .values({ ...row, used_on: null })
      .execute(),
  )
  return token
}

export const findToken = (side: SideTables, token: string) =>
  side.read.selectFrom('api_token').selectAll().where('token_hash', '=', hash(token)).executeTakeFirst()

export const findTokens = (side: SideTables, userId: string) =>
  side.read.selectFrom('api_token').selectAll().where('user_id', '=', userId).orderBy('created_at').execute()

/** @returns whether there was such a token */
export const revokeToken = async (side: SideTables, { userId, name }: { userId: string; name: string }): Promise<boolean> => {
  const { numDeletedRows } = await side.write((db) =>
    db.deleteFrom('api_token').where('user_id', '=', userId).where('name', '=', name).executeTakeFirstOrThrow(),
  )
  return numDeletedRows > 0n
}

/** A writer within the scope of a token. */
export function withinScope(actor: Actor, scope: string): Actor {
  if (scope === 'write') return actor
  const atMost = ({ role, ...powers }: Powers): Powers => ({ ...powers, role: lesser(role, 'proposer') })
  const [first, ...also] = powersOf(actor).map(atMost)
  return { kind: actor.kind, name: actor.name, ...(actor.accountId ? { accountId: actor.accountId } : {}), ...first!, also }
}

const lesser = (a: Role, b: Role): Role => roles[Math.min(roles.indexOf(a), roles.indexOf(b))]!
