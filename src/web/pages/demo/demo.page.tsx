import type { Account } from '../../../accounts/accounts.ts'
import { accountRoleLabels } from '../../../records/account-roles.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { defineVisitedPage } from '../../frame/page.ts'
import type { FormAction, PageContext } from '../../frame/page.ts'
import { demoAddress } from './demo.address.ts'
import { demoText } from './demo.text.ts'

interface Shape {
  accounts: readonly Account[]
  letters: readonly { id: string; recipient: string; body: string }[]
}

/** The accounts of a demonstration are under a name that no mail can reach. */
const isInvented = ({ email }: { email: string }): boolean => email.endsWith('@demo.invalid')

/** Steps into a role by a link of its own, as a person would by the one in a mail. */
const stepIn: FormAction = async ({ form, visit, paths }) => {
  const account = (await visit.accounts.list()).filter(isInvented).find(({ email }) => email === form.get('account'))
  if (!account) throw new ExpectedError('not_found')
  const { link } = await visit.accounts.invite(account, 'demonstration')
  const opened = await visit.accounts.openLink(new URL(link).searchParams.get('nyckel') ?? '')
  if (!opened) throw new ExpectedError('not_found')
  return { redirectTo: paths.to('toDo'), cookies: opened.cookies }
}

/** Where one steps into each role without mail. It is among the pages of a demonstration alone. */
export const demoPage = defineVisitedPage<Shape>({
  ...demoAddress,
  async load(_context, { accounts }) {
    const mails = await accounts.outbox.findNewest(200)
    return {
      accounts: (await accounts.list()).filter(isInvented),
      letters: mails.filter(({ send_key: key }) => key?.startsWith('digest-')),
    }
  },
  render(context, shape) {
    const { title, description } = demoText[context.lang]
    return { title, description, crumb: demoText[context.lang].crumb, body: <Demo context={context} shape={shape} /> }
  },
  forms: { mostBytes: 4 * 1024, least: 'reader', refusals: demoText, actions: { '': stepIn } },
})

function Demo({ context, shape: { accounts, letters } }: { context: PageContext; shape: Shape }) {
  const { lang, paths } = context
  const text = demoText[lang]
  return (
    <article class="demo">
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      <section>
        <h2>{text.roles}</h2>
        <ul class="link-list">
          {accounts.map(({ email, grants, organisation }) => {
            const words = `${grants.map(({ role }) => accountRoleLabels[role][lang]).join(', ')}, ${organisation}`
            return (
              <li key={email}>
                <form method="post" action={paths.action('demo')} enctype="multipart/form-data" class="actions">
                  <span>{words}</span>
                  <button type="submit" name="account" value={email} class="button-quiet" aria-label={`${text.stepIn}: ${words}`}>
                    {text.stepIn}
                  </button>
                </form>
              </li>
            )
          })}
        </ul>
        <p class="small muted">{text.reader}</p>
      </section>
      <section>
        <h2>{text.letters}</h2>
        {letters.length === 0 ? <p class="empty">{text.noLetters}</p> : null}
        {letters.map(({ id, recipient, body }) => (
          <details key={id} class="fold">
            <summary>{recipient}</summary>
            <pre tabIndex={0} lang="sv">
              {body}
            </pre>
          </details>
        ))}
      </section>
    </article>
  )
}
