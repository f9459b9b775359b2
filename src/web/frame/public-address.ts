/**
 * What names of linked data begin with where the site has no public address of its own: a name that nobody can take for a
 * web address, since it must not depend on which address a reader happened to use.
 */
export const unpublishedNames = 'urn:x-spets:unpublished'

/** What names of linked data begin with, without a slash at the end: the configured address, and never one from a request. */
export const namesBase = (baseUrl: string | null): string => baseUrl ?? unpublishedNames

/**
 * The configured address in its one form, without a slash at the end; null when it is no public address: only http and https,
 * without a name or key of a user, query or fragment.
 */
export function parseBaseUrl(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, username, password, search, hash, href } = new URL(text)
  if (!/^https?:$/.test(protocol) || username || password || search || hash) return null
  return href.replace(/\/+$/, '')
}
