import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { codesWithin } from '../evidence/codes-within.ts'
import { growthOf } from '../evidence/growth-spans.ts'
import { measuredSet } from '../evidence/measured-set.ts'
import type { MeasuredSet, SetFigure } from '../evidence/measured-set.ts'
import { mergedCode, mergedRegions } from '../evidence/merged-regions.ts'
import { densityOfSet } from '../evidence/related-activities.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { northToSouth } from '../records/sweden.ts'
import type { FieldInputsShape, ListedRegion } from './evidence-inputs.ts'
import type { EvidenceFigureShape, EvidenceMeasureShape, EvidenceReasonShape } from './evidence-shapes.ts'
import { evidenceSource, known } from './evidence-source.ts'
import { evidenceReason, fewestInArea, figureSentence } from './evidence-words.ts'

/** Who is measured: one region, or several that have chosen an area together, as their sum. */
export interface MeasuredOwner {
  name: LocalText
  regionCodes: readonly string[]
  isJoint: boolean
}

interface Asked {
  panel: ActivityPanel
  fields: readonly FieldInputsShape[]
  owner: MeasuredOwner
  regions: readonly ListedRegion[]
}

/** A set of fields measured in a region, or in several together: then and now, against the nation and every other region. */
export function measureOf({ panel, fields, owner, regions }: Asked): EvidenceMeasureShape {
  const subjects = fields.flatMap((field) => field.subjects)
  const activities = occupationsIn(fields, panel.activities)
  const set = measuredSet(panel, activities)
  const own = ownRow(panel, owner)
  const figures = own && measuredSet(own.panel, activities).figures
  const series = figures ? panel.years.map((year, at) => figureShape(year, figures[at]![own.row]!)) : []
  const [first, latest] = [series[0] ?? null, series.at(-1) ?? null]
  const reason = reasonFor(latest)
  const label = labelOf(subjects)
  // What is related to what is known of counties, so that several together have no density of their own.
  const density = owner.isJoint || !own ? null : densityOfSet(panel, activities, own.code)
  const source = evidenceSource(panel.listing, panel.years)
  const isMeasured = reason === null && latest !== null
  return {
    label,
    subjects: subjects.map(({ kind, id, label: name, confidence, isConfirmed, why }) => ({
      kind,
      id,
      label: name,
      confidence,
      isConfirmed,
      why,
    })),
    occupations: occupationFigures(panel, activities, own),
    latest: isMeasured ? latest : null,
    first: isMeasured ? first : null,
    series: isMeasured ? series : [],
    growth: isMeasured ? growthOf(own!.panel, activities, own!.code).map(growthShape) : [],
    density: isMeasured && density ? { own: known(density.own), mean: known(density.mean) } : null,
    regions: regionFigures(set, { fields, regions }),
    verdict: isMeasured ? verdictOf(latest) : null,
    reason,
    sentence: isMeasured ? figureSentence({ owner, label, latest, first, source }) : reason!.words,
  }
}

/** The panel's codes that fields take in, each once. */
export const occupationsIn = (fields: readonly FieldInputsShape[], all: readonly string[]): string[] =>
  codesWithin(
    fields.flatMap(({ subjects }) => subjects.flatMap(({ occupations }) => occupations)),
    all,
  )

interface OwnRow {
  panel: ActivityPanel
  code: string
  row: number
}

/** Where the owner's figures are; null when the table does not have it, or not all of those who are in it together. */
function ownRow(panel: ActivityPanel, { regionCodes, isJoint }: MeasuredOwner): OwnRow | null {
  const own = isJoint ? mergedRegions(panel, regionCodes) : panel
  const code = isJoint ? mergedCode(regionCodes) : regionCodes[0]!
  const row = own?.regionCodes.indexOf(code) ?? -1
  return own && row >= 0 ? { panel: own, code, row } : null
}

const figureShape = (year: string, figure: SetFigure): EvidenceFigureShape => ({
  year,
  count: known(figure.count),
  share: known(figure.share),
  nationShare: known(figure.nationShare),
  quotient: known(figure.quotient),
  lower: known(figure.lower),
  upper: known(figure.upper),
  expected: known(figure.expected),
})

const growthShape = ({ from, to, ...numbers }: ReturnType<typeof growthOf>[number]): EvidenceMeasureShape['growth'][number] => ({
  from,
  to,
  start: known(numbers.start),
  end: known(numbers.end),
  change: known(numbers.change),
  national: known(numbers.national),
  industryMix: known(numbers.industryMix),
  regionalShift: known(numbers.regionalShift),
  ownGrowth: known(numbers.ownGrowth),
  setGrowth: known(numbers.setGrowth),
  allGrowth: known(numbers.allGrowth),
})

function reasonFor(latest: EvidenceFigureShape | null): EvidenceReasonShape | null {
  if (latest?.count == null || latest.quotient === null) return evidenceReason('noData')
  return Math.max(latest.count, latest.expected!) < fewestInArea ? evidenceReason('tooFew') : null
}

/** Tables that are not counts have no interval, and then nothing is said about which side of 1 the quotient is on. */
function verdictOf({ lower, upper }: EvidenceFigureShape): EvidenceMeasureShape['verdict'] {
  if (lower === null || upper === null) return null
  return lower > 1 ? 'backed' : upper < 1 ? 'notBacked' : 'asNation'
}

function occupationFigures(
  panel: ActivityPanel,
  activities: readonly string[],
  own: OwnRow | null,
): EvidenceMeasureShape['occupations'] {
  return activities
    .map((code) => {
      const column = panel.activities.indexOf(code)
      const { figures, regionCodes } = measuredSet(panel, [code])
      const figure = own && measuredSet(own.panel, [code]).figures.at(-1)![own.row]!
      const nationCount = regionCodes.reduce((sum, _, at) => sum + (figures.at(-1)![at]!.count || 0), 0)
      return {
        code,
        label: panel.labels[column]!,
        count: figure && known(figure.count),
        nationCount,
        quotient: figure && known(figure.quotient),
      }
    })
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || b.nationCount - a.nationCount)
}

function regionFigures(
  { regionCodes, figures }: MeasuredSet,
  { fields, regions }: Pick<Asked, 'fields' | 'regions'>,
): EvidenceMeasureShape['regions'] {
  const listed = new Map<string, Map<string, LocalText>>()
  for (const { regionCode, areas } of fields.flatMap(({ listedBy }) => listedBy)) {
    const ofRegion = listed.get(regionCode) ?? new Map<string, LocalText>()
    listed.set(regionCode, ofRegion)
    for (const { id, label } of areas) ofRegion.set(id, label)
  }
  const byCode = new Map(regions.map((one) => [one.code, one]))
  return northToSouth(regionCodes).map((code) => {
    const row = regionCodes.indexOf(code)
    const latest = figures.at(-1)![row]!
    const { slug, name, areasKnown } = byCode.get(code) ?? { slug: code, name: code, areasKnown: 'unknown' as const }
    return {
      region: { code, slug, name },
      count: known(latest.count),
      quotient: known(latest.quotient),
      lower: known(latest.lower),
      upper: known(latest.upper),
      firstQuotient: known(figures[0]![row]!.quotient),
      areasKnown,
      areas: [...(listed.get(code) ?? [])].map(([id, label]) => ({ id, label })),
    }
  })
}

function labelOf(subjects: readonly { label: LocalText }[]): LocalText {
  return { sv: subjects.map(({ label }) => label.sv).join('; '), en: subjects.map(({ label }) => label.en).join('; ') }
}
