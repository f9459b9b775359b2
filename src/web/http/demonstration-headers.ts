import { demonstrationPrefix } from '../../records/demonstration.ts'

/** What every answer of a demonstration carries. */
export const demonstrationHeaders: Readonly<Record<string, string>> = {
  'x-robots-tag': 'noindex, nofollow',
  'x-spets-demonstration': 'invented roles, answers and conversations; not a source',
}

/** An answer's headers in a demonstration: they say so, and a file says it by its name. */
export function namedAsDemonstration(headers: Readonly<Record<string, string>>): Record<string, string> {
  const disposition = headers['content-disposition']
  const named = disposition?.replace(/filename="(?!demonstration-)/, `filename="${demonstrationPrefix}`)
  return { ...headers, ...demonstrationHeaders, ...(named ? { 'content-disposition': named } : {}) }
}
