import { endSentence } from '../../../language/end-sentence.ts'
import { lowerFirst } from '../../../language/lower-first.ts'
import { joinWords } from '../../../language/join-words.ts'
import type { Language } from '../../../records/language.ts'
import { clearestByQuotient, inRegion } from '../../../shapes/evidence-findings.ts'
import type { EvidenceStrengthShape, RegionEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { deriveEach } from '../../../snapshot/derive-each.ts'
import { distanceChart, scatterChart } from '../../charts/scatter-chart.ts'
import { rankChart } from '../../charts/rank-chart.ts'
import { slopeChart } from '../../charts/slope-chart.ts'
import type { Figure } from '../../frame/figure.ts'
import { formatNumber } from '../../frame/format.ts'
import { areasFigure } from './areas-figure.ts'
import { spaceFigure } from './space-figure.ts'
import { workFigure } from './work-figure.ts'
import { regionFigureText } from './region-figures.text.ts'

/** The figures of a region's evidence in a language; the same list for as long as the evidence is the same. Empty without figures. */
export const regionFigures = (evidence: RegionEvidenceShape, lang: Language): readonly Figure[] => byLanguage(evidence)(lang)

const byLanguage = deriveEach('figures of regions', (evidence: RegionEvidenceShape) => {
  const kept: Partial<Record<Language, readonly Figure[]>> = {}
  return (lang: Language) => (kept[lang] ??= evidence.hasData ? makeFigures(evidence, lang) : [])
})

const makeFigures = (evidence: RegionEvidenceShape, lang: Language): Figure[] => [
  areasFigure(evidence, lang),
  workFigure(evidence, lang),
  notChosenFigure(evidence, lang),
  grewIntoFigure(evidence, lang),
  spaceFigure(evidence, lang),
  nextStepsFigure(evidence, lang),
  peersFigure(evidence, lang),
]

const mostBars = 10
const mostMentioned = 3
const mostSlopes = 8
const namedSteps = 8
const namedPeers = 3

const base = ({ source }: RegionEvidenceShape, lang: Language) => ({
  lang,
  sources: [source!],
  notes: [],
  widths: [360, 720],
  legend: null,
  isSuggestion: true,
})

const number = (value: number | null, lang: Language, digits = 1) => (value === null ? '–' : formatNumber(value, lang, digits))

function strengthTable(strengths: readonly EvidenceStrengthShape[], evidence: RegionEvidenceShape, lang: Language) {
  const text = regionFigureText[lang]
  return {
    caption: openTopic(evidence, lang),
    columns: [
      { key: 'occupation', label: text.occupation },
      { key: 'ssyk', label: 'SSYK' },
      { key: 'employees', label: text.employees },
      { key: 'quotient', label: text.quotient, digits: 2 },
      { key: 'lower', label: text.lower, digits: 2 },
      { key: 'upper', label: text.upper, digits: 2 },
      { key: 'first_quotient', label: text.first(evidence.source!.firstYear), digits: 2 },
    ],
    rows: strengths.map(({ label, code, count, quotient, lower, upper, firstQuotient }) => [
      label[lang],
      code,
      count,
      quotient,
      lower,
      upper,
      firstQuotient,
    ]),
  }
}

/** The same with the year of the largest jump. */
function grownTable(strengths: readonly EvidenceStrengthShape[], evidence: RegionEvidenceShape, lang: Language) {
  const text = regionFigureText[lang]
  const { columns, rows } = strengthTable(strengths, evidence, lang)
  return {
    caption: text.grewTopic(evidence.source!.firstYear, evidence.source!.year),
    columns: [...columns, { key: 'jump_year', label: text.jumpYear }],
    rows: rows.map((row, at) => [...row, strengths[at]!.jumpYear]),
  }
}

/** The clearest strengths that an area is about though its name does not show it, each with the area. */
function mentionedWords({ mentioned, areaNames }: RegionEvidenceShape, lang: Language): string {
  const names = new Map(areaNames.map(({ id, label }) => [id, label[lang]]))
  const words = clearestByQuotient(mentioned, mostMentioned).map(({ label, quotient, mentionedByIds }) => {
    const area = mentionedByIds.map((id) => names.get(id)).find((name) => name !== undefined)
    return `${lowerFirst(label[lang])} (${number(quotient, lang)}${area ? `; ${area}` : ''})`
  })
  return regionFigureText[lang].mentioned({ count: mentioned.length, words: joinWords(words, lang) })
}

function openTopic({ areasKnown, source }: RegionEvidenceShape, lang: Language): string {
  const { notChosenTopic, unsettledTopic } = regionFigureText[lang]
  return (areasKnown === 'unknown' || areasKnown === 'partly' ? unsettledTopic : notChosenTopic)(source!.year)
}

/** The strengths that no area is about; all strengths where it is not known what the areas are about. */
function notChosenFigure(evidence: RegionEvidenceShape, lang: Language): Figure {
  const text = regionFigureText[lang]
  const { region, source } = evidence
  const isPartly = evidence.areasKnown === 'partly'
  const isUnknown = isPartly || evidence.areasKnown === 'unknown'
  const strengths = isUnknown ? evidence.unsettled : evidence.notChosen
  const shown = clearestByQuotient(strengths, mostBars)
  const [top] = shown
  const [findingWords, noneWords, sentenceWords] = isUnknown
    ? [text.unsettledFinding, text.unsettledNone, isPartly ? text.partlySentence : text.unsettledSentence]
    : [text.notChosenFinding, text.notChosenNone, text.notChosenSentence]
  return {
    ...base(evidence, lang),
    id: 'not-chosen',
    widths: [360, 560],
    topic: openTopic(evidence, lang),
    finding: top ? findingWords(top.label[lang], number(top.quotient, lang)) : noneWords,
    sentence: top
      ? sentenceWords({
          count: strengths.length,
          region: inRegion(region.name, lang),
          shown: shown.length,
          first: source!.firstYear,
          mentioned: mentionedWords(evidence, lang),
        })
      : '',
    description: text.notChosenDescription,
    table: strengthTable(strengths, evidence, lang),
    draw: top
      ? (width) =>
          rankChart(
            shown.map(({ label, quotient, lower, upper, firstQuotient, count }) => ({
              label: label[lang],
              value: quotient,
              lower,
              upper,
              earlier: firstQuotient,
              words: number(quotient, lang),
              title: `${label[lang]}: ${number(quotient, lang, 2)} (${number(lower, lang, 2)}–${number(upper, lang, 2)}), ${number(count, lang, 0)} ${lowerFirst(text.employees)}`,
              isMarked: true,
            })),
            { width, lang, as: 'bars' },
          )
      : null,
  }
}

function grewIntoFigure(evidence: RegionEvidenceShape, lang: Language): Figure {
  const text = regionFigureText[lang]
  const { grewInto, region, source } = evidence
  // Below a tenth of the nation's share there are so few that their ratio tells nothing.
  const gain = ({ quotient, firstQuotient }: EvidenceStrengthShape) => quotient / Math.max(0.1, firstQuotient!)
  const most = grewInto.toSorted((a, b) => Number(a.jumpYear !== null) - Number(b.jumpYear !== null) || gain(b) - gain(a))
  const shown = most.slice(0, mostSlopes)
  const [top] = shown
  return {
    ...base(evidence, lang),
    id: 'grew-into',
    widths: [360, 560],
    topic: text.grewTopic(source!.firstYear, source!.year),
    finding: top
      ? text.grewFinding({
          label: top.label[lang],
          from: top.firstQuotient === 0 ? text.nobody : number(top.firstQuotient, lang),
          to: number(top.quotient, lang),
          jumpYear: top.jumpYear,
        })
      : text.grewNone,
    sentence: top ? text.grewSentence(grewInto.length, inRegion(region.name, lang), source!.firstYear) : '',
    description: text.grewDescription,
    table: grownTable(most, evidence, lang),
    draw: top
      ? (width) =>
          slopeChart(
            {
              rows: shown.map(({ label, firstQuotient, quotient, jumpYear }) => ({
                label: label[lang],
                from: firstQuotient!,
                to: quotient,
                fromWords: number(firstQuotient, lang),
                toWords: `${number(quotient, lang)}${jumpYear ? ` (${jumpYear})` : ''}`,
              })),
              years: [source!.firstYear, source!.year],
              oneWords: '1',
            },
            { width },
          )
      : null,
  }
}

/** The steps near what the region has: the complex ones first, then the others. */
export function bestSteps({ nextSteps }: RegionEvidenceShape): NonNullable<RegionEvidenceShape['nextSteps']>['steps'] {
  const near = (nextSteps?.steps ?? []).filter(({ quadrant }) => quadrant.startsWith('low-risk'))
  const isComplex = ({ quadrant }: (typeof near)[number]) => quadrant === 'low-risk-high-benefit'
  return [...near.filter(isComplex), ...near.filter((step) => !isComplex(step))]
}

function nextStepsFigure(evidence: RegionEvidenceShape, lang: Language): Figure {
  const text = regionFigureText[lang]
  const { steps = [], splits } = evidence.nextSteps ?? {}
  const near = bestSteps(evidence)
  const named = new Set(near.slice(0, namedSteps).map(({ code }) => code))
  const names = near.slice(0, 3).map(({ label }) => lowerFirst(label[lang]))
  return {
    ...base(evidence, lang),
    id: 'next-steps',
    topic: text.stepsTopic(evidence.source!.year),
    finding: names.length > 0 ? text.stepsFinding(joinWords(names, lang)) : text.stepsNone,
    sentence: text.stepsSentence({
      shown: steps.length,
      inStep: evidence.limits.fewestInStep,
      inNation: evidence.limits.fewestInNation,
    }),
    description: text.stepsDescription,
    table: {
      caption: text.stepsTopic(evidence.source!.year),
      columns: [
        { key: 'occupation', label: text.occupation },
        { key: 'ssyk', label: 'SSYK' },
        { key: 'employees', label: text.employees },
        { key: 'density', label: text.density, digits: 2 },
        { key: 'complexity_rank', label: text.complexityRank },
        { key: 'because', label: text.because },
      ],
      rows: steps.map(({ label, code, count, density, complexityRank, relatedTo }) => [
        label[lang],
        code,
        count,
        density,
        complexityRank,
        relatedTo.map((one) => one.label[lang]).join('; '),
      ]),
    },
    draw:
      steps.length > 0 && splits
        ? (width) =>
            scatterChart(
              {
                points: steps.map(({ code, label, density, complexity, relatedTo }) => ({
                  x: density,
                  y: complexity,
                  title: `${endSentence(label[lang])} ${text.nearTo}: ${relatedTo.map((one) => lowerFirst(one.label[lang])).join('; ')}`,
                  label: named.has(code) ? label[lang] : null,
                })),
                splits: { x: splits.density, y: splits.complexity },
                words: text.stepsWords,
              },
              { width },
            )
        : null,
  }
}

function peersFigure(evidence: RegionEvidenceShape, lang: Language): Figure {
  const text = regionFigureText[lang]
  const { peers, region } = evidence
  const [nearest] = peers
  const alike = nearest?.alike.slice(0, 3).map(({ label }) => lowerFirst(label[lang])) ?? []
  return {
    ...base(evidence, lang),
    id: 'peers',
    topic: text.peersTopic(evidence.source!.year),
    finding: text.peersFinding(
      joinWords(
        peers.slice(0, namedPeers).map((one) => one.region.name),
        lang,
      ),
    ),
    sentence: nearest && alike.length > 0 ? text.peersSentence(region.name, nearest.region.name, joinWords(alike, lang)) : '',
    description: text.peersDescription,
    table: {
      caption: text.peersTopic(evidence.source!.year),
      columns: [
        { key: 'region', label: text.region },
        { key: 'distance', label: text.distance, digits: 3 },
      ],
      rows: peers.map((one) => [one.region.name, one.distance]),
    },
    draw: (width) =>
      distanceChart(
        {
          points: peers.map((one) => ({ name: one.region.name, value: one.distance })),
          words: text.peersWords,
          named: namedPeers,
        },
        { width },
      ),
  }
}
