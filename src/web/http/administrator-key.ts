import { createHash, timingSafeEqual } from 'node:crypto'
import { keyHolder } from '../../records/actor.ts'
import type { Actor } from '../../records/actor.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { makeRateLimit } from './rate-limit.ts'

/** Few tries a minute, for all together: a key is long, and nobody mistypes it hundreds of times. */
const wrongKeys = makeRateLimit({ burst: 10, perSecond: 0.2 })

const tooMany = { sv: 'För många felaktiga nycklar.', en: 'Too many wrong keys.' }

/**
 * Who sends a request: somebody who has the administrator's key.
 * @throws ExpectedError `editing_off`, `not_authorised` or `rate_limited`
 */
export function actorWithKey(given: string | null | undefined, adminToken: string | null): Actor {
  if (!adminToken)
    throw new ExpectedError('editing_off', {
      detail: 'Set SPETS_ADMIN_TOKEN on the server, or use the command line: «spets import deck FILE», «spets edit …».',
    })
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (given && timingSafeEqual(digest(given), digest(adminToken))) return keyHolder
  const retryAfterSeconds = wrongKeys.take('all')
  if (retryAfterSeconds > 0)
    throw new ExpectedError('rate_limited', { detail: tooMany.en, data: { retryAfterSeconds, words: tooMany } })
  throw new ExpectedError('not_authorised')
}
