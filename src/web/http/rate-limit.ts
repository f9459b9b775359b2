import { isIPv6 } from 'node:net'

/** Lets each client spend tokens that come back over time. */
export interface RateLimit {
  /** Takes `cost` tokens; 0 when there were enough, else the seconds to wait. */
  take(client: string, options?: { cost?: number; nowMs?: number }): number
  /** Takes `cost` tokens afterwards, for work that turned out expensive; the client may go into debt, at most its whole burst. */
  charge(client: string, cost: number, nowMs?: number): void
}

const mostClients = 20_000

/** An answer that is kept is sent in a twentieth of a millisecond and costs one token; four milliseconds of work cost one more. */
const msOfWorkPerToken = 4
const mostTokensForWork = 100

/** What the making of an answer costs, by the processor time that it took. */
export const tokensForWork = (cpuMs: number): number => Math.min(mostTokensForWork, Math.floor(cpuMs / msOfWorkPerToken))

/**
 * A token bucket per client, in bounded memory: when too many clients are known, those seen longest ago are forgotten.
 * @param burst tokens a client can save up
 * @param perSecond tokens that come back each second
 */
export function makeRateLimit({ burst, perSecond }: { burst: number; perSecond: number }): RateLimit {
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  const bucketOf = (client: string, nowMs: number) => {
    const bucket = buckets.get(client) ?? { tokens: burst, atMs: nowMs }
    buckets.delete(client)
    buckets.set(client, bucket)
    if (buckets.size > mostClients) buckets.delete(buckets.keys().next().value!)
    bucket.tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * perSecond)
    bucket.atMs = nowMs
    return bucket
  }
  return {
    charge(client, cost, nowMs = performance.now()) {
      const bucket = bucketOf(client, nowMs)
      bucket.tokens = Math.max(-burst, bucket.tokens - cost)
    },
    take(client, { cost = 1, nowMs = performance.now() } = {}) {
      const bucket = bucketOf(client, nowMs)
      if (bucket.tokens >= cost) {
        bucket.tokens -= cost
        return 0
      }
      return Math.max(1, Math.ceil((cost - bucket.tokens) / perSecond))
    },
  }
}

/** As some proxies write addresses: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const withPort = /^(?:(\d+\.\d+\.\d+\.\d+):\d+|\[([^\]]+)\](?::\d+)?)$/

/**
 * Who a request counts for: its address, the network of an IPv6 address (/64), or the last address that a trusted
 * proxy has added to X-Forwarded-For.
 */
export function clientOf({
  remoteAddress,
  forwardedFor,
  isProxyTrusted,
}: {
  remoteAddress: string | undefined
  forwardedFor: string | undefined
  isProxyTrusted: boolean
}): string {
  const forwarded = isProxyTrusted ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  const address = (forwarded || remoteAddress || 'unknown')
    .slice(0, 64)
    .replace(withPort, '$1$2')
    .replace(/^::ffff:/i, '')
  return isIPv6(address) ? networkOf(address) : address
}

/** The first four groups of an IPv6 address, however it is written: `2001:db8::1` is in `2001:db8:0:0`. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]!.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':').length + (tail.includes('.') ? 1 : 0) : 0
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after)
  return [...groups, ...Array<string>(zeros).fill('0'), ...(tail ?? '').split(':')]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}
