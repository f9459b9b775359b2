import type { z } from '@hono/zod-openapi'
import type { Language } from '../../records/language.ts'
import type { Derived } from '../../snapshot/derive.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { Identifier } from './identifiers.ts'
import type { Paths, TimeChoice } from './paths.ts'

/** The input of `read`, for pages and API alike. Nothing in it depends on the reader. */
export interface ReadContext {
  snapshot: Snapshot
  time: TimeChoice
  /** Makes addresses in a language that keep the chosen time. */
  pathsIn(lang: Language): Paths
}

/**
 * One address under `/api/v1/` to read, as JSON. `read` is pure: it gives the shape that the page shows. A page lists its
 * own in `api`; addresses without a page are in `web/api`.
 */
export interface ReadRoute {
  /** The path below `/api/v1/`, with `{name}` for each variable part. */
  path: string
  summary: string
  params?: z.ZodRawShape
  query?: z.ZodRawShape
  /** What its inputs identify; `read` is given their one form, however they are written. */
  takes?: Readonly<Record<string, Identifier>>
  response: z.ZodType
  /** What a 400 or a 404 of this address means, besides the errors that every address can give. */
  problems?: { 400?: string; 404?: string }
  /** Derived values that take long to make; they are prepared in pieces before `read`. */
  needs?: readonly Derived<unknown>[]
  /** Whether the answer to this input contains what somebody wrote about themselves, so that it is not cached. */
  isPrivate?(input: Record<string, string>): boolean
  read(context: ReadContext, input: Record<string, string>): unknown
}
