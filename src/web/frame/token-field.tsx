import { mayAtLeast } from '../../records/actor.ts'
import type { Role } from '../../records/actor.ts'
import type { PageContext } from './page.ts'

const label = { sv: 'Administratörens nyckel', en: 'The administrator’s key' } as const

interface TokenFieldProps {
  context: PageContext
  id?: string
  /** The least role whose holder needs no key when signed in; the same as that of the page's forms. */
  least?: Role
}

/**
 * The key is asked for each time and never sent back in a page. In its form it comes before files and other long fields, since the
 * server reads no more than 64 kB before it has the key. A page with two forms gives the second an id of its own.
 */
export function TokenField({ context, id = 'admin-token', least = 'administrator' }: TokenFieldProps) {
  if (context.viewer && mayAtLeast(context.viewer.actor, least)) return null
  return (
    <div class="field">
      <label for={id}>{label[context.lang]}</label>
      <input id={id} type="password" name="token" autocomplete="current-password" required />
    </div>
  )
}
