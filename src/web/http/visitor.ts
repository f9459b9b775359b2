import type { Context } from 'hono'
import { logging } from '../../accounts/log-of-versions.ts'
import { registryInMemory } from '../../changes/registry.ts'
import { hasSessionCookie } from '../../accounts/accounts.ts'
import type { Viewer } from '../../accounts/accounts.ts'
import type { Visit } from '../frame/page.ts'
import type { AppEnv, Effects } from './effects.ts'

type VisitEffects = Pick<Effects, 'store' | 'source' | 'clock' | 'logger' | 'accounts' | 'siteUrl'>

/** Who is signed in, asked once for each request; null for readers, for whom nothing is looked up. */
export async function viewerOf(c: Context<AppEnv>, { accounts }: Pick<Effects, 'accounts'>): Promise<Viewer | null> {
  const { headers } = c.req.raw
  if (!hasSessionCookie(headers.get('cookie'))) return null
  const asked = c.get('viewer') ?? accounts.viewerOf(headers)
  c.set('viewer', asked)
  return asked
}

/** What a page or form that is for one visitor may use. */
export async function visitOf(c: Context<AppEnv>, effects: VisitEffects): Promise<Visit> {
  const { store, source, clock, logger, accounts, siteUrl } = effects
  return {
    viewer: await viewerOf(c, effects),
    accounts,
    store,
    registry: registryInMemory(store, source.registry, {
      clock,
      warn: ({ en }) => logger.warn(en),
      ...logging(store.side, clock),
    }),
    siteUrl,
    now: clock(),
    origin: c.req.header('origin') ?? null,
    cookies: c.req.header('cookie') ?? '',
    client: c.env?.client ?? 'unknown',
  }
}
