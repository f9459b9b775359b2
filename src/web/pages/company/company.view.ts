import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../domain/expected-error.ts'
import { type AreaFit, findCompanyFit } from '../../../matching/company-fit.ts'
import { findRegionOfPlace } from '../../../matching/places.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { findIndustry } from '../../../themes/industry-codes.ts'
import { clusterShape, priorityShape, regionRef } from '../../shapes/from-snapshot.ts'
import { ClusterShape, LocalTextShape, PriorityShape } from '../../shapes/shapes.ts'

/** Query names of the company door, per language. */
export const companyQuery = {
  sv: { text: 'om', place: 'plats', industry: 'sni' },
  en: { text: 'about', place: 'place', industry: 'industry' },
} as const

/** The longest description that is read. */
export const longestDescription = 600

const FitShape = z.object({
  priority: PriorityShape,
  score: z.number().describe('0–1'),
  closeness: z
    .enum(['shared', 'near', 'theme'])
    .describe('`shared`: a concept in common; `near`: concepts close to each other; `theme`: only the theme in common'),
  reason: LocalTextShape,
})

export const CompanyShape = z.object({
  region: z.object({ code: z.string(), slug: z.string(), name: z.string() }).nullable(),
  industry: z.object({ code: z.string(), labelSv: z.string() }).nullable(),
  subjects: z.array(
    z.object({
      id: z.string(),
      label: LocalTextShape,
      confidence: z.number(),
      words: z.array(z.string()),
      fromIndustry: z.boolean(),
    }),
  ),
  own: z.array(FitShape),
  elsewhere: z.array(FitShape),
  clusters: z.array(z.object({ cluster: ClusterShape, isOwnRegion: z.boolean() })),
})
export type CompanyShape = z.infer<typeof CompanyShape>

export interface CompanyInput {
  text: string
  place: string
  industry: string
}

/** What was asked that is not known, so that the page can say it by the field. */
export interface CompanyProblems {
  place: boolean
  industry: boolean
}

/** The fit of a business. Unknown places and codes are left out of it and told beside it; nothing is kept. */
export function companyView(snapshot: Snapshot, input: CompanyInput): { fit: CompanyShape; problems: CompanyProblems } {
  const text = input.text.slice(0, longestDescription)
  const region = input.place.trim() ? findRegionOfPlace(snapshot, input.place) : null
  const industry = input.industry.trim() ? findIndustry(input.industry.trim()) : null
  const fit = findCompanyFit(snapshot, { text, industry, regionCode: region?.code ?? null })
  const fitShape = ({ area, score, closeness, reason }: AreaFit) => ({
    priority: priorityShape(snapshot, area),
    score,
    closeness,
    reason,
  })
  return {
    fit: {
      region: region && regionRef(snapshot, region.code),
      industry,
      subjects: fit.subjects.map(({ id, label, confidence, words, fromIndustry }) => ({
        id,
        label,
        confidence,
        words: [...words],
        fromIndustry,
      })),
      own: fit.own.map(fitShape),
      elsewhere: fit.elsewhere.map(fitShape),
      clusters: fit.clusters.map(({ cluster, isOwnRegion }) => ({ cluster: clusterShape(snapshot, cluster), isOwnRegion })),
    },
    problems: { place: input.place.trim() !== '' && !region, industry: input.industry.trim() !== '' && !industry },
  }
}

/** The same for programs, which get a plain refusal instead. @throws ExpectedError `bad_request` naming what is not known */
export function companyAnswer(snapshot: Snapshot, input: CompanyInput): CompanyShape {
  const { fit, problems } = companyView(snapshot, input)
  if (input.text.length > longestDescription)
    throw new ExpectedError('bad_request', { detail: `The description is longer than ${longestDescription} characters.` })
  if (problems.place)
    throw new ExpectedError('bad_request', { detail: `«${input.place.slice(0, 60)}» is no Swedish municipality or region.` })
  if (problems.industry)
    throw new ExpectedError('bad_request', { detail: `«${input.industry.slice(0, 20)}» is no code of SNI 2007.` })
  return fit
}
