import type { Cube, CubeDimension, CubeSymbol } from '../../records/cube.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { Facts } from './fact-rows.ts'

export type StatisticsTableRow = Facts['statisticsTables'][number]

/** The name of each code, by classification and code: `ssyk-2012 6210`. In the order in which codes are shown. */
export type CodeNames = ReadonlyMap<string, LocalText>

/** Reads `codes.tsv`: classification, code, Swedish and English name. */
export function readCodeNames(text: string): CodeNames {
  const [, ...lines] = text.trimEnd().split('\n')
  return new Map(
    lines.map((line) => {
      const [classification, code, sv, en] = line.split('\t') as [string, string, string, string]
      return [`${classification} ${code}`, { sv, en }]
    }),
  )
}

const dimensionLabels: Record<string, LocalText> = {
  occupation: { sv: 'Yrke', en: 'Occupation' },
  branch: { sv: 'Bransch', en: 'Branch' },
  division: { sv: 'Näringsgren', en: 'Industry' },
  education: { sv: 'Utbildningsnivå', en: 'Level of education' },
  measure: { sv: 'Mått', en: 'Measure' },
  region: { sv: 'Region', en: 'Region' },
  sex: { sv: 'Kön', en: 'Sex' },
  year: { sv: 'År', en: 'Year' },
}

const symbols: readonly CubeSymbol[] = [
  { symbol: '..', meaning: { sv: 'Uppgift saknas eller visas inte', en: 'Missing, or not shown' }, isMissing: true },
  { symbol: ':', meaning: { sv: 'Uppgift saknas eller visas inte', en: 'Missing, or not shown' }, isMissing: true },
]

/** Where a table that ships comes from: its file and what is in it. The same origin always gives the same cube. */
export const originOf = ({ file, sha256 }: StatisticsTableRow): string => `facts/statistics/${file} sha256 ${sha256}`

/**
 * A shipped table as a cube. The file has a column for each dimension but the last, which is its columns of years.
 * Combinations that the file leaves out are missing, as is every cell with a symbol.
 * @throws Error naming the line, when the file is not as its row says
 */
export function cubeOfTable(row: StatisticsTableRow, text: string, names: CodeNames): Cube {
  const [head, ...lines] = text.trimEnd().split('\n')
  const columns = head!.split('\t')
  const splits = row.dimensions.slice(0, -1)
  const years = columns.slice(splits.length)
  const cells = lines.map((line) => line.split('\t'))
  const dimensions = row.dimensions.map((one, at): CubeDimension => {
    const codes = at === splits.length ? years : codesOf(new Set(cells.map((line) => line[at]!)), one.classification, names)
    const nameOf = (code: string) => names.get(`${one.classification} ${code}`) ?? { sv: code, en: code }
    const classification = one.role === 'time' ? null : one.classification
    return { id: one.id, role: one.role, label: dimensionLabels[one.id]!, classification, codes, labels: codes.map(nameOf) }
  })
  return { ...headerOf(row), dimensions, symbols: [...symbols], ...valuesOf(cells, dimensions, row.file) }
}

/** The codes that are in use, in the order of the classification. @throws Error for a code without a name */
function codesOf(used: ReadonlySet<string>, classification: string, names: CodeNames): string[] {
  const unnamed = [...used].filter((code) => !names.has(`${classification} ${code}`))
  if (unnamed.length > 0) throw new Error(`codes.tsv has no name in ${classification} for ${unnamed.join(', ')}.`)
  const start = `${classification} `
  return [...names.keys()].flatMap((key) => (key.startsWith(start) && used.has(key.slice(start.length)) ? [key.slice(start.length)] : []))
}

function valuesOf(lines: readonly string[][], dimensions: readonly CubeDimension[], file: string): Pick<Cube, 'values' | 'statuses'> {
  const splits = dimensions.slice(0, -1)
  const years = dimensions.at(-1)!.codes.length
  const places = splits.map(({ codes }) => new Map(codes.map((code, at) => [code, at])))
  const size = dimensions.reduce((product, { codes }) => product * codes.length, 1)
  const values = new Float64Array(size)
  const statuses = new Uint8Array(size).fill(1)
  lines.forEach((cells, index) => {
    if (cells.length !== splits.length + years) throw new Error(`facts/statistics/${file}, line ${index + 2} has ${cells.length} cells.`)
    const start = splits.reduce((at, { codes }, dimension) => at * codes.length + places[dimension]!.get(cells[dimension]!)!, 0) * years
    for (let year = 0; year < years; year++) {
      const cell = cells[splits.length + year]!
      const symbol = symbols.findIndex((one) => one.symbol === cell)
      const number = symbol < 0 ? Number(cell) : 0
      if (cell === '' || Number.isNaN(number)) throw new Error(`facts/statistics/${file}, line ${index + 2} has «${cell}», which is no number.`)
      values[start + year] = number
      statuses[start + year] = symbol + 1
    }
  })
  const isWhole = values.every((value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31)
  return { values: isWhole ? Int32Array.from(values) : values, statuses: statuses.some((status) => status > 0) ? statuses : null }
}

const both = (sv: readonly string[], en: readonly string[]): LocalText[] => sv.map((text, at) => ({ sv: text, en: en[at]! }))

const headerOf = (row: StatisticsTableRow): Omit<Cube, 'dimensions' | 'symbols' | 'values' | 'statuses'> => ({
  table: row.id,
  title: { sv: row.title_sv, en: row.title_en },
  counted: { sv: row.counted_sv, en: row.counted_en },
  unit: { sv: row.unit_sv, en: row.unit_en },
  numberKind: row.number_kind,
  countsPerUnit: row.counts_per_unit,
  roundedTo: row.rounded_to,
  publisher: row.publisher,
  publisherTable: row.publisher_table,
  origin: originOf(row),
  licence: row.licence,
  attribution: { sv: row.attribution_sv, en: row.attribution_en },
  sourceId: row.source,
  vintage: row.recorded_on,
  level: row.level,
  breaks: both(row.break_notes_sv, row.break_notes_en).map((note, at) => ({ from: row.breaks[at]!, note })),
  caveats: both(row.caveats_sv, row.caveats_en),
})
