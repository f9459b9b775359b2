import type { Grant } from '../../records/account-roles.ts'
import type { Accounts } from '../../accounts/accounts.ts'

/** Makes an account with roles, signs it in, and gives the cookie that its browser would send. */
export async function signedInAs(site: { effects: { accounts: Accounts } }, ...grants: Grant[]): Promise<string> {
  const { accounts } = site.effects
  const email = `${crypto.randomUUID()}@example.se`
  const { link } = await accounts.invite({ email, organisation: 'prov', lang: 'sv', grants }, 'prov')
  const opened = await accounts.openLink(new URL(link).searchParams.get('nyckel')!)
  return opened!.cookies[0]!.split(';')[0]!
}
