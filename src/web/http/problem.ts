import { z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { errorCodes, ExpectedError } from '../../records/expected-error.ts'
import type { ErrorCode } from '../../records/expected-error.ts'
import { LocalText } from '../../records/shared-fields.ts'
import type { Language } from '../../records/language.ts'

/** An error answer of the API (RFC 9457). */
export const ProblemShape = z
  .object({
    type: z.string().describe('Where this kind of error is described, for example /api#error-region-not-found.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional().describe('What was wrong this time, and how to mend it.'),
    instance: z.string().describe('The number of the request, also in X-Request-Id and in the server’s log.'),
  })
  .openapi('Problem')

/** Where an error code is documented. */
export const problemType = (code: ErrorCode): string => `/api#error-${code.replaceAll('_', '-')}`

export function problemOf(error: ExpectedError, requestId: string): Record<string, unknown> {
  const { status, en } = errorCodes[error.code]
  return {
    ...error.data,
    type: problemType(error.code),
    title: en,
    status,
    ...(error.detail ? { detail: error.detail } : {}),
    instance: requestId,
  }
}

/** What was thrown as an outcome a person can act on; anything unexpected becomes `internal` and tells nothing. */
export function expectedFrom(error: unknown): ExpectedError {
  if (error instanceof ExpectedError) return error
  if (error instanceof z.ZodError) {
    const issues = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
    const [first] = issues
    return new ExpectedError('bad_request', { detail: `${first?.path || 'query'}: ${first?.message}`, data: { issues } })
  }
  // The router's own refusals: a body that is no JSON, and the like.
  if (error instanceof HTTPException && error.status < 500)
    return new ExpectedError('bad_request', { detail: error.message, cause: error })
  return new ExpectedError('internal', { cause: error })
}

/** What a person can mend, in the words of the page's language where there are such. */
export function inLanguage<Thrown>(error: Thrown, lang: Language): Thrown | ExpectedError {
  if (!(error instanceof ExpectedError)) return error
  const words = LocalText.safeParse(error.data['words'])
  return words.success ? new ExpectedError(error.code, { detail: words.data[lang], data: error.data, cause: error }) : error
}
