import { z } from '@hono/zod-openapi'
import { longestDescription } from '../../shapes/company-shape.ts'

/** What a program asks about a business; the same words in a query and in a body. */
export const companyQuestion = {
  about: z.string().max(longestDescription).optional().describe('What the business does, in its own words.'),
  place: z
    .string()
    .max(100)
    .optional()
    .describe('Where it is, so that its own region comes first: a Swedish municipality, locality or region, by name or code.'),
  industry: z.string().max(20).optional().describe('A code of SNI 2007 or SNI 2025, with or without dots.'),
  edition: z
    .enum(['2007', '2025'])
    .optional()
    .describe('Of which edition of SNI the code is; needed only where it means two things.'),
}
