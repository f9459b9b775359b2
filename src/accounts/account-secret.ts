import { randomBytes } from 'node:crypto'
import type { SideTables } from '../store/store.ts'

/** A value that is made once for this registry, by whichever process asks first, such as the key that cookies are signed with. */
export async function secretNamed(side: SideTables, name: string): Promise<string> {
  const find = () => side.read.selectFrom('account_secret').select('value').where('name', '=', name).executeTakeFirst()
  const known = await find()
  if (known) return known.value
  const value = randomBytes(32).toString('base64url')
  await side.write((db) =>
    db
      .insertInto('account_secret')
      .values({ name, value })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return (await find())!.value
}
