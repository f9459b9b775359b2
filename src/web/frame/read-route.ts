import type { z } from '@hono/zod-openapi'
import type { Language } from '../../records/language.ts'
import type { Derived } from '../../snapshot/derive.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { Paths, TimeChoice } from './paths.ts'

/** What reading needs, for pages and API alike; nothing in it depends on who asks. */
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
  /** Below `/api/v1/`, with `{name}` for what varies. */
  path: string
  summary: string
  params?: z.ZodRawShape
  query?: z.ZodRawShape
  response: z.ZodType
  /** What was wrong or missing when it refuses, beside what every address may answer. */
  problems?: { 400?: string; 404?: string }
  /** What takes so long to derive that it is made ready in pieces before `read`. */
  needs?: readonly Derived<unknown>[]
  /** Whether the answer to this input holds what somebody wrote about themselves, so that it is kept nowhere. */
  isPrivate?(input: Record<string, string>): boolean
  read(context: ReadContext, input: Record<string, string>): unknown
}
