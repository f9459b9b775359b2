import { findWithoutDigest } from '../../../conversation/job-lock.ts'
import { accountRoleLabels } from '../../../records/account-roles.ts'
import type { Grant } from '../../../records/account-roles.ts'
import type { Viewer } from '../../../accounts/accounts.ts'
import { defineVisitedPage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { AskForLink } from './ask-for-link.tsx'
import { signInAddress } from './sign-in.address.ts'
import { signInForms } from './sign-in.form.ts'
import { signInText } from './sign-in.text.ts'
import { wayBack } from './way-back.ts'

interface SignInShape {
  viewer: Viewer | null
  isSent: boolean
  to: string | null
  /** The roles in words, with whose they are. */
  roles: readonly string[]
  getsDigest: boolean
}

export const signInPage = defineVisitedPage<SignInShape>({
  ...signInAddress,
  menu: {
    where: 'footer',
    place: 30,
    label: { sv: 'Logga in', en: 'Sign in' },
    labelSignedIn: { sv: 'Ditt konto', en: 'Your account' },
  },
  async load({ lang, url, snapshot }, { viewer, store }) {
    const names = namesIn(signInAddress, lang)
    const nameOf = (owner: Grant['owner']) => {
      if (!owner) return null
      return snapshot.getBegun(owner.kind, owner.id)?.name ?? owner.id
    }
    const roles = (viewer?.account.grants ?? []).map(({ role, owner }) =>
      [accountRoleLabels[role][lang], nameOf(owner)].filter(Boolean).join(', '),
    )
    const isSent = url.searchParams.get(names.sent) === '1'
    const getsDigest = viewer !== null && !(await findWithoutDigest(store.side)).has(viewer.account.id)
    return { viewer, isSent, to: wayBack(url.searchParams.get(names.to)), roles, getsDigest }
  },
  render(context, shape) {
    const text = signInText[context.lang]
    return {
      title: shape.viewer ? text.titleIn : text.title,
      description: text.description,
      body: shape.viewer ? (
        <OwnAccount context={context} shape={shape} viewer={shape.viewer} />
      ) : (
        <SignIn context={context} shape={shape} />
      ),
    }
  },
  forms: signInForms,
})

function SignIn({ context, shape: { isSent, to } }: { context: PageContext; shape: SignInShape }) {
  const text = signInText[context.lang]
  return (
    <article class="prose">
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      {isSent ? (
        <p class="callout" role="status">
          <strong>{text.sent}</strong> {text.sentHelp}
        </p>
      ) : null}
      <AskForLink context={context} to={to} />
      <p class="muted">{text.noAccount}</p>
    </article>
  )
}

function OwnAccount({ context, shape, viewer }: { context: PageContext; shape: SignInShape; viewer: Viewer }) {
  const text = signInText[context.lang]
  return (
    <article class="prose">
      <header class="page-head">
        <h1>{text.titleIn}</h1>
      </header>
      <dl class="facts">
        <dt>{text.email2}</dt>
        <dd>{viewer.account.email}</dd>
        <dt>{text.roles}</dt>
        {shape.roles.length === 0 ? <dd>{text.noRoles}</dd> : null}
        {shape.roles.map((role) => (
          <dd key={role}>{role}</dd>
        ))}
        <dt>{text.publicly}</dt>
        <dd>
          <span lang="sv">{viewer.actor.name}</span>. {text.publiclyHelp}
        </dd>
      </dl>
      <form method="post" encType="multipart/form-data" action={`${context.paths.action('signIn')}/ut`}>
        <button type="submit">{text.signOut}</button>
      </form>
      <Digest context={context} getsDigest={shape.getsDigest} />
      <h2>{text.yourData}</h2>
      <p>
        <a href={context.paths.to('personalData')}>{text.aboutData}</a>
      </p>
      <form method="post" encType="multipart/form-data" action={`${context.paths.action('signIn')}/uppgifter`}>
        <button type="submit" class="button-quiet">
          {text.seeData}
        </button>
      </form>
      <h2>{text.endAccount}</h2>
      <p>{text.endLead}</p>
      <form method="post" encType="multipart/form-data" action={`${context.paths.action('signIn')}/avsluta`}>
        <p>
          <label>
            <input type="checkbox" name="sure" value="yes" required /> {text.endSure}
          </label>
        </p>
        <button type="submit" class="button-quiet">
          {text.endAccount}
        </button>
      </form>
    </article>
  )
}

/** Where the weekly letter is turned off, and on again. */
function Digest({ context, getsDigest }: { context: PageContext; getsDigest: boolean }) {
  const text = signInText[context.lang]
  return (
    <>
      <h2>{text.digest}</h2>
      <p>{getsDigest ? text.digestOn : text.digestOff}</p>
      <form method="post" encType="multipart/form-data" action={`${context.paths.action('signIn')}/veckobrev`}>
        <button type="submit" class="button-quiet" name="digest" value={getsDigest ? 'off' : 'on'}>
          {getsDigest ? text.turnOff : text.turnOn}
        </button>
      </form>
    </>
  )
}
