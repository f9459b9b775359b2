import { createWriteStream, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { strToU8, zipSync } from 'fflate'

export const statisticsFormats = [
  'json-stat',
  'json-stat-sparse',
  'px',
  'sdmx-csv',
  'sdmx-json',
  'eurostat-tsv',
  'csv-long',
  'csv-wide',
  'xlsx',
] as const
export type StatisticsFile = (typeof statisticsFormats)[number]

const regions = Array.from({ length: 25 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`)
const activities = Array.from({ length: 800 }, (_, at) => `${1000 + at * 9}`)
const sexes = ['men', 'women']
const years = Array.from({ length: 125 }, (_, at) => String(1900 + at))
const dimensions = { region: regions, occupation: activities, sex: sexes, year: years }
const ids = Object.keys(dimensions)

/** Some number for each cell; one in fifty is missing. */
const valueAt = (cell: number): number | null => (cell % 50 === 7 ? null : (cell * 7919) % 100_000)

/** Writes five million observations in a format, piece by piece. */
export async function writeStatistics(format: StatisticsFile, path: string): Promise<void> {
  if (format === 'xlsx') return writeFileSync(path, workbook())
  const file = createWriteStream(path)
  for (const piece of pieces[format]()) if (!file.write(piece)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}

function* rows(): Generator<{ keys: string; from: number }> {
  let from = 0
  for (const region of regions)
    for (const activity of activities)
      for (const sex of sexes) {
        yield { keys: `${region} ${activity} ${sex}`, from }
        from += years.length
      }
}

const category = (codes: readonly string[]) => ({ category: { index: codes } })
const head = {
  version: '2.0',
  class: 'dataset',
  label: 'Bench',
  source: 'SCB',
  id: ids,
  size: Object.values(dimensions).map((codes) => codes.length),
  dimension: Object.fromEntries(Object.entries(dimensions).map(([id, codes]) => [id, category(codes)])),
}
const cellsOf = (from: number) => years.map((_, at) => valueAt(from + at))

const pieces: Record<Exclude<StatisticsFile, 'xlsx'>, () => Generator<string>> = {
  *'json-stat'() {
    yield `${JSON.stringify(head).slice(0, -1)},"value":[`
    for (const { from } of rows())
      yield `${from === 0 ? '' : ','}${cellsOf(from)
        .map((value) => value ?? 'null')
        .join(',')}`
    yield ']}'
  },
  *'json-stat-sparse'() {
    yield `${JSON.stringify(head).slice(0, -1)},"value":{`
    for (const { from } of rows())
      yield `${from === 0 ? '' : ','}${cellsOf(from)
        .flatMap((value, at) => (value === null ? [] : [`"${from + at}":${value}`]))
        .join(',')}`
    yield '}}'
  },
  *px() {
    const list = (codes: readonly string[]) => codes.map((code) => `"${code}"`).join(',')
    yield `CHARSET="ANSI";\nTITLE="Bench";\nSTUB="region","occupation","sex";\nHEADING="year";\n${Object.entries(dimensions)
      .map(([id, codes]) => `VALUES("${id}")=${list(codes)};`)
      .join('\n')}\nDATA=\n`
    for (const { from } of rows())
      yield `${cellsOf(from)
        .map((value) => value ?? '".."')
        .join(' ')}\n`
    yield ';\n'
  },
  *'sdmx-csv'() {
    yield 'DATAFLOW,region,occupation,sex,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n'
    for (const { keys, from } of rows()) {
      const start = `X:B(1.0),${keys.replaceAll(' ', ',')}`
      yield cellsOf(from)
        .map((value, at) => `${start},${years[at]},${value ?? ''},${value === null ? 'c' : ''}\n`)
        .join('')
    }
  },
  *'sdmx-json'() {
    const described = Object.entries(dimensions).map(([id, codes]) => ({ id, values: codes.map((code) => ({ id: code })) }))
    yield `{"data":{"structures":[${JSON.stringify({ dimensions: { series: described.slice(0, 3), observation: described.slice(3) } })}],"dataSets":[{"structure":0,"series":{`
    let at = 0
    for (const { from } of rows()) {
      const key = [Math.floor(at / 1600), Math.floor(at / 2) % 800, at % 2].join(':')
      yield `${at === 0 ? '' : ','}"${key}":{"observations":{${cellsOf(from)
        .map((value, year) => `"${year}":[${value ?? 'null'}]`)
        .join(',')}}}`
      at++
    }
    yield '}}]}}'
  },
  *'eurostat-tsv'() {
    yield `region,occupation,sex\\TIME_PERIOD\t${years.join(' \t')}\n`
    for (const { keys, from } of rows())
      yield `${keys.replaceAll(' ', ',')}\t${cellsOf(from)
        .map((value) => (value === null ? ': c' : `${value} `))
        .join('\t')}\n`
  },
  *'csv-long'() {
    yield 'region;occupation;sex;year;värde\n'
    for (const { keys, from } of rows()) {
      const start = keys.replaceAll(' ', ';')
      yield cellsOf(from)
        .map((value, at) => `${start};${years[at]};${value ?? '..'}\n`)
        .join('')
    }
  },
  *'csv-wide'() {
    yield `region;occupation;sex;${years.join(';')}\n`
    for (const { keys, from } of rows())
      yield `${keys.replaceAll(' ', ';')};${cellsOf(from)
        .map((value) => value ?? '..')
        .join(';')}\n`
  },
}

/** A workbook with the years as columns. */
function workbook(): Uint8Array {
  const texts = [...ids.slice(0, 3), ...regions, ...activities, ...sexes, '..']
  const at = new Map(texts.map((text, place) => [text, place]))
  const shared = (text: string) => `<c t="s"><v>${at.get(text)}</v></c>`
  const lines = [
    `<row r="1">${ids.slice(0, 3).map(shared).join('')}${years.map((year) => `<c><v>${year}</v></c>`).join('')}</row>`,
  ]
  let row = 2
  for (const { keys, from } of rows())
    lines.push(
      `<row r="${row++}">${keys.split(' ').map(shared).join('')}${cellsOf(from)
        .map((value) => (value === null ? shared('..') : `<c><v>${value}</v></c>`))
        .join('')}</row>`,
    )
  return zipSync(
    {
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`),
      'xl/sharedStrings.xml': strToU8(`<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
    },
    { level: 6 },
  )
}
