import { createHash } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins/magic-link'
import type { SideTables } from '../store/store.ts'

/** Held by the signed in alone. The prefix lets a browser accept it over TLS (or at localhost) only, for this host only. */
export const sessionCookie = '__Host-spets'
const sessionSeconds = 7 * 24 * 3600

/** What a link's token is stored as. */
export const linkHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Sign-in and sessions by better-auth, in the registry's database. It is asked in the program; none of its addresses are served. */
export const makeAuth = ({ side, secret, siteUrl }: { side: SideTables; secret: string; siteUrl: string }) =>
  betterAuth({
    appName: 'Spets',
    baseURL: siteUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: { db: side.single, type: side.engine === 'sqlite' ? 'sqlite' : 'postgres' },
    user: {
      modelName: 'account_user',
      additionalFields: {
        organisation: { type: 'string', required: false, defaultValue: '', input: false },
        lang: { type: 'string', required: false, defaultValue: 'sv', input: false },
      },
    },
    session: { modelName: 'account_session', expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: { modelName: 'account_login' },
    verification: { modelName: 'account_verification' },
    advanced: {
      cookiePrefix: sessionCookie,
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookie } },
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => linkHash(token) },
        // Links are made by `sign-in-links.ts`, which keeps them for longer where they are an invitation.
        sendMagicLink: () => Promise.reject(new Error('Links are not made here.')),
      }),
    ],
  })

export type Auth = ReturnType<typeof makeAuth>
