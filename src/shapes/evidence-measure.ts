import { activitiesOf } from '../evidence/area-fields.ts'
import type { MeasuredSubject } from '../evidence/area-fields.ts'
import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { growthOf } from '../evidence/growth-spans.ts'
import { measuredSet } from '../evidence/measured-set.ts'
import type { MeasuredSet, SetFigure } from '../evidence/measured-set.ts'
import { densityOfSet } from '../evidence/related-activities.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { northToSouth } from '../records/sweden.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { verdicts } from './evidence-shapes.ts'
import type { EvidenceFigureShape, EvidenceMeasureShape, EvidenceReasonShape } from './evidence-shapes.ts'
import { evidenceSource, known } from './evidence-source.ts'
import { evidenceReason, fewestInArea, figureSentence } from './evidence-words.ts'
import { regionRef } from './from-snapshot.ts'

interface Asked {
  panel: ActivityPanel
  subjects: readonly MeasuredSubject[]
  /** The region's code; null for an area of several regions, which has no figure of its own. */
  regionCode: string | null
}

/** A set of subjects measured in a region: then and now, against the nation and every other region. */
export function measureOf(snapshot: Snapshot, { panel, subjects, regionCode }: Asked): EvidenceMeasureShape {
  const activities = activitiesOf(subjects, panel.activities)
  const set = measuredSet(panel, activities)
  const row = regionCode === null ? -1 : panel.regionCodes.indexOf(regionCode)
  const series = row < 0 ? [] : set.years.map((year, at) => figureShape(year, set.figures[at]![row]!))
  const [first, latest] = [series[0] ?? null, series.at(-1) ?? null]
  const reason = reasonFor(latest, regionCode)
  const label = labelOf(snapshot, subjects)
  const density = regionCode === null ? null : densityOfSet(panel, activities, regionCode)
  const source = evidenceSource(panel.listing, panel.years)
  const isMeasured = reason === null && latest !== null
  return {
    label,
    subjects: subjects.map(({ kind, id, confidence, isConfirmed, activities: { why } }) => ({
      kind,
      id,
      label: subjectLabel(snapshot, { kind, id }),
      confidence,
      isConfirmed,
      why,
    })),
    occupations: occupationsOf(panel, activities, row),
    latest: isMeasured ? latest : null,
    first: isMeasured ? first : null,
    series: isMeasured ? series : [],
    growth: isMeasured ? growthOf(panel, activities, regionCode!).map(growthShape) : [],
    density: isMeasured && density ? { own: known(density.own), mean: known(density.mean) } : null,
    regions: regionsOf(snapshot, set),
    verdict: isMeasured ? verdictOf(latest) : null,
    reason,
    sentence: isMeasured
      ? figureSentence({ regionName: regionRef(snapshot, regionCode!).name, label, latest, first, source })
      : reason!.words,
  }
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

function reasonFor(latest: EvidenceFigureShape | null, regionCode: string | null): EvidenceReasonShape | null {
  if (regionCode === null) return evidenceReason('jointArea')
  if (latest?.count == null || latest.quotient === null) return evidenceReason('noData')
  return Math.max(latest.count, latest.expected!) < fewestInArea ? evidenceReason('tooFew') : null
}

/** Tables that are not counts have no interval, and then nothing is said about which side of 1 the quotient is on. */
function verdictOf({ lower, upper }: EvidenceFigureShape): (typeof verdicts)[number] | null {
  if (lower === null || upper === null) return null
  return lower > 1 ? 'backed' : upper < 1 ? 'notBacked' : 'asNation'
}

function occupationsOf(panel: ActivityPanel, activities: readonly string[], row: number): EvidenceMeasureShape['occupations'] {
  return activities
    .map((code) => {
      const column = panel.activities.indexOf(code)
      const { figures, regionCodes } = measuredSet(panel, [code])
      const own = row < 0 ? null : figures.at(-1)![row]!
      const nationCount = regionCodes.reduce((sum, _, at) => sum + (figures.at(-1)![at]!.count || 0), 0)
      return {
        code,
        label: panel.labels[column]!,
        count: own && known(own.count),
        nationCount,
        quotient: own && known(own.quotient),
      }
    })
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || b.nationCount - a.nationCount)
}

function regionsOf(snapshot: Snapshot, { regionCodes, figures }: MeasuredSet): EvidenceMeasureShape['regions'] {
  return northToSouth(regionCodes).map((code) => {
    const row = regionCodes.indexOf(code)
    const latest = figures.at(-1)![row]!
    return {
      region: regionRef(snapshot, code),
      count: known(latest.count),
      quotient: known(latest.quotient),
      lower: known(latest.lower),
      upper: known(latest.upper),
      firstQuotient: known(figures[0]![row]!.quotient),
    }
  })
}

function subjectLabel(snapshot: Snapshot, { kind, id }: Pick<MeasuredSubject, 'kind' | 'id'>): LocalText {
  const thesaurus = thesaurusOf(snapshot)
  const found = kind === 'theme' ? thesaurus.findTheme(id) : thesaurus.findConcept(id)
  return found?.label ?? { sv: id, en: id }
}

function labelOf(snapshot: Snapshot, subjects: readonly MeasuredSubject[]): LocalText {
  const labels = subjects.map((subject) => subjectLabel(snapshot, subject))
  return { sv: labels.map(({ sv }) => sv).join('; '), en: labels.map(({ en }) => en).join('; ') }
}
