import { parkText } from '../../drafts/parked-text.ts'
import type { Accounts, Viewer } from '../../accounts/accounts.ts'
import type { Language } from '../../records/language.ts'
import { makePaths } from '../frame/paths.ts'
import type { Effects } from './effects.ts'

/** The fields by which a form proves, after the session has ended, for which account it was made. */
export const writerFields = { account: 'formAccount', proof: 'formProof', parked: 'formParked' } as const

const sentForms = /<form\b(?=[^>]*\smethod="post")(?=[^>]*\senctype="multipart\/form-data")[^>]*>/gi

/** Puts the proof first into every form that a signed-in account is shown, so that what is written in none of them can be lost. */
export async function withWriter(html: string, viewer: Viewer | null, accounts: Pick<Accounts, 'proofOf'>): Promise<string> {
  if (!viewer) return html
  const { id } = viewer.account
  // Ids and proofs are letters, digits, hyphens and underlines.
  const fields = [
    [writerFields.account, id],
    [writerFields.proof, await accounts.proofOf(id)],
  ].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
  return html.replaceAll(sentForms, (form) => form + fields.join(''))
}

/** Keeps a form that was sent after the session had ended. @returns where it can be sent from again; null when it is too long to keep */
export async function parkForm(
  { store, contents }: Pick<Effects, 'store' | 'contents'>,
  { form, lang, action, accountId, now }: { form: FormData; lang: Language; action: string; accountId: string; now: Date },
): Promise<string | null> {
  // A chosen file is not kept: the browser asks for it again.
  const fields = [...form].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
  const key = await parkText(store.side, { accountId, parked: { action, fields }, now })
  const address = contents.addresses.get('resume')
  if (key === null || !address?.query?.['key']) return null
  return makePaths(contents.addresses, { lang, time: null }).to('resume', {}, { [address.query['key'][lang]]: key })
}
