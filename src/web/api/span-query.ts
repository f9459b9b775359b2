import { ExpectedError } from '../../records/expected-error.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { dateFromQuery } from '../frame/query.ts'
import { text } from '../frame/read-parts.ts'

/** How a program asks what became of things between two days. */
export const spanQuery = {
  from: text('First day; 2018-01-31 when left out.'),
  to: text('Last day; the chosen day when left out.'),
}

/** The two days of a comparison. @throws ExpectedError when they are not days, or in the wrong order */
export function readSpan(
  snapshot: Snapshot,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): { from: string; to: string } {
  const span = { from: dateFromQuery(from ?? null, '2018-01-31'), to: dateFromQuery(to ?? null, snapshot.validAt) }
  if (span.from > span.to) throw new ExpectedError('bad_request', { detail: 'from must not be later than to.' })
  return span
}
