import type { Language } from '../../records/language.ts'
import { fieldName } from '../../shapes/evidence-findings.ts'
import type { EvidenceMeasureShape, EvidenceSourceShape } from '../../shapes/evidence-shapes.ts'
import type { FigureTable } from '../frame/figure.ts'
import { formatNumber } from '../frame/format.ts'
import { ringName } from './strip-chart.ts'
import type { StripRow } from './strip-chart.ts'

/** A measured field as a row of a strip chart. */
export function stripOfMeasure(
  measure: EvidenceMeasureShape,
  { region, lang, label, note }: { region: string; lang: Language; label?: string; note?: string },
): StripRow {
  const { latest, first } = measure
  const quotient = latest?.quotient ?? null
  const counted = occupationsCounted(measure, lang)
  return {
    label: label ?? fieldName(measure, lang),
    note: [note, label ? fieldName(measure, lang) : counted].filter(Boolean).join('; '),
    rings: measure.regions
      .filter((one) => one.region.name !== region)
      .map(({ region: { name }, quotient: value }) => ({ name: value === null ? name : ringName(name, value, lang), value })),
    own:
      quotient === null
        ? null
        : {
            name: ringName(region, quotient, lang),
            value: quotient,
            lower: latest!.lower,
            upper: latest!.upper,
            earlier: first?.quotient ?? null,
          },
    value: quotient === null ? '' : formatNumber(quotient, lang, 1),
    interval: latest?.lower == null ? '' : `${formatNumber(latest.lower, lang, 1)}–${formatNumber(latest.upper!, lang, 1)}`,
    valueNote: latest ? valueNote(measure, lang) : '',
    reason: measure.reason?.words[lang] ?? null,
  }
}

const occupationsCounted = ({ occupations }: EvidenceMeasureShape, lang: Language): string => {
  const [one, many] = lang === 'sv' ? ['ett yrke', 'yrken'] : ['one occupation', 'occupations']
  return occupations.length === 1 ? one : `${occupations.length} ${many}`
}

function valueNote({ latest, first }: EvidenceMeasureShape, lang: Language): string {
  const number = (value: number) => formatNumber(value, lang, 1)
  const people = `${formatNumber(latest!.count ?? 0, lang)} ${lang === 'sv' ? 'anställda' : 'employees'}`
  const word = lang === 'sv' ? 'kvot' : 'quotient'
  const earlier = first?.quotient == null ? [] : [`${word} ${number(first.quotient)} (${first.year})`]
  return [people, ...earlier].join('; ')
}

/** The columns of the table behind a strip chart. */
export function measureColumns({ firstYear, year }: EvidenceSourceShape, lang: Language): FigureTable['columns'] {
  const words =
    lang === 'sv'
      ? ['Fält', `Anställda ${year}`, `Kvot ${year}`, 'Nedre gräns', 'Övre gräns', `Kvot ${firstYear}`]
      : ['Field', `Employees ${year}`, `Quotient ${year}`, 'Lower end', 'Upper end', `Quotient ${firstYear}`]
  const keys = ['field', 'employees', 'quotient', 'lower', 'upper', 'first_quotient']
  return keys.map((key, at) => ({ key, label: words[at]!, digits: at > 1 ? 2 : 0 }))
}

/** A row of that table; what is missing is missing. */
export const measureRow = (measure: EvidenceMeasureShape, lang: Language): FigureTable['rows'][number] => [
  fieldName(measure, lang),
  measure.latest?.count ?? null,
  measure.latest?.quotient ?? null,
  measure.latest?.lower ?? null,
  measure.latest?.upper ?? null,
  measure.first?.quotient ?? null,
]
