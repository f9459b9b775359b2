import type { PageContext } from './page.ts'

const label = { sv: 'Administratörens nyckel', en: 'The administrator’s key' } as const

/** The key is asked for each time and never sent back in a page. */
export function TokenField({ context }: { context: PageContext }) {
  return (
    <div class="field">
      <label for="admin-token">{label[context.lang]}</label>
      <input id="admin-token" type="password" name="token" autocomplete="current-password" required />
    </div>
  )
}
