import { randomBytes } from 'node:crypto'
import type { Language } from '../records/language.ts'
import { linkHash } from './auth.ts'
import type { Auth } from './auth.ts'

export const linkMinutes = 30
export const invitationDays = 7

/** Makes a link that signs an account in once. Its token is stored as a hash. */
export async function makeLink(
  auth: Auth,
  { email, lang, siteUrl, minutes, to }: { email: string; lang: Language; siteUrl: string; minutes: number; to?: string | null },
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const { internalAdapter } = await auth.$context
  await internalAdapter.createVerificationValue({
    identifier: linkHash(token),
    value: JSON.stringify({ email }),
    expiresAt: new Date(Date.now() + minutes * 60_000),
  })
  const url = new URL(lang === 'sv' ? '/logga-in/lank' : '/en/sign-in/link', siteUrl)
  url.searchParams.set(lang === 'sv' ? 'nyckel' : 'key', token)
  if (to) url.searchParams.set(lang === 'sv' ? 'till' : 'to', to)
  return url.href
}

const signature = { sv: 'Spets, atlasen över smart specialisering', en: 'Spets, the atlas of smart specialisation' }

/** The mail with a link that was asked for. */
export const linkMail = (link: string, lang: Language) =>
  lang === 'sv'
    ? {
        subject: 'Logga in i Spets',
        text: `Öppna länken och tryck på knappen, så loggas du in. Den går att använda en gång, inom ${linkMinutes} minuter.\n\n${link}\n\nHar du inte bett om länken behöver du inte göra något.\n\n${signature.sv}\n`,
      }
    : {
        subject: 'Sign in to Spets',
        text: `Open the link and press the button to sign in. It can be used once, within ${linkMinutes} minutes.\n\n${link}\n\nIf you did not ask for it, you need do nothing.\n\n${signature.en}\n`,
      }

/** The mail to somebody who has been invited. */
export const invitationMail = (link: string, { lang, roles }: { lang: Language; roles: string }) =>
  lang === 'sv'
    ? {
        subject: 'Välkommen till Spets',
        text: `Du har fått ett konto i Spets som ${roles}.\n\nLänken loggar in dig. Den går att använda en gång, inom ${invitationDays} dagar. Därefter ber du om en ny länk på sidan Logga in.\n\n${link}\n\n${signature.sv}\n`,
      }
    : {
        subject: 'Welcome to Spets',
        text: `You have an account in Spets as ${roles}.\n\nThe link signs you in. It can be used once, within ${invitationDays} days. After that, ask for a new link on the page Sign in.\n\n${link}\n\n${signature.en}\n`,
      }

/** Why a link signs nobody in: it was used, its time is out, or there is none such (any more). */
export type LinkFault = 'used' | 'expired' | 'unknown'

/** For as long a used link can say that it was used. */
const rememberedDays = 30
const usedName = (token: string): string => `used ${linkHash(token)}`

/** Remembers that a link has been used, so that whoever opens it again is told so. */
export async function noteUsed(auth: Auth, token: string): Promise<void> {
  const { internalAdapter } = await auth.$context
  const expiresAt = new Date(Date.now() + rememberedDays * 24 * 3600_000)
  await internalAdapter.createVerificationValue({ identifier: usedName(token), value: 'used', expiresAt })
}

/**
 * Why a link would sign nobody in; null when it would. An expired one is no longer known once the library has cleared it away.
 * Nothing is used up by asking.
 */
export async function whyNot(auth: Auth, token: string, now: Date): Promise<LinkFault | null> {
  const { adapter } = await auth.$context
  const find = (value: string) =>
    adapter.findOne<{ expiresAt: Date }>({ model: 'verification', where: [{ field: 'identifier', value }] })
  if (await find(usedName(token))) return 'used'
  const link = await find(linkHash(token))
  if (!link) return 'unknown'
  return new Date(link.expiresAt) <= now ? 'expired' : null
}
