/**
 * Whether a browser at an address keeps the cookie of a session: it does over TLS, and on the machine itself.
 * @param origin as the browser gives it; null when it gives none
 */
export function keepsCookies(origin: string | null): boolean {
  if (!origin || !URL.canParse(origin)) return true
  const { protocol, hostname } = new URL(origin)
  return protocol !== 'http:' || /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
