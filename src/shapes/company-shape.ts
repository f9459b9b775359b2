import { withMeant } from '../matching/meant-words.ts'
import type { MeantWord } from '../matching/meant-words.ts'
import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../records/expected-error.ts'
import { clusterReason } from '../matching/cluster-reason.ts'
import { type AreaFit, findCompanyFit } from '../matching/company-fit.ts'
import { readIndustries } from '../matching/register/read-industries.ts'
import type { ReadIndustries } from '../matching/register/read-industries.ts'
import type { IndustryEdition } from '../matching/register/register-columns.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { type PlaceReading, readPlace } from '../places/places.ts'
import { areasKnownIn, areasKnownValues } from '../snapshot/areas-known.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { citationShape, clusterShape, priorityShape, regionRef } from './from-snapshot.ts'
import { isEmptyDay } from './empty-day.ts'
import { CitationShape, ClusterShape, LocalTextShape, PriorityShape } from './shapes.ts'

/** The length that a description is cut to. */
export const longestDescription = 600

const FitShape = z.object({
  priority: PriorityShape,
  score: z.number().describe('How much of what the business writes the area explains, 0–1'),
  closeness: z
    .enum(['shared', 'near', 'theme'])
    .describe('`shared`: a concept in common; `near`: concepts close to each other; `theme`: only the theme in common'),
  reason: LocalTextShape,
})

export const CompanyShape = z.object({
  region: z.object({ code: z.string(), slug: z.string(), name: z.string() }).nullable(),
  place: z
    .object({ name: z.string(), municipality: z.string().nullable(), county: z.string() })
    .nullable()
    .describe('How the place was read, and what it lies in.'),
  source: CitationShape.nullable().describe('What the own region’s areas rest on.'),
  ownAreasKnown: z
    .enum(areasKnownValues)
    .nullable()
    .describe(
      '`unknown`: nobody has read the areas of the own region’s list, so an empty `own` says nothing; null without a region.',
    ),
  industry: z.object({ code: z.string(), labelSv: z.string() }).nullable().describe('The first of `industries`.'),
  industries: z
    .array(z.object({ code: z.string(), labelSv: z.string() }))
    .describe('What the code is in SNI 2007; several where a code of SNI 2025 joins them.'),
  industryNotes: z.array(LocalTextShape).describe('How a code of SNI 2025 was read, and what that rests on.'),
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
  clusters: z.array(z.object({ cluster: ClusterShape, isOwnRegion: z.boolean(), reason: LocalTextShape.nullable() })),
  nothingFits: z
    .enum(['notUnderstood', 'localTrade', 'noArea'])
    .nullable()
    .describe(
      'Why no area or cluster fits: nothing was understood, the business serves those nearby, or no area is about it; null when something fits',
    ),
})
export type CompanyShape = z.infer<typeof CompanyShape>

export interface CompanyInput {
  text: string
  place: string
  industry: string
  /** Words of the text that were read wrongly and are left out. */
  struck?: readonly string[]
  /** Words of the text that were read wrongly, with what is meant by them. */
  meant?: readonly MeantWord[]
  /** Of which edition of SNI the code is, when that is told. */
  edition?: IndustryEdition | null
}

/** Faults in the input, which the page shows beside each field. */
export interface CompanyProblems {
  /** Null when the place is known or not given. */
  place: Exclude<PlaceReading, { outcome: 'known' }> | null
  /** Why the code was not read; null when it was, or when none was given. */
  industry: LocalText | null
  /** The description was longer than `longestDescription` and was cut. */
  isCut: boolean
  /** No area is in force on the requested day. */
  isEmptyDay: boolean
}

/** An area that explains at least this much of what the business writes is close, if they have a subject in common too. */
const leastStrong = 0.5

/** How near an area is said to be: near, rather near, or one that may have to do with the business. */
export type FitLabel = 'strong' | 'some' | 'weak'

export const fitLabel = ({ score, closeness }: Pick<AreaFit, 'score' | 'closeness'>): FitLabel =>
  closeness === 'theme' ? 'weak' : closeness === 'shared' && score >= leastStrong ? 'strong' : 'some'

const labels: readonly FitLabel[] = ['strong', 'some', 'weak']

/** Nearer before less near, as they are labelled; the order by score stays within a label. */
const byLabel = (a: Pick<AreaFit, 'score' | 'closeness'>, b: Pick<AreaFit, 'score' | 'closeness'>): number =>
  labels.indexOf(fitLabel(a)) - labels.indexOf(fitLabel(b))

/** The fit of a business. Unknown places and codes are ignored in the fit and reported in `problems`; nothing is stored. */
export function companyView(snapshot: Snapshot, input: CompanyInput): { fit: CompanyShape; problems: CompanyProblems } {
  const thesaurus = thesaurusOf(snapshot)
  const text = withMeant(readableText(input.text), input.meant ?? [])
  const place = input.place.trim() ? readPlace(snapshot, input.place) : null
  const region = place?.outcome === 'known' ? place.region : null
  const read = readIndustry(thesaurus, input)
  const [industry = null, ...moreIndustries] = read.industries
  const struck = new Set((input.struck ?? []).map((word) => word.toLowerCase()))
  const fit = findCompanyFit(snapshot, { text, industry, moreIndustries, regionCode: region?.code ?? null, struck })
  const fitShape = ({ area, score, closeness, reason }: AreaFit) => ({
    priority: priorityShape(snapshot, area),
    score,
    closeness,
    reason,
  })
  return {
    fit: {
      region: region && regionRef(snapshot, region.code),
      place: place?.outcome === 'known' ? placeShape(place) : null,
      ...ownListOf(snapshot, region),
      industry,
      industries: read.industries,
      industryNotes: read.notes,
      subjects: fit.subjects.map(({ id, label, confidence, words, fromIndustry }) => ({
        id,
        label,
        confidence,
        words: [...words],
        fromIndustry,
      })),
      own: fit.own.map(fitShape).sort(byLabel),
      elsewhere: fit.elsewhere.map(fitShape).sort(byLabel),
      clusters: fit.clusters.map(({ cluster, isOwnRegion }) => ({
        cluster: clusterShape(snapshot, cluster),
        isOwnRegion,
        reason: clusterReason(thesaurus, cluster, fit.subjects),
      })),
      nothingFits: fit.nothingFits,
    },
    problems: {
      place: place === null || place.outcome === 'known' ? null : place,
      industry: read.industries.length > 0 ? null : (read.problems[0] ?? null),
      isCut: readableText(input.text) !== lineFeeds(input.text).trim(),
      isEmptyDay: isEmptyDay(snapshot),
    },
  }
}

/** The industries of the code that was written. A single digit is none, though a spreadsheet may have made one of two. */
function readIndustry(thesaurus: Thesaurus, { industry, edition = null }: CompanyInput): ReadIndustries {
  const cell = industry.trim()
  if (cell === '') return { industries: [], problems: [], notes: [] }
  if (cell.replace(/\D/g, '').length > 1) return readIndustries(thesaurus, { cell, edition })
  return { industries: [], problems: [unknownCode(cell)], notes: [] }
}

const unknownCode = (written: string): LocalText => ({
  sv: `SNI-koden är inte känd: ${written}`,
  en: `SNI not known: ${written}`,
})

/** Replaces CRLF by LF, because forms submit a line break as two characters where the browser counted one. */
const lineFeeds = (text: string): string => text.replaceAll('\r\n', '\n')

/** Cuts a description to the longest allowed length, at the end of a word. */
export function readableText(written: string): string {
  const text = lineFeeds(written).trim()
  if (text.length <= longestDescription) return text
  const cut = text.slice(0, longestDescription)
  return /\s/.test(text[longestDescription]!) ? cut : cut.replace(/\s\S*$/, '')
}

const placeShape = ({ place, region }: Extract<PlaceReading, { outcome: 'known' }>) => ({
  name: place.name,
  municipality: place.municipality?.name ?? null,
  county: region.countyName,
})

/** The source of a region's list, and whether its areas are known. */
function ownListOf(snapshot: Snapshot, region: Known<'region'> | null): Pick<CompanyShape, 'source' | 'ownAreasKnown'> {
  if (!region) return { source: null, ownAreasKnown: null }
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: region.code })
  return { source: edition && citationShape(snapshot, edition.strategy.meta.source), ownAreasKnown: areasKnownIn(edition) }
}

/**
 * Like `companyView` for the API, which answers faulty input with an error. @throws ExpectedError `bad_request` naming
 * the fault
 */
export function companyAnswer(snapshot: Snapshot, input: CompanyInput): CompanyShape {
  const { fit, problems } = companyView(snapshot, input)
  if (problems.isCut)
    throw new ExpectedError('bad_request', { detail: `The description is longer than ${longestDescription} characters.` })
  if (problems.place) throw new ExpectedError('bad_request', { detail: placeDetail(input.place, problems.place) })
  if (problems.industry)
    throw new ExpectedError('bad_request', { detail: problems.industry.en, data: { words: problems.industry } })
  return fit
}

function placeDetail(written: string, place: NonNullable<CompanyProblems['place']>): string {
  const asked = `«${written.slice(0, 60)}»`
  if (place.outcome === 'several')
    return `${asked} may be several places: write ${place.choices.map((one) => `«${one.asked}»`).join(' or ')}.`
  const near = place.near.length > 0 ? ` Did you mean ${place.near.map((name) => `«${name}»`).join(' or ')}?` : ''
  return `${asked} is no Swedish municipality, locality or region that we know.${near}`
}
