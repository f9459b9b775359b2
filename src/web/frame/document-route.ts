import type { z } from '@hono/zod-openapi'
import type { Language } from '../../records/language.ts'
import type { Derived } from '../../snapshot/derive.ts'
import type { ReadContext } from './read-route.ts'
import type { Identifier } from './identifiers.ts'

/** What a document is made of besides the snapshot. */
export interface DocumentContext extends ReadContext {
  /** The site's public address; null where it has none. */
  baseUrl: string | null
}

/** What is asked for: single values, and those that may be named several times. */
export interface DocumentInput {
  lang: Language
  one(name: string): string | null
  all(name: string): string[]
}

/**
 * A document to download under `/api/v1/`. `make` is a pure function of the snapshot and what is asked. A page lists those that
 * it offers in `documents`.
 */
export interface DocumentRoute {
  /** The path below `/api/v1/`, with `{name}` for each variable part. */
  path: string
  summary: string
  type: string
  params?: z.ZodRawShape
  query?: z.ZodRawShape
  takes?: Readonly<Record<string, Identifier>>
  /** What a 404 means, where something may be missing. */
  missing?: string
  needs?: readonly Derived<unknown>[]
  /** The file's name without an ending: what it contains and what was asked. */
  fileName(context: DocumentContext, input: DocumentInput): string
  make(context: DocumentContext, input: DocumentInput): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>
}
