import { z } from '@hono/zod-openapi'
import { joinWords } from '../../../language/join-words.ts'
import type { Language } from '../../../records/language.ts'
import { areasByFieldOf } from '../../../evidence/areas-by-field.ts'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import { areaEvidenceView } from '../../../shapes/area-evidence.ts'
import { commonnessInRegion, fieldName, percentWords, quotientOf } from '../../../shapes/evidence-findings.ts'
import type { AreaEvidenceShape, EvidenceMeasureShape } from '../../../shapes/evidence-shapes.ts'
import { deriveEach } from '../../../snapshot/derive-each.ts'
import type { Figure, FigureSet } from '../../frame/figure.ts'
import { formatNumber } from '../../frame/format.ts'
import { breaksOf } from '../../charts/figure-words.ts'
import { lineChart } from '../../charts/line-chart.ts'
import { rankChart } from '../../charts/rank-chart.ts'
import { measureColumns, measureRow, stripOfMeasure } from '../../charts/measure-strip.ts'
import { stripChart } from '../../charts/strip-chart.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { svgFile } from '../../charts/svg-file.ts'
import { priorityFigureText } from './priority-figures.text.ts'

/** The figures of an area's evidence in a language; the same list for as long as the evidence is the same. */
export const areaFigures = (evidence: AreaEvidenceShape, lang: Language): readonly Figure[] => byLanguage(evidence)[lang]()

const byLanguage = deriveEach('figures of areas', (evidence: AreaEvidenceShape) => {
  const kept: Partial<Record<Language, readonly Figure[]>> = {}
  const make = (lang: Language) => () => (kept[lang] ??= makeFigures(evidence, lang))
  return { sv: make('sv'), en: make('en') }
})

function makeFigures(evidence: AreaEvidenceShape, lang: Language): Figure[] {
  const { measure, parts, described, source } = evidence
  if (!source) return []
  const shown = measure ? [measure] : parts
  const withFigure = [...shown, ...described].filter(({ latest }) => latest !== null)
  return [
    ...(withFigure.length > 0 ? [stripFigure(evidence, { shown: withFigure, lang })] : []),
    ...(measure ? [lineFigure(evidence, { measure, lang }), regionsFigure(evidence, { measure, lang })] : []),
  ]
}

interface Shown {
  shown: readonly EvidenceMeasureShape[]
  lang: Language
}

interface Measured {
  measure: EvidenceMeasureShape
  lang: Language
}

const base = ({ source }: AreaEvidenceShape, lang: Language) => ({ lang, sources: [source!], notes: [], widths: [360, 720] })

function stripFigure(evidence: AreaEvidenceShape, { shown, lang }: Shown): Figure {
  const text = priorityFigureText[lang]
  const region = evidence.owner.name[lang]
  return {
    ...base(evidence, lang),
    id: 'axis',
    topic: text.topic(evidence.source!.year),
    ...stripWords(evidence, { shown, lang }),
    description: text.stripDescription(region),
    isSuggestion: !shown.every(({ subjects }) => subjects.every(({ isConfirmed }) => isConfirmed)),
    legend: text.stripLegend(region, evidence.source!.firstYear),
    table: {
      caption: text.stripTable,
      columns: measureColumns(evidence.source!, lang),
      rows: shown.map((one) => measureRow(one, lang)),
    },
    draw: (width) =>
      stripChart(
        shown.map((one) =>
          stripOfMeasure(one, { region, lang, note: evidence.described.includes(one) ? text.describedNote : '' }),
        ),
        { width, lang },
      ),
  }
}

/** What the strip shows: the area itself, the fields that it joins, or no more than what our description of it mentions. */
function stripWords(evidence: AreaEvidenceShape, { shown, lang }: Shown): Pick<Figure, 'finding' | 'sentence'> {
  const text = priorityFigureText[lang]
  const { measure, parts, source, reason } = evidence
  const region = evidence.owner.name[lang]
  if (measure)
    return {
      finding: text.stripFinding(fieldName(measure, lang), commonnessInRegion(quotientOf(measure.latest)!, region, lang)),
      sentence: text.stripSentence(region, source!.firstYear),
    }
  if (reason?.code === 'intersection') return { finding: text.partsFinding(parts.length), sentence: text.partsSentence }
  const [first] = shown
  return {
    finding: text.mentionedFinding(
      fieldName(first!, lang).replaceAll('; ', ', '),
      commonnessInRegion(quotientOf(first!.latest)!, region, lang),
    ),
    sentence: text.mentionedSentence,
  }
}

function lineFigure(evidence: AreaEvidenceShape, { measure, lang }: Measured): Figure {
  const text = priorityFigureText[lang]
  const region = evidence.owner.name[lang]
  const { series } = measure
  const [start, end] = [series[0]!, series.at(-1)!]
  const write = (share: number | null) => (share === null ? text.missing : percentWords(share, lang))
  return {
    ...base(evidence, lang),
    id: 'over-time',
    topic: text.lineTopic(start.year, end.year),
    finding: text.lineFinding({ region, from: write(start.share), to: write(end.share) }),
    sentence: text.lineSentence({
      from: write(start.nationShare),
      to: write(end.nationShare),
      years: `${start.year}–${end.year}`,
    }),
    description: text.lineDescription(region),
    isSuggestion: false,
    legend: text.lineLegend,
    table: {
      caption: text.lineTable,
      columns: [
        { key: 'year', label: text.year },
        { key: 'employees', label: text.employees },
        { key: 'share', label: text.share(region), isPercent: true, digits: 2 },
        { key: 'nation_share', label: text.nationShare, isPercent: true, digits: 2 },
        { key: 'quotient', label: text.quotient, digits: 2 },
      ],
      rows: series.map(({ year, count, share, nationShare, quotient }) => [year, count, share, nationShare, quotient]),
    },
    draw: (width) =>
      lineChart(
        {
          years: series.map(({ year }) => year),
          lines: [
            { name: text.nation, values: series.map(({ nationShare }) => nationShare), isMarked: false },
            { name: region, values: series.map(({ share }) => share), isMarked: true },
          ],
          breaks: breaksOf(evidence.source!, lang),
          write: (share) =>
            `${formatNumber(share * 100, lang, share === 0 ? 0 : share < 0.01 ? 2 : 1)}${lang === 'sv' ? ' %' : '%'}`,
        },
        { width },
      ),
  }
}

function regionsFigure(evidence: AreaEvidenceShape, { measure, lang }: Measured): Figure {
  const text = priorityFigureText[lang]
  const number = (value: number | null, digits = 1) => (value === null ? '–' : formatNumber(value, lang, digits))
  const known = measure.regions.filter(({ quotient }) => quotient !== null)
  const most = known
    .filter(({ lower }) => lower !== null && lower > 1)
    .toSorted((a, b) => b.quotient! - a.quotient!)
    .slice(0, 3)
    .map(({ region }) => region.name)
  return {
    ...base(evidence, lang),
    id: 'regions',
    topic: text.regionsTopic(fieldName(measure, lang), evidence.source!.year),
    finding: most.length === 0 ? text.regionsNone : text.regionsFinding(joinWords(most, lang)),
    sentence: text.regionsSentence,
    description: text.regionsDescription,
    isSuggestion: false,
    legend: null,
    table: {
      caption: text.regionsTable,
      columns: [
        { key: 'region', label: text.region },
        { key: 'employees', label: text.employees },
        { key: 'quotient', label: text.quotient, digits: 2 },
        { key: 'lower', label: text.lower, digits: 2 },
        { key: 'upper', label: text.upper, digits: 2 },
        { key: 'first_quotient', label: text.first(evidence.source!.firstYear), digits: 2 },
        { key: 'own_areas', label: text.ownAreas },
      ],
      rows: measure.regions.map(({ region, count, quotient, lower, upper, firstQuotient, areas, areasKnown }) => [
        region.name,
        count,
        quotient,
        lower,
        upper,
        firstQuotient,
        areas.length > 0 ? areas.map(({ label }) => label[lang]).join('; ') : areasKnown === 'unknown' ? text.listUnknown : '',
      ]),
    },
    draw: (width) =>
      rankChart(
        measure.regions.map(({ region, quotient, lower, upper }) => ({
          label: region.name,
          value: quotient,
          lower,
          upper,
          earlier: null,
          words: number(quotient),
          title: `${region.name} ${number(quotient, 2)} (${number(lower, 2)}–${number(upper, 2)})`,
          isMarked: evidence.regionCodes.includes(region.code),
        })),
        { width, lang, as: 'points' },
      ),
  }
}

/** The figures as files. */
export const priorityFigures: FigureSet = {
  path: 'priorities/{id}',
  params: { id: z.string() },
  takes: { id: 'areaId' },
  needs: [readyEvidenceOf, areasByFieldOf],
  read: ({ snapshot }, { id }, lang) => areaFigures(areaEvidenceView(snapshot, id!), lang),
  svgFile,
  show: FigureFrame,
}
