import { upperFirst } from '../../../language/upper-first.ts'
import type { Language } from '../../../records/language.ts'
import type { InsightsShape, RegionInsightShape, SpecialisationInsightShape } from '../../../shapes/insight-shapes.ts'
import { insightsOf } from '../../../shapes/insights.ts'
import { deriveEach } from '../../../snapshot/derive-each.ts'
import { multiplesChart } from '../../charts/multiples-chart.ts'
import { slopeChart } from '../../charts/slope-chart.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { svgFile } from '../../charts/svg-file.ts'
import type { Figure, FigureSet, FigureTable } from '../../frame/figure.ts'
import { countInWords, formatNumber } from '../../frame/format.ts'
import { insightsText } from './insights.text.ts'

/** A specialisation that no area was about, with its region. */
export interface LeftOut extends SpecialisationInsightShape {
  region: RegionInsightShape['region']
  /** Whether a later list has not been read, so that it is unknown what it took up. */
  hasUnreadList: boolean
}

/** Every one of them, from north to south, the largest of each region first. */
export const leftOutOf = ({ regions }: InsightsShape): LeftOut[] =>
  regions
    .filter(({ hasDeckList }) => hasDeckList)
    .flatMap(({ region, hasUnreadList, specialisations }) =>
      specialisations.filter(({ chosenThen }) => chosenThen.length === 0).map((one) => ({ ...one, region, hasUnreadList })),
    )

/** How a specialisation stands in the last year. */
export function standingOf({ latest }: SpecialisationInsightShape): 'above' | 'same' | 'below' | 'missing' {
  if (latest?.lower == null || latest.upper === null) return 'missing'
  return latest.lower > 1 ? 'above' : latest.upper < 1 ? 'below' : 'same'
}

/** The figures of the page in a language; the same list for as long as the insights are. */
export const insightFigures = (insights: InsightsShape, lang: Language): readonly Figure[] => byLanguage(insights)(lang)

const byLanguage = deriveEach('figures of insights', (insights: InsightsShape) => {
  const kept: Partial<Record<Language, readonly Figure[]>> = {}
  return (lang: Language) => (kept[lang] ??= insights.source ? makeFigures(insights, lang) : [])
})

const mostSlopes = 14

function makeFigures(insights: InsightsShape, lang: Language): Figure[] {
  const taken = leftOutOf(insights).filter(({ takenUp }) => takenUp.length > 0)
  return [multiplesFigure(insights, lang), ...(taken.length > 0 ? [takenUpFigure(insights, { taken, lang })] : [])]
}

const base = ({ source, largest }: InsightsShape, lang: Language) => ({
  lang,
  sources: [source!],
  notes: [insightsText[lang].note(largest)],
  isSuggestion: true,
})

const number = (value: number | null | undefined, lang: Language) => (value == null ? '–' : formatNumber(value, lang, 1))

function multiplesFigure(insights: InsightsShape, lang: Language): Figure {
  const text = insightsText[lang]
  const all = leftOutOf(insights)
  const first = [...Map.groupBy(all, ({ region }) => region.code).values()].map(([one]) => one!)
  const grown = first.filter(({ quotient, latest }) => latest?.quotient != null && latest.quotient > quotient).length
  const { firstYear, year, breaks } = insights.source!
  return {
    ...base(insights, lang),
    id: 'left-out',
    topic: text.multiplesTopic(firstYear, year),
    finding: text.multiplesFinding(upperFirst(countInWords(grown, lang)), countInWords(first.length, lang)),
    sentence: text.multiplesSentence,
    description: text.multiplesDescription,
    legend: text.multiplesLegend,
    widths: [360, 720, 1120],
    table: tableOf(insights, { rows: all, lang }),
    draw: (width) =>
      multiplesChart(
        {
          multiples: first.map(({ region, label, series, latest, takenUp }) => ({
            name: region.name,
            note: label[lang],
            values: series.map(({ quotient }) => quotient),
            words: number(latest?.quotient, lang),
            isMarked: takenUp.length > 0,
          })),
          years: first[0]?.series.map((one) => one.year) ?? [],
          breaks: breaks.map(({ from }) => from),
          oneWords: text.one,
        },
        { width },
      ),
  }
}

function takenUpFigure(insights: InsightsShape, { taken, lang }: { taken: readonly LeftOut[]; lang: Language }): Figure {
  const text = insightsText[lang]
  const shown = taken
    .filter(({ latest }) => latest?.quotient != null)
    .toSorted((a, b) => b.latest!.quotient! - a.latest!.quotient!)
    .slice(0, mostSlopes)
  return {
    ...base(insights, lang),
    id: 'taken-up',
    topic: text.slopeTopic(insights.source!.year),
    finding: text.slopeFinding(upperFirst(countInWords(taken.length, lang))),
    sentence: text.slopeSentence(shown.length, taken.length),
    description: text.slopeDescription,
    legend: null,
    widths: [360, 720],
    table: tableOf(insights, { rows: taken, lang }),
    draw: (width) =>
      slopeChart(
        {
          rows: shown.map(({ region, label, quotient, latest }) => ({
            label: `${region.name}: ${label[lang]}`,
            from: quotient,
            to: latest!.quotient!,
            fromWords: number(quotient, lang),
            toWords: number(latest!.quotient, lang),
          })),
          years: [insights.year, insights.source!.year],
          oneWords: '1',
        },
        { width },
      ),
  }
}

function tableOf({ source }: InsightsShape, { rows, lang }: { rows: readonly LeftOut[]; lang: Language }): FigureTable {
  const { columns, standing, nobody, unread, table } = insightsText[lang]
  return {
    caption: table,
    columns: [
      { key: 'region', label: columns.region },
      { key: 'occupation', label: columns.occupation },
      { key: 'ssyk', label: 'SSYK' },
      { key: 'employees_2017', label: columns.employees },
      { key: 'quotient_2017', label: columns.before, digits: 2 },
      { key: 'quotient_latest', label: columns.now(source!.year), digits: 2 },
      { key: 'standing', label: columns.standing },
      { key: 'taken_up_by', label: columns.takenUp },
    ],
    rows: rows.map((one) => [
      one.region.name,
      one.label[lang],
      one.code,
      one.count,
      one.quotient,
      one.latest?.quotient ?? null,
      standing[standingOf(one)],
      one.takenUp.map(({ label }) => label[lang]).join('; ') || (one.hasUnreadList ? unread : nobody),
    ]),
  }
}

/** The figures as files. */
export const insightsFigures: FigureSet = {
  path: 'insights',
  needs: [insightsOf],
  read: ({ snapshot }, _, lang) => insightFigures(insightsOf(snapshot), lang),
  svgFile,
  show: FigureFrame,
}
