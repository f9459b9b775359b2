import type { Language } from '../../../records/language.ts'
import type { AreaEvidenceShape, RegionEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { upperFirst } from '../../../language/upper-first.ts'
import { measureColumns, measureRow, stripOfMeasure } from '../../charts/measure-strip.ts'
import { stripChart } from '../../charts/strip-chart.ts'
import type { StripRow } from '../../charts/strip-chart.ts'
import type { Figure } from '../../frame/figure.ts'
import { countInWords } from '../../frame/format.ts'
import { regionFigureText } from './region-figures.text.ts'

/** Every area of a region's list on the shared axis, or why it cannot be measured. */
export function areasFigure(evidence: RegionEvidenceShape, lang: Language): Figure {
  const text = regionFigureText[lang]
  const { areas, region, source } = evidence
  const rows = areas.flatMap((area) => rowsOf(area, region.name, lang))
  return {
    lang,
    id: 'areas',
    topic: text.areasTopic(source!.year),
    finding: findingOf(evidence, lang),
    sentence: areas.length === 0 ? '' : text.areasSentence(region.name, source!.firstYear),
    description: text.areasDescription(region.name),
    sources: [source!],
    notes: [],
    isSuggestion: true,
    legend: areas.length === 0 ? null : text.areasLegend,
    widths: [360, 720, 1120],
    table: {
      caption: text.areasTable,
      columns: [
        { key: 'area', label: text.area },
        { key: 'measured_by', label: text.field },
        ...measureColumns(source!, lang).slice(1),
        { key: 'reason', label: text.reason },
      ],
      rows: areas.flatMap(({ label, measure, parts, reason }) => [
        [label[lang], ...(measure ? measureRow(measure, lang) : ['', null, null, null, null, null]), reason?.words[lang] ?? ''],
        ...(reason?.code === 'intersection' ? parts.map((part) => [label[lang], ...measureRow(part, lang), '']) : []),
      ]),
    },
    draw: areas.length === 0 ? null : (width) => stripChart(rows, { width, lang }),
  }
}

function findingOf({ areas, areasKnown, withoutBacking }: RegionEvidenceShape, lang: Language): string {
  const text = regionFigureText[lang]
  const measured = areas.filter(({ status }) => status === 'measured').length
  const backed = measured - withoutBacking.length
  const byField = areas.filter(({ measuredAs }) => measuredAs === 'byField').length
  const aside = areas.length - measured - byField
  const number = (count: number) => countInWords(count, lang)
  if (areasKnown === 'unknown') return text.areasUnknown
  if (measured + byField === 0) return text.areasNone
  const main =
    measured === 0
      ? text.areasNoneWhole
      : measured === 1
        ? text.areasOne[backed === 1 ? 'yes' : 'no']
        : text.areasBacked(backed === 0 && lang === 'sv' ? 'Inget' : upperFirst(number(backed)), number(measured), backed)
  return [
    main,
    ...(byField === 0 ? [] : [text.areasByField(upperFirst(number(byField)), byField)]),
    ...(aside === 0 ? [] : [text.areasAside(upperFirst(number(aside)))]),
  ].join('. ')
}

/** An area, and below one that joins several fields each of those. */
function rowsOf(area: AreaEvidenceShape, region: string, lang: Language): StripRow[] {
  const parts = area.reason?.code === 'intersection' ? area.parts.filter(({ latest }) => latest !== null) : []
  return [rowOf(area, region, lang), ...parts.map((part) => ({ ...stripOfMeasure(part, { region, lang }), isPart: true }))]
}

function rowOf(area: AreaEvidenceShape, region: string, lang: Language): StripRow {
  const label = area.label[lang]
  if (area.measure) return stripOfMeasure(area.measure, { region, lang, label })
  const [, lead, words] = /^([^:]+): (.*)$/s.exec(area.sentence[lang]) ?? []
  return {
    label,
    note: '',
    rings: [],
    own: null,
    value: '',
    interval: '',
    valueNote: '',
    reason: lead && words ? `${lead}. ${upperFirst(words)}` : area.sentence[lang],
  }
}
