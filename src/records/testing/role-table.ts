import { accountRoles, actorOfAccount, ownersOfRole } from '../account-roles.ts'
import type { AccountRole, Grant } from '../account-roles.ts'
import { reader } from '../actor.ts'
import type { Actor } from '../actor.ts'
import { may } from '../may.ts'
import { kindOf, recordKinds } from '../record.ts'
import type { RecordKind } from '../record.ts'
import { writtenStates } from '../version-states.ts'
import type { VersionState, WrittenState } from '../version-states.ts'

/** The columns of the table of roles: somebody without an account, and each role of accounts. */
export const tableRoles = ['reader', ...accountRoles] as const
export type TableRole = (typeof tableRoles)[number]

/** What a test account of a role is for. */
export const ownerOf: Record<'region' | 'jointArea' | 'cluster', NonNullable<Grant['owner']>> = {
  region: { kind: 'region', id: '17' },
  jointArea: { kind: 'jointArea', id: 'norr' },
  cluster: { kind: 'cluster', id: 'own' },
}

export const actorWith = (role: TableRole): Actor => {
  if (role === 'reader') return reader
  const kind = ownersOfRole[role as AccountRole][0]
  return actorOfAccount({ grants: [{ role, owner: kind ? ownerOf[kind] : null }], organisation: '' })
}

/** A state that the given one may follow. */
export const stateBefore: Record<WrittenState, VersionState> = {
  draft: 'published',
  proposed: 'published',
  published: 'published',
  returned: 'proposed',
  withdrawn: 'published',
}

export const isOwnerless = (kind: RecordKind): boolean => String(kindOf(kind).owner) === '() => null'

export interface Cell {
  role: TableRole
  kind: RecordKind
  to: WrittenState
  isOwn: boolean
  changed: readonly string[]
}

/** Whether a role may bring a record of a kind into a state, changing some fields. */
export function isAllowed({ role, kind, to, isOwn, changed }: Cell): boolean {
  const { may: rules, ownWords = [] } = kindOf(kind)
  const region = { kind: 'region', id: isOwn ? '17' : '03' } as const
  const owners = isOwnerless(kind) ? [null] : [region]
  const wanted = { kind, recordId: isOwn ? 'own' : 'other', from: stateBefore[to], to, owners, changed, ownWords }
  return may(actorWith(role), wanted, rules) === true
}

/** The table as lines of Markdown: a row for each kind, whose records, and what of them is changed. */
export function roleTable(): string[] {
  const head = `| slag | vems | vad | ${tableRoles.join(' | ')} |`
  const rule = `|${' --- |'.repeat(3 + tableRoles.length)}`
  const rows = recordKinds.flatMap((kind) => {
    const whose = isOwnerless(kind) ? [true] : [true, false]
    const what: [string, string[]][] = [
      ['annat', ['other']],
      ...(kindOf(kind).ownWords ? [['ägarens ord', [...kindOf(kind).ownWords!]] as [string, string[]]] : []),
      ...(kind === 'priorityArea' ? [['bekräftelse', ['confirmedOn', 'confirmedByRole']] as [string, string[]]] : []),
    ]
    return whose.flatMap((isOwn) =>
      what.map(([words, changed]) => {
        const cells = tableRoles.map(
          (role) => writtenStates.filter((to) => isAllowed({ role, kind, to, isOwn, changed })).join(' ') || '–',
        )
        return `| ${kind} | ${isOwnerless(kind) ? 'ingens' : isOwn ? 'egen' : 'annans'} | ${words} | ${cells.join(' | ')} |`
      }),
    )
  })
  return [head, rule, ...rows]
}
