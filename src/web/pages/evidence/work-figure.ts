import type { Language } from '../../../records/language.ts'
import { inRegion } from '../../../shapes/evidence-findings.ts'
import type { EvidenceStrengthShape, RegionEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { treemapChart } from '../../charts/treemap-chart.ts'
import type { Figure } from '../../frame/figure.ts'
import { formatNumber } from '../../frame/format.ts'
import { regionFigureText } from './region-figures.text.ts'

const sumOf = (strengths: readonly EvidenceStrengthShape[]): number => strengths.reduce((sum, { count }) => sum + count, 0)

/** What is said of the figure; without a claim of what the areas are about where they are unknown. */
function wordsOf({ areasKnown, source }: RegionEvidenceShape, lang: Language) {
  const text = regionFigureText[lang]
  const { workFinding: finding, workDescription: description } = text
  if (areasKnown === 'partly')
    return { finding, description, legend: text.workLegendPartly, open: text.unsettledTopic(source!.year) }
  return areasKnown === 'unknown'
    ? {
        finding: text.workFindingUnknown,
        description: text.workDescriptionUnknown,
        legend: text.workLegendUnknown,
        open: text.unsettledTopic(source!.year),
      }
    : { finding, description, legend: text.workLegend, open: text.notChosenNone }
}

/** What the region works with: strengths that an area is about, by its name or its description, those that none is about, and all else. */
export function workFigure(evidence: RegionEvidenceShape, lang: Language): Figure {
  const text = regionFigureText[lang]
  const { region, source } = evidence
  const words = wordsOf(evidence, lang)
  const [chosen, notChosen] = [
    [...evidence.chosen, ...evidence.mentioned],
    [...evidence.unsettled, ...evidence.notChosen],
  ].map((all) => all.filter(({ isDistinctive }) => isDistinctive)) as [EvidenceStrengthShape[], EvidenceStrengthShape[]]
  const names = new Map(evidence.areaNames.map(({ id, label }) => [id, label[lang]]))
  const employees = evidence.employees!
  const ofHundred = (count: number) => formatNumber((count / employees) * 100, lang)
  const [inChosen, inOpen] = [sumOf(chosen), sumOf(notChosen)]
  const parts = (strengths: readonly EvidenceStrengthShape[]) =>
    strengths.map(({ label, count, quotient }) => ({
      label: label[lang],
      value: count,
      title: `${label[lang]}: ${formatNumber(count, lang)} ${text.people}, ${text.quotient.toLowerCase()} ${formatNumber(quotient, lang, 1)}`,
    }))
  return {
    lang,
    id: 'work',
    topic: text.workTopic(source!.year),
    finding: words.finding(ofHundred(inChosen + inOpen), ofHundred(inChosen)),
    sentence: text.workSentence(inRegion(region.name, lang)),
    description: words.description,
    sources: [source!],
    notes: [],
    isSuggestion: true,
    legend: words.legend(ofHundred(employees - inChosen - inOpen)),
    widths: [360, 720, 1120],
    table: {
      caption: text.workTopic(source!.year),
      columns: [
        { key: 'occupation', label: text.occupation },
        { key: 'ssyk', label: 'SSYK' },
        { key: 'employees', label: text.employees },
        { key: 'share', label: text.share, isPercent: true, digits: 2 },
        { key: 'areas', label: text.areaAbout },
      ],
      rows: [...chosen, ...notChosen].map(({ label, code, count, areaIds, jointAreaIds, mentionedByIds }) => [
        label[lang],
        code,
        count,
        count / employees,
        [...new Set([...areaIds, ...jointAreaIds, ...mentionedByIds])].map((id) => names.get(id)!).join('; '),
      ]),
    },
    draw: (width) =>
      treemapChart(
        [
          { label: text.areaAbout, className: 'c-cell-chosen', value: inChosen, parts: parts(chosen) },
          { label: words.open, className: 'c-cell-open', value: inOpen, parts: parts(notChosen) },
        ],
        { width },
      ),
  }
}
