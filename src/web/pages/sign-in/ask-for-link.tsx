import type { PageContext } from '../../frame/page.ts'
import { signInText } from './sign-in.text.ts'

/** Asks for the address that a link is sent to. */
export function AskForLink({ context, to }: { context: PageContext; to: string | null }) {
  const text = signInText[context.lang]
  return (
    <form method="post" encType="multipart/form-data" action={context.paths.action('signIn')} class="form-stack">
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <div class="field">
        <label for="sign-in-email">{text.email}</label>
        <input
          id="sign-in-email"
          type="email"
          name="email"
          autocomplete="email"
          maxLength={200}
          required
          aria-describedby="sign-in-help"
        />
        <p id="sign-in-help" class="muted">
          {text.emailHelp}
        </p>
      </div>
      <button type="submit">{text.send}</button>
    </form>
  )
}
