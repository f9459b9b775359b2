import { ExpectedError } from '../../../records/expected-error.ts'
import type { FormAction, FormActions } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { signInAddress } from './sign-in.address.ts'
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
  const opened = await visit.accounts.openLink(textOf(form, 'key').slice(0, 200))
  if (!opened) throw new ExpectedError('bad_request', { detail: signInText[lang].linkUsed })
  return { redirectTo: wayBack(textOf(form, 'to')) ?? paths.to('signIn'), cookies: opened.cookies }
}

const open = { mostBytes: 8 * 1024, least: 'reader', refusals: signInText } as const
export const signInForms: FormActions = { ...open, actions: { '': askForLink, '/ut': signOut } }
export const signInLinkForms: FormActions = { ...open, actions: { '': openLink } }
