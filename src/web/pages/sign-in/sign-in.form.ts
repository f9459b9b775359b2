import { ExpectedError } from '../../../records/expected-error.ts'
import { exportAccount } from '../../../accounts/account-list.ts'
import { findWithoutDigest, setDigest } from '../../../conversation/job-lock.ts'
import { findSavedBy, forgetWriter } from '../../../drafts/region-draft.ts'
import { signedIn } from '../../frame/page.ts'
import type { FormAction, FormActions } from '../../frame/page.ts'
import { dataPage } from './own-data-page.tsx'
import { namesIn } from '../../frame/page-address.ts'
import { signInAddress } from './sign-in.address.ts'
import { keepsCookies } from './keeps-cookies.ts'
import { showLinkFault } from './link-fault-page.tsx'
import { signInText } from './sign-in.text.ts'
import { wayBack } from './way-back.ts'

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Sends a link to an address. The answer is the same whether there is an account or not. */
const askForLink: FormAction = async ({ lang, form, visit, paths }) => {
  const to = wayBack(textOf(form, 'to'))
  await visit.accounts.askForLink({ email: textOf(form, 'email'), client: visit.client, lang, to })
  const names = namesIn(signInAddress, lang)
  return { redirectTo: paths.to('signIn', {}, { [names.sent]: '1', [names.to]: to }) }
}

const signOut: FormAction = async ({ visit, paths, form }) => {
  const { cookies } = await visit.accounts.signOut(new Headers({ cookie: visit.cookies }))
  return { redirectTo: wayBack(textOf(form, 'to')) ?? paths.to('start'), cookies }
}

/** Opens a link: the press of the button, never the visit, uses it up, since mail filters visit links. */
const openLink: FormAction = async ({ lang, form, visit, paths }) => {
  const key = textOf(form, 'key').slice(0, 200)
  // Where no cookie can be set the link stays unused.
  if (!keepsCookies(visit.origin)) throw new ExpectedError('bad_request', { detail: signInText[lang].notSecure(visit.siteUrl) })
  const fault = await visit.accounts.whyNot(key)
  const opened = fault ? null : await visit.accounts.openLink(key)
  const to = wayBack(textOf(form, 'to'))
  // Two presses at once: the second finds the link used.
  if (!opened) return { show: (context) => showLinkFault(context, { fault: fault ?? 'used', to }) }
  return { redirectTo: to ?? paths.to('signIn'), cookies: opened.cookies }
}

/** Shows everything that is kept about whoever is signed in. */
const showData: FormAction = async ({ lang, visit }) => {
  const { account } = signedIn(visit)
  const { side } = visit.store
  const kept = {
    ...(await exportAccount(side, account)),
    drafts: await findSavedBy(side, account.id),
    getsDigest: !(await findWithoutDigest(side)).has(account.id),
  }
  return { show: () => dataPage(JSON.stringify(kept, null, 2), lang) }
}

/** Turns the weekly letter of whoever is signed in on or off. */
const turnDigest: FormAction = async ({ form, visit, paths, now }) => {
  const { account } = signedIn(visit)
  await setDigest(visit.store.side, { accountId: account.id, isOn: textOf(form, 'digest') === 'on', now })
  return { redirectTo: paths.to('signIn') }
}

/** Ends the account of whoever is signed in. */
const endAccount: FormAction = async ({ lang, form, visit, paths }) => {
  const { account } = signedIn(visit)
  if (textOf(form, 'sure') !== 'yes') throw new ExpectedError('bad_request', { detail: signInText[lang].endUnsure })
  const { cookies } = await visit.accounts.signOut(new Headers({ cookie: visit.cookies }))
  await forgetWriter(visit.store.side, account.id)
  await visit.accounts.revoke(account.email)
  return { redirectTo: paths.to('start'), cookies }
}

const open = { mostBytes: 8 * 1024, least: 'reader', refusals: signInText } as const
export const signInForms: FormActions = {
  ...open,
  actions: { '': askForLink, '/ut': signOut, '/uppgifter': showData, '/avsluta': endAccount, '/veckobrev': turnDigest },
}
export const signInLinkForms: FormActions = { ...open, actions: { '': openLink } }
