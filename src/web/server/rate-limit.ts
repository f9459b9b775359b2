/** Lets each client spend tokens that come back over time. */
export interface RateLimit {
  /** Takes `cost` tokens; 0 when there were enough, else the seconds to wait. */
  take(client: string, options?: { cost?: number; nowMs?: number }): number
}

const mostClients = 20_000

/**
 * A token bucket per client, in bounded memory: when too many clients are known, those seen longest ago are forgotten.
 * @param burst tokens a client can save up
 * @param perSecond tokens that come back each second
 */
export function makeRateLimit({ burst, perSecond }: { burst: number; perSecond: number }): RateLimit {
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  return {
    take(client, { cost = 1, nowMs = performance.now() } = {}) {
      const bucket = buckets.get(client) ?? { tokens: burst, atMs: nowMs }
      buckets.delete(client)
      buckets.set(client, bucket)
      if (buckets.size > mostClients) buckets.delete(buckets.keys().next().value!)
      bucket.tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * perSecond)
      bucket.atMs = nowMs
      if (bucket.tokens >= cost) {
        bucket.tokens -= cost
        return 0
      }
      return Math.max(1, Math.ceil((cost - bucket.tokens) / perSecond))
    },
  }
}

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
  const address = (forwarded || remoteAddress || 'unknown').replace(/^::ffff:/, '').slice(0, 64)
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address
}
