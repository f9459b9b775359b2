import { ExpectedError } from '../../records/expected-error.ts'
import { IsoDate } from '../../records/time.ts'

/** A day from a query, or `otherwise` when it is not given. @throws ExpectedError `invalid_date` naming the value */
export function dateFromQuery(value: string | null, otherwise: string): string {
  if (!value) return otherwise
  if (!IsoDate.safeParse(value).success)
    throw new ExpectedError('invalid_date', {
      detail: `«${value.slice(0, 40)}»: YYYY-MM-DD`,
      data: { asked: value.slice(0, 40) },
    })
  return value
}
