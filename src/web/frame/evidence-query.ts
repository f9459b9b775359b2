import { z } from '@hono/zod-openapi'
import { thresholds } from '../../shapes/computed-evidence.ts'
import type { AskedEvidence } from '../../shapes/computed-evidence.ts'

/** By which rule strengths and backing are told, in a query. */
export const evidenceQuery = {
  year: z.string().max(4).optional().describe('The last year of the figures; the last that there is when left out.'),
  threshold: z
    .enum(thresholds.map(String) as [string, ...string[]])
    .optional()
    .describe('The quotient that a strength must be above; 1 when left out.'),
  basis: z
    .enum(['interval', 'quotient'])
    .optional()
    .describe(
      'interval (when left out): the lower end of the 95 % interval must be above the threshold; quotient: the quotient.',
    ),
}

/** What such a query asks for; what is left out or empty is as usual. */
export function readEvidenceQuery({ year, threshold, basis }: Record<string, string | undefined>): AskedEvidence {
  return {
    ...(year ? { year } : {}),
    ...(threshold ? { threshold: Number(threshold) } : {}),
    ...(basis === 'quotient' ? { basis } : {}),
  }
}
