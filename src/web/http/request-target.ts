/** The origin of every URL that the app sees. Answers are kept by path and query, so no answer may contain the reader's host. */
export const fixedHost = 'localhost'

/**
 * Path and query of a request's target, which may be a whole address (`GET http://host/om`, RFC 9112 3.2.2); a target of
 * another form is given back as it is, to be refused.
 */
export function pathOfTarget(target: string): string {
  if (target.startsWith('/')) return target
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/i.exec(target) ?? []
  if (rest === undefined) return target
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Whether a Host header can be one: a name or an address, perhaps with a port. */
export const isHost = (host: string): boolean => /^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}/`)
