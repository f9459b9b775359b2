import { z } from '@hono/zod-openapi'

/** A text in a query. */
export const text = (description: string) => z.string().max(200).optional().describe(description)

/** A whole number in a query. */
export const whole = (description: string, largest: number) =>
  z.coerce.number().int().min(0).max(largest).optional().describe(description)

/** The language of a query. */
export const language = z.enum(['sv', 'en']).optional().describe('Language of the query and of explanations; sv when left out.')

/** An answer that is a list, with how many there are. */
export const listOf = <T extends z.ZodType>(shape: T) => z.object({ total: z.number(), items: z.array(shape) })

/** A whole list as such an answer. */
export const all = <T>(items: readonly T[]) => ({ total: items.length, items })
