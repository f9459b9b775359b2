import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import type { Language } from '../../../records/language.ts'
import { areaEvidenceOf } from '../../../shapes/area-evidence.ts'
import type { AreaEvidenceShape, EvidenceMeasureShape } from '../../../shapes/evidence-shapes.ts'
import { fieldName } from '../../../shapes/evidence-findings.ts'
import { countyLetters, findRegion } from '../../../shapes/from-snapshot.ts'
import { regionSummaryShape } from '../../../shapes/region-shape.ts'
import type { RegionSummaryShape } from '../../../shapes/shapes.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { stripOfMeasure } from '../../charts/measure-strip.ts'
import { ringName, stripChart } from '../../charts/strip-chart.ts'
import type { StripRow } from '../../charts/strip-chart.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { svgFile } from '../../charts/svg-file.ts'
import type { Figure, FigureSet } from '../../frame/figure.ts'
import { compareText, mostCompared } from './compare.text.ts'

type Measured = AreaEvidenceShape & { measure: EvidenceMeasureShape }

/** A region that is compared, with those of its areas that can be measured. */
export interface MeasuredRegion {
  code: string
  name: string
  letters: string
  areas: readonly Measured[]
}

/** What can be measured of the regions' lists. */
export function compareMeasured(snapshot: Snapshot, regions: readonly RegionSummaryShape[]): MeasuredRegion[] {
  const letters = countyLetters(snapshot)
  return regions.map(({ code, name, current }) => ({
    code,
    name,
    letters: letters.get(code) ?? name,
    areas: (current?.priorities ?? []).flatMap(({ id }) => {
      const evidence = areaEvidenceOf(snapshot, snapshot.getBegun('priorityArea', id)!)
      const { measure } = evidence
      return measure?.latest ? [{ ...evidence, measure }] : []
    }),
  }))
}

/** Each measurable area of the regions on the shared axis, with all of them marked; null where there is nothing to measure by. */
export function stripsFigure(regions: readonly MeasuredRegion[], lang: Language): Figure | null {
  const text = compareText[lang].figure
  const all = regions.flatMap((region) => region.areas.map((area) => ({ region, area })))
  const source = all[0]?.area.source ?? null
  if (!source) return null
  const finding = regions.length === 2 ? text.finding : text.findingMany
  return {
    id: 'strips',
    lang,
    topic: text.topic(source.year),
    finding: finding(all.length),
    sentence: text.sentence,
    description: text.description,
    sources: [source],
    notes: [],
    isSuggestion: true,
    legend: text.legend(regions.map(({ letters, name }) => `${letters}: ${name}`).join(', ')),
    widths: [360, 720, 1120],
    table: {
      caption: text.table,
      columns: [
        ...(['region', 'area', 'field'] as const).map((key) => ({ key, label: text.columns[key] })),
        ...regions.map(({ code, name }) => ({ key: `quotient_${code}`, label: text.quotient(name), digits: 2 })),
      ],
      rows: all.map(({ region, area }) => [
        region.name,
        area.label[lang],
        fieldName(area.measure, lang),
        ...regions.map(({ code }) => quotientIn(area.measure, code)),
      ]),
    },
    draw: (width) =>
      stripChart(
        all.map((one) => rowOf(one, regions, lang)),
        { width, lang },
      ),
  }
}

const quotientIn = ({ regions }: EvidenceMeasureShape, code: string): number | null =>
  regions.find(({ region }) => region.code === code)?.quotient ?? null

interface AreaOfRegion {
  region: MeasuredRegion
  area: Measured
}

function rowOf({ region, area }: AreaOfRegion, regions: readonly MeasuredRegion[], lang: Language): StripRow {
  const others = regions.filter(({ code }) => code !== region.code)
  const strip = stripOfMeasure(area.measure, { region: region.name, lang, label: area.label[lang], note: region.name })
  return {
    ...strip,
    letters: region.letters,
    beside: others.flatMap(({ code, name, letters }) => {
      const value = quotientIn(area.measure, code)
      return value === null ? [] : [{ letters, name: ringName(name, value, lang), value }]
    }),
  }
}

/** The strips as files. */
export const compareFigures: FigureSet = {
  path: 'compare',
  query: { regions: z.string().max(200).optional().describe('Two to four regions, by any code or name, with commas between.') },
  read({ snapshot }, { regions = '' }, lang) {
    const asked = [...new Set(regions.split(',').filter(Boolean))]
    if (asked.length === 0) return []
    if (asked.length < 2 || asked.length > mostCompared)
      throw new ExpectedError('bad_request', { detail: 'Name two to four regions, for example regions=varmland,dalarna.' })
    const found = asked.map((one) => {
      const region = findRegion(snapshot, one)
      if (!region) throw new ExpectedError('region_not_found', { data: { asked: one } })
      return regionSummaryShape(snapshot, region)
    })
    const figure = stripsFigure(compareMeasured(snapshot, found), lang)
    return figure ? [figure] : []
  },
  svgFile,
  show: FigureFrame,
}
